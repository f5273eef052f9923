package kr.nairl.platform.core.research;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Sub-projects and their areas as stored. Every method runs in the caller's transaction. */
public interface StoredSubProjects {

    /** All, by number. */
    List<SubProjectCard> all();

    /**
     * @param reader the person who reads, editable when they are the principal investigator; null for others
     * @param latest how many results at most
     */
    Optional<SubProjectPage> page(int number, @Nullable PersonId reader, int latest);

    Optional<SubProjectId> byNumber(int number);

    Optional<SubProjectId> bySlug(String slug);

    /** The areas with these ids, in no particular order. */
    List<AreaCard> areas(Collection<ResearchAreaId> ids);

    /** All areas, by sub-project and position. */
    List<AreaCard> areas();

    Optional<ResearchAreaId> areaBySlug(String slug);

    /** Does this person lead the sub-project? */
    boolean leads(PersonId person, SubProjectId id);

    /** Writes the words if the version still stands, and answers whether it did. */
    boolean edit(SubProjectId id, SubProjectWords words, int version);

    /** Adds a sub-project. */
    void add(SubProjectId id, ResearchRegistry.SubProjectEntry entry);

    /** Adds an area. */
    void add(ResearchAreaId id, ResearchRegistry.AreaEntry entry);

    /** Makes the researcher the principal investigator unless there is one. */
    void lead(SubProjectId id, ResearcherId researcher);
}

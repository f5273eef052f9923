package kr.nairl.platform.core.research;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Researchers as stored. Every method runs in the caller's transaction. */
public interface Researchers {

    /** A part of the list: those whose name holds the text first, then by name and id. */
    Page<ResearcherCard> search(ResearcherFilter filter, PageRequest request);

    /** Everybody's slug, by name. */
    List<String> slugs();

    /** The cards with these ids, in no particular order. */
    List<ResearcherCard> cards(Collection<ResearcherId> ids);

    /** @param reader the person who reads; null for visitors and jobs */
    Optional<ResearcherPage> page(String slug, @Nullable PersonId reader);

    /** The page of the researcher that this person is. */
    Optional<ResearcherPage> ownPage(PersonId person);

    /** The researcher that this person is. */
    Optional<ResearcherId> of(PersonId person);

    Optional<ResearcherId> bySlug(String slug);

    /** Ids among these that no researcher has. */
    Set<ResearcherId> unknown(Collection<ResearcherId> ids);

    /** Areas among these that are not of the researcher's sub-project. */
    Set<ResearchAreaId> foreignAreas(ResearcherId researcher, Collection<ResearchAreaId> areas);

    /** Writes the words if the version still stands, and answers whether it did. */
    boolean edit(ResearcherId id, ResearcherWords words, int version, Instant now);

    /** Adds a researcher. */
    void add(ResearcherId id, ResearchRegistry.ResearcherEntry entry, Instant now);

    /** Links the person unless the researcher has one; answers whether it did. */
    boolean link(ResearcherId id, PersonId person);

    /** Holds the making of slugs until the transaction ends and answers those in use that begin so. */
    Set<String> holdSlugs(String beginning);
}

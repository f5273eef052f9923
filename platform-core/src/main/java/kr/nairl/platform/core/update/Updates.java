package kr.nairl.platform.core.update;

import java.time.Instant;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored updates, as their authors write them. Every call joins a running transaction. */
public interface Updates {

    /** The researcher that this person is, with the sub-project they work in now, if any. */
    Optional<Author> author(PersonId person);

    void add(UpdateId id, ResearcherId author, SubProjectId subProject, UpdateDraft draft, Instant at);

    /** The update if this researcher wrote it. */
    Optional<UpdateSheet> of(ResearcherId author, UpdateId id);

    /** Whether the author's update stood at this version and is replaced. */
    boolean replace(ResearcherId author, UpdateId id, int version, UpdateDraft draft, Instant at);

    /** Whether the author's update stood at this version and is gone. */
    boolean remove(ResearcherId author, UpdateId id, int version);

    /** @param subProject null for a researcher of no sub-project, who has nowhere to post */
    record Author(ResearcherId id, @Nullable SubProjectId subProject) {}
}

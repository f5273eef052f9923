package kr.nairl.platform.core.update;

import java.time.Instant;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.PersonId;

/** What people follow. Every call joins a running transaction; adding twice and removing what is not there do nothing. */
public interface FollowedThings {

    /** Whether there is such a sub-project; it is followed then. */
    boolean add(PersonId person, SubProjectId subProject, Instant at);

    /** Whether there is such a researcher; they are followed then. */
    boolean add(PersonId person, ResearcherId researcher, Instant at);

    void remove(PersonId person, SubProjectId subProject);

    void remove(PersonId person, ResearcherId researcher);

    boolean has(PersonId person, SubProjectId subProject);

    boolean has(PersonId person, ResearcherId researcher);

    Following of(PersonId person);
}

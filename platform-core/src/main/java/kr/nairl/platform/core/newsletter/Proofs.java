package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.OrganisationId;

/** Stories as they would be read if they were published. Every call is one statement and joins a running transaction. */
public interface Proofs {

    /** @param now stands for the moment of publishing that a draft does not have yet */
    Optional<StoryPage> story(StoryId id, Instant now);

    /** Which of these organisations the running transaction's actor sees. */
    Set<OrganisationId> visible(Collection<OrganisationId> organisations);
}

package kr.nairl.platform.core.research;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/** What invited researchers become once they come, as stored. Every method runs in the caller's transaction. */
public interface InvitedResearchers {

    /** Writes it down; what was written for the address before is replaced. */
    void put(NewResearcher researcher, Instant now);

    /** What whoever joins this organisation with this address becomes; it is forgotten with that. */
    Optional<Plan> take(OrganisationId organisation, EmailAddress email);

    /** The addresses for which something is written down. */
    Set<Address> addresses();

    /** Those whose newest invitation is still open, expired ones among them, the newest first. */
    Page<Waiting> waiting(PageRequest page);

    /** Pages without a person, by name. */
    List<Unclaimed> unclaimed();

    /** Somebody's address, as somebody of this organisation. */
    record Address(OrganisationId organisation, EmailAddress email) {}

    /** What somebody becomes. */
    record Plan(
            LocalizedText name,
            @Nullable SubProjectId subProject,
            ResearcherRole role,
            @Nullable ResearcherId page) {}

    /** Somebody who has not come yet. */
    record Waiting(
            LocalizedText name,
            ResearcherRole role,
            @Nullable SubProjectName subProject,
            UUID invitation) {}

    /**
     * A page without a person.
     *
     * @param promisedTo who is invited to take it; null when nobody is
     */
    record Unclaimed(
            ResearcherId id,
            OrganisationId organisation,
            LocalizedText name,
            @Nullable EmailAddress promisedTo) {

        boolean isFor(EmailAddress email) {
            return promisedTo == null || promisedTo.equals(email);
        }
    }
}

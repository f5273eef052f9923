package kr.nairl.platform.core.admission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/** Stored applications, as far as the actor of the running transaction may see them. */
public interface Applications {

    /**
     * Adds a new one.
     *
     * @param token hash of the secret in the applicant's link
     * @param origin where it came from, unrecognisably
     */
    void add(Application application, byte[] token, byte[] origin, Set<Consent> given);

    Optional<Application> find(ApplicationId id);

    /** One that waits for an answer, held until the transaction ends; empty for every other. */
    Optional<Application> hold(ApplicationId id);

    /** The one whose link this is. */
    Optional<Application> ofToken(byte[] token);

    /** Writes a step and its history row if the application still has the version before it; answers whether it had. */
    boolean move(Application moved, ApplicationCommand command, ApplicationState from, Instant now);

    /** Gives the applicant's link another secret; the old one finds nothing any more. */
    void changeToken(ApplicationId id, byte[] token);

    /** Confirmed ones in these states, those that wait longest first when open, else the newest first. */
    Page<ApplicationRow> page(Set<ApplicationState> states, PageRequest page);

    /** How many confirmed ones there are in each state; every state is there. */
    Map<ApplicationState, Integer> counts();

    /** Oldest first. */
    List<ApplicationStep> steps(ApplicationId id);

    /** What was and was not agreed to. */
    List<GivenConsent> consents(ApplicationId id);

    /** All that wait for an answer, the applicant's or the lab's. */
    List<Application> open();

    /**
     * How many were begun since then, by anybody or from one origin or for one address. Holds the beginning of others until
     * the transaction ends, so that many at once do not all count the same.
     */
    Begun begunSince(Instant since, byte[] origin, String contact);

    /** Deletes at most this many that ended or were left unconfirmed before then; answers how many. */

    /** @param given whether it was agreed to */
    record GivenConsent(Consent consent, String version, boolean given, Instant at) {}

    /** Counts of recent beginnings. */
    record Begun(int all, int fromOrigin, int forContact) {}

    /** A row of a list. */
    record ApplicationRow(
            ApplicationId id,
            ApplicationSheet sheet,
            ApplicationState state,
            Instant confirmedAt,
            @Nullable Instant decidedAt) {}
}

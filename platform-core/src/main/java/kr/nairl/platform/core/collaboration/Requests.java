package kr.nairl.platform.core.collaboration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Where requests are kept. All of it runs inside the caller's transaction and sees what its actor may see. */
public interface Requests {

    /** The request, if the actor may see it. */
    Optional<Request> find(RequestId id);

    /** The researcher as an addressee; empty when there is none of this id. */
    Optional<RequestAddressee> addressee(ResearcherId researcher);

    /** The sub-project's principal investigator as an addressee; empty when there is no such sub-project. */
    Optional<RequestAddressee> addressee(SubProjectId subProject);

    /** Whether this researcher once passed it on. */
    boolean wasPassedOnBy(PersonId person, RequestId id);

    /** The interest that the request comes from, if any. */
    Optional<InterestId> interestOf(RequestId id);

    /** Whether the interest is the organisation's own. */
    boolean isInterestOf(InterestId interest, OrganisationId organisation);

    /** The same person's draft of the same beginning in which nothing was ever written, if there is one. */
    Optional<RequestId> untouched(Request draft, @Nullable InterestId interest);

    /** Writes a new draft. */
    void begin(Request draft, @Nullable InterestId interest);

    /** Writes the draft's words; false, and nothing written, when its version is no longer the one seen. */
    boolean save(Request draft, int versionSeen);

    /** Writes a step; false, and nothing written, when the request's version is no longer the one seen. */
    boolean move(Request moved, RequestHistoryEntry entry, int versionSeen);

    /** Deletes a draft; false, and nothing deleted, when its version is no longer the one seen. */
    boolean discard(RequestId draft, int versionSeen);

    /** Who took the last step; empty for the clock, and before the first step. */
    Optional<LocalizedText> lastMover(RequestId id);

    /** Locks and answers some whose turn ended at the latest at that time; those locked by others are left out. */
    List<Request> lockOverdue(Instant until, int limit);

    /**
     * Locks and answers some that are the addressee's turn, which ends at the latest at that time, and for whom somebody
     * stands in on that day.
     */
    List<Request> lockUnanswered(Instant dueUntil, LocalDate today, int limit);

    /** Who stands in for the request's addressee on that day; for the clock alone. */
    Optional<RequestAddressee> standIn(RequestId request, LocalDate today);

    /** Locks and answers some never reminded of whose turn ends after the one time and at the latest at the other. */
    List<Request> lockUnreminded(Instant dueAfter, Instant dueUntil, int limit);
}

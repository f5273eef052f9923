package kr.nairl.platform.core.interest;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Interests as stored. Every method runs in the caller's transaction; cards come without what the reader may do. */
public interface Interests {

    /** One of this organisation's, whatever its state. */
    Optional<Interest> ofOrganisation(OrganisationId organisation, InterestId id);

    void add(Interest interest);

    /** Writes the words if the stored version is the one before, and answers whether it was. */
    boolean edit(Interest interest);

    /** Writes state and term if the stored version is the one before, and answers whether it was. */
    boolean move(Interest interest);

    /** Deletes the draft if the version still stands, and answers whether it did. */
    boolean deleteDraft(InterestId id, int version);

    /** @param person null for the clock */
    void addStep(
            InterestId id,
            @Nullable PersonId person,
            InterestCommand command,
            InterestState from,
            InterestState to,
            Instant at);

    /** Oldest first. */
    List<InterestStep> steps(InterestId id);

    /** Open or paused ones whose term is over, at most so many. */
    List<Interest> termOver(Instant now, int limit);

    /**
     * The organisation's, last written first.
     *
     * @param state null for every state
     */
    Page<InterestCard> own(OrganisationId organisation, @Nullable InterestState state, PageRequest request);

    /** Open ones that the actor may see and that pass the filter, last opened first. */
    Page<InterestCard> open(Actor actor, InterestFilter filter, PageRequest request);

    /** Every open one of an active organisation, for the job that builds the matching index. */
    List<InterestCard> allOpen();

    /** Those among these that the actor may see, in no particular order. */
    List<InterestCard> visible(Actor actor, Collection<InterestId> ids);
}

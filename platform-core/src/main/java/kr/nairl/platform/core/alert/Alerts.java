package kr.nairl.platform.core.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Alerts as stored. Every method runs in the caller's transaction. */
public interface Alerts {

    /** The person's for this membership, newest first. */
    List<Stored> of(PersonId person, OrganisationId organisation);

    /** One of those. */
    Optional<Alert> one(PersonId person, OrganisationId organisation, AlertId id);

    /** The one about this interest. */
    Optional<Alert> about(PersonId person, OrganisationId organisation, InterestId interest);

    /** The one about what fits the researcher. */
    Optional<Alert> aboutNeeds(PersonId person, OrganisationId organisation);

    /** Adds it unless there is one about the same interest, or one about the researcher's fits; answers whether it did. */
    boolean add(Alert alert, Instant dueAt);

    /**
     * Writes frequency, threshold and name if the stored version is the one before, and answers whether it was.
     *
     * @param again whether what is there is to be taken as known anew
     */
    boolean change(Alert alert, boolean again, Instant dueAt);

    /** Deletes it; answers whether it was there. */
    boolean delete(PersonId person, OrganisationId organisation, AlertId id);

    /** What these told last, newest first, so many of each at most. */
    List<Told> latest(Collection<AlertId> alerts, int each);

    /**
     * Gives every open interest that nobody is told about an alert of whoever began it, or of the administrators when
     * that person has left.
     *
     * @return how many
     */
    int watchOpenInterests(Instant now, int most);

    /**
     * Takes alerts whose turn it is, longest unchecked first, and keeps other nodes from them. Those of people whose
     * membership does not hold, and of interests that are not open, are nobody's turn.
     *
     * @param changed those told at once have their turn when they were not checked since; null when nothing changed
     * @param until when others may take them over
     */
    List<Claimed> claim(Instant now, @Nullable Instant changed, Instant until, int most);

    /**
     * Holds a claimed alert until the transaction ends; false when it is gone, was switched off or changed, or is not
     * claimed any more.
     */
    boolean hold(Alert alert);

    /**
     * Makes these known and answers which were not.
     *
     * @param toldAt null when they are only taken as known
     */
    Set<Subject> know(AlertId alert, Collection<Subject> subjects, @Nullable Instant toldAt);

    /** The check is over. */
    void checked(AlertId alert, Instant begunAt, Instant now, Instant dueAt);

    /** Nothing could be found out; it is tried again at that time. */
    void postpone(AlertId alert, Instant until);

    /**
     * An alert with its numbers.
     *
     * @param open whether the interest that it is about is open; true for all others
     */
    record Stored(
            Alert alert,
            LocalizedText interest,
            boolean open,
            int known,
            int told,
            @Nullable Instant toldAt) {}

    /** A subject that was told. */
    record Told(AlertId alert, Subject subject, Instant at) {}

    /** An alert and its owner as they would sign in now. */
    record Claimed(Alert alert, Actor.Person owner) {}
}

package kr.nairl.platform.core.interest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestOutcome.Missing;
import kr.nairl.platform.core.interest.InterestOutcome.Moved;
import kr.nairl.platform.core.interest.InterestOutcome.Reason;
import kr.nairl.platform.core.interest.InterestOutcome.Refused;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A company's collaboration interest: what it needs from the lab.
 *
 * <p>It starts as a draft, is opened, may be paused and opened again, and is closed, by the company or when it has been
 * open for {@value #TERM_MONTHS} months; a closed one may be renewed for another term. Only drafts can be deleted. While
 * it is open it says enough to be answered: a title, a need of {@value InterestWords#NEED_MIN} characters and a topic.
 *
 * @param openedAt when its present or last term began; null for drafts that never were open
 * @param expiresAt when that term ends
 * @param version counts every write
 */
public record Interest(
        InterestId id,
        OrganisationId organisation,
        InterestWords words,
        InterestState state,
        @Nullable Instant openedAt,
        @Nullable Instant expiresAt,
        PersonId createdBy,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** How long an interest stays open, in months. */
    public static final int TERM_MONTHS = 12;

    /** A new draft of the person's company. */
    public static Interest draft(InterestId id, Actor.Person by, InterestWords words, Instant now) {
        return new Interest(id, by.organisation(), words, InterestState.DRAFT, null, null, by.id(), now, now, 0);
    }

    /**
     * Does this to the interest.
     *
     * @return the moved interest with the next version, or why not
     */
    public InterestOutcome apply(InterestCommand command, Actor actor, Instant now) {
        if (!mayCommand(command, actor, organisation)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        if (!possible(state).contains(command)) {
            return new Refused(Reason.WRONG_STATE);
        }
        return switch (command) {
            case OPEN -> open(state == InterestState.PAUSED && !termOver(now), now);
            case RENEW -> open(false, now);
            case PAUSE -> new Moved(in(InterestState.PAUSED, now));
            case CLOSE -> new Moved(in(InterestState.CLOSED, now));
            case EXPIRE -> termOver(now) ? new Moved(in(InterestState.CLOSED, now)) : new Refused(Reason.NOT_DUE);
        };
    }

    /** What the actor may do to it now; the same answer stands behind every button and the API. */
    public Set<InterestCommand> permittedFor(Actor actor) {
        return permitted(actor, organisation, state);
    }

    /** May the actor edit its words? */
    public boolean editableBy(Actor actor) {
        return owns(actor, organisation);
    }

    /** May the actor delete it? */
    public boolean deletableBy(Actor actor) {
        return owns(actor, organisation) && state == InterestState.DRAFT;
    }

    /** This interest with other words and the next version. */
    Interest with(InterestWords others, Instant now) {
        return new Interest(
                id, organisation, others, state, openedAt, expiresAt, createdBy, createdAt, now, version + 1);
    }

    /** What it lacks to be opened. */
    Set<Missing> missing() {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (words.title().isEmpty()) {
            missing.add(Missing.TITLE);
        }
        if (length(words.need().ko()) < InterestWords.NEED_MIN
                && length(words.need().en()) < InterestWords.NEED_MIN) {
            missing.add(Missing.NEED);
        }
        if (words.topics().isEmpty()) {
            missing.add(Missing.TOPIC);
        }
        return missing;
    }

    static Set<InterestCommand> permitted(Actor actor, OrganisationId organisation, InterestState state) {
        Set<InterestCommand> permitted = EnumSet.copyOf(possible(state));
        permitted.removeIf(command -> !mayCommand(command, actor, organisation));
        return permitted;
    }

    static boolean owns(Actor actor, OrganisationId organisation) {
        return actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)
                && actor.actsFor().filter(organisation::equals).isPresent();
    }

    private static boolean mayCommand(InterestCommand command, Actor actor, OrganisationId organisation) {
        return switch (command) {
            case OPEN, PAUSE, CLOSE, RENEW -> owns(actor, organisation);
            case EXPIRE -> actor.equals(Actor.Job.CLOCK);
        };
    }

    private static Set<InterestCommand> possible(InterestState state) {
        return switch (state) {
            case DRAFT -> EnumSet.of(InterestCommand.OPEN);
            case OPEN -> EnumSet.of(InterestCommand.PAUSE, InterestCommand.CLOSE, InterestCommand.EXPIRE);
            case PAUSED -> EnumSet.of(InterestCommand.OPEN, InterestCommand.CLOSE, InterestCommand.EXPIRE);
            case CLOSED -> EnumSet.of(InterestCommand.RENEW);
        };
    }

    private InterestOutcome open(boolean sameTerm, Instant now) {
        Set<Missing> missing = missing();
        if (!missing.isEmpty()) {
            return new Refused(Reason.INCOMPLETE, missing);
        }
        Interest opened = in(InterestState.OPEN, now);
        return new Moved(sameTerm ? opened : opened.forATerm(now));
    }

    private boolean termOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private Interest in(InterestState next, Instant now) {
        return new Interest(id, organisation, words, next, openedAt, expiresAt, createdBy, createdAt, now, version + 1);
    }

    private Interest forATerm(Instant from) {
        Instant end = from.atZone(ZoneOffset.UTC).plusMonths(TERM_MONTHS).toInstant();
        return new Interest(id, organisation, words, state, from, end, createdBy, createdAt, updatedAt, version);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}

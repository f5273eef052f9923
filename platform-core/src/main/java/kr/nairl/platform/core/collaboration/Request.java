package kr.nairl.platform.core.collaboration;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * A partner's proposal to work together, as a state machine that is a value.
 *
 * <p>Life cycle: {@code DRAFT -> SENT <-> QUESTION_ASKED -> ACCEPTED | DECLINED | WITHDRAWN | EXPIRED}, and from
 * where the addressee has the turn to {@code HANDED_OVER}, where a colleague has it. Whoever's turn
 * it is has {@link #ANSWER_WITHIN} from the last turn; the addressee is reminded once per turn after
 * {@link #REMIND_AFTER}; what they leave unanswered for {@link #PASS_ON_AFTER} goes to whoever stands in for them; what is overdue expires when the clock next looks, and can be decided until then. A decided
 * request never changes again.
 *
 * <p>Invariant: every change of state makes one history entry, whose sequence follows the last, and the next version.
 *
 * @param draft the words; the confidential ones are empty for whoever may not read them, such as the clock
 * @param declineReason there exactly when declined
 * @param sentAt when it was first sent
 * @param dueAt when the present turn ends
 * @param remindedAt when the addressee was reminded in the present turn
 * @param decidedAt when it reached a final state
 * @param handOvers how often it was passed on
 * @param steps how many history entries there are
 */
public record Request(
        RequestId id,
        OrganisationId organisation,
        PersonId createdBy,
        RequestAddressee addressee,
        RequestDraft draft,
        RequestState state,
        @Nullable DeclineReason declineReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Instant dueAt,
        @Nullable Instant remindedAt,
        @Nullable Instant decidedAt,
        int handOvers,
        int steps,
        int version) {

    /** How often it may be passed on. */
    public static final int MOST_HAND_OVERS = 3;

    /** How long whoever's turn it is may take. */
    public static final Duration ANSWER_WITHIN = Duration.ofDays(14);

    /** How long into a turn what the addressee leaves unanswered goes to who stands in for them, if anybody does. */
    public static final Duration PASS_ON_AFTER = Duration.ofDays(10);

    /** How long into a turn the addressee is reminded. */
    public static final Duration REMIND_AFTER = Duration.ofDays(7);

    /** What came of a command. */
    public sealed interface Outcome {

        /** It moved: both are to be written together. */
        record Moved(Request request, RequestHistoryEntry entry) implements Outcome {}

        /** It did not. */
        record Refused(RequestRefusal reason) implements Outcome {}
    }

    /** A new draft of this person for their organisation. */
    public static Request begin(
            RequestId id, Actor.Person author, RequestAddressee addressee, RequestMode mode, Instant now) {
        return new Request(
                id,
                author.organisation(),
                author.id(),
                addressee,
                RequestDraft.empty(mode),
                RequestState.DRAFT,
                null,
                now,
                now,
                null,
                null,
                null,
                null,
                0,
                0,
                0);
    }

    /** What the actor is to this request. A draft is nobody's but its author's organisation's. */
    public RequestSide sideOf(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> RequestSide.OUTSIDE;
            case Actor.Job job -> job.equals(Actor.Job.CLOCK) ? RequestSide.CLOCK : RequestSide.OUTSIDE;
            case Actor.Person person -> {
                if (organisation.equals(person.organisation()) && person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
                    yield RequestSide.SENDER;
                }
                yield state != RequestState.DRAFT
                                && person.id().equals(addressee.person())
                                && person.has(Role.RESEARCHER)
                        ? RequestSide.ADDRESSEE
                        : RequestSide.OUTSIDE;
            }
        };
    }

    /** The steps that the actor may take now: what buttons and the API offer. The clock's also need their time. */
    public Set<RequestStep> permittedFor(Actor actor) {
        RequestSide side = sideOf(actor);
        EnumSet<RequestStep> permitted = EnumSet.noneOf(RequestStep.class);
        for (RequestStep step : RequestStep.values()) {
            if (step.side() == side && state.allows(step)) {
                permitted.add(step);
            }
        }
        return permitted;
    }

    /** Whether that side has the next step. */
    public boolean waitsFor(RequestSide side) {
        return switch (state) {
            case SENT, HANDED_OVER -> side == RequestSide.ADDRESSEE;
            case QUESTION_ASKED -> side == RequestSide.SENDER;
            case DRAFT, ACCEPTED, DECLINED, WITHDRAWN, EXPIRED -> false;
        };
    }

    /** Whether the actor may edit or discard it: a draft of their organisation. */
    public boolean isEditableBy(Actor actor) {
        return state == RequestState.DRAFT && sideOf(actor) == RequestSide.SENDER;
    }

    /** The draft with other words; the caller has checked that it is one. */
    public Request written(RequestDraft words, Instant now) {
        return new Request(
                id,
                organisation,
                createdBy,
                addressee,
                words,
                state,
                declineReason,
                createdAt,
                now,
                sentAt,
                dueAt,
                remindedAt,
                decidedAt,
                handOvers,
                steps,
                version + 1);
    }

    /** Does what the actor commands, or says why not. Pure: reads no clock and writes nothing. */
    public Outcome apply(RequestCommand command, Actor actor, Instant now) {
        RequestStep step = command.step();
        if (step.side() != sideOf(actor)) {
            return new Outcome.Refused(RequestRefusal.NOT_YOUR_STEP);
        }
        if (!state.allows(step)) {
            return new Outcome.Refused(state.isFinal() ? RequestRefusal.ALREADY_DECIDED : RequestRefusal.NOT_NOW);
        }
        Optional<RequestRefusal> obstacle = obstacle(command, actor, now);
        if (obstacle.isPresent()) {
            return new Outcome.Refused(obstacle.get());
        }
        Request moved = switch (command) {
            case RequestCommand.Send send -> turn(RequestState.SENT, now);
            case RequestCommand.Ask ask -> turn(RequestState.QUESTION_ASKED, now);
            case RequestCommand.Answer answer -> turn(RequestState.SENT, now);
            case RequestCommand.HandOver handOver ->
                turn(RequestState.HANDED_OVER, now).passedTo(handOver.to());
            case RequestCommand.PassOn passOn ->
                turn(RequestState.HANDED_OVER, now).passedTo(passOn.to());
            case RequestCommand.Accept accept -> decided(RequestState.ACCEPTED, null, now);
            case RequestCommand.Decline decline -> decided(RequestState.DECLINED, decline.reason(), now);
            case RequestCommand.Withdraw withdraw -> decided(RequestState.WITHDRAWN, null, now);
            case RequestCommand.Remind remind -> moved(state, null, dueAt, now, null, now);
            case RequestCommand.Expire expire -> decided(RequestState.EXPIRED, null, now);
        };
        PersonId person = actor instanceof Actor.Person acting ? acting.id() : null;
        return new Outcome.Moved(
                moved,
                new RequestHistoryEntry(
                        moved.steps,
                        now,
                        person,
                        actor.actsFor().orElse(null),
                        step,
                        state,
                        moved.state,
                        handOver(command),
                        command.words()));
    }

    private @Nullable HandOver handOver(RequestCommand command) {
        return switch (command) {
            case RequestCommand.HandOver(var to, var reason, var text) -> handOver(to, reason);
            case RequestCommand.PassOn(var to) -> handOver(to, HandOverReason.NO_ANSWER);
            default -> null;
        };
    }

    private HandOver handOver(RequestAddressee to, HandOverReason reason) {
        return new HandOver(
                Objects.requireNonNull(addressee.researcher()), Objects.requireNonNull(to.researcher()), reason);
    }

    private Optional<RequestRefusal> obstacle(RequestCommand command, Actor actor, Instant now) {
        return switch (command) {
            case RequestCommand.Send send ->
                draft.isComplete()
                        ? addressee.closedTo(actor.requirePerson().id())
                        : Optional.of(RequestRefusal.INCOMPLETE);
            case RequestCommand.Remind remind -> {
                if (remindedAt != null) {
                    yield Optional.of(RequestRefusal.ALREADY_REMINDED);
                }
                // An overdue one expires; a reminder on the way out would help nobody.
                yield hasPassed(REMIND_AFTER, now) && !hasPassed(ANSWER_WITHIN, now)
                        ? Optional.empty()
                        : Optional.of(RequestRefusal.TOO_EARLY);
            }
            case RequestCommand.Expire expire ->
                hasPassed(ANSWER_WITHIN, now) ? Optional.empty() : Optional.of(RequestRefusal.TOO_EARLY);
            case RequestCommand.HandOver handOver -> obstacle(handOver.to());
            case RequestCommand.PassOn passOn ->
                hasPassed(PASS_ON_AFTER, now) ? obstacle(passOn.to()) : Optional.of(RequestRefusal.TOO_EARLY);
            case RequestCommand.Ask ask -> Optional.empty();
            case RequestCommand.Answer answer -> Optional.empty();
            case RequestCommand.Accept accept -> Optional.empty();
            case RequestCommand.Decline decline -> Optional.empty();
            case RequestCommand.Withdraw withdraw -> Optional.empty();
        };
    }

    private Optional<RequestRefusal> obstacle(RequestAddressee to) {
        if (Objects.equals(to.researcher(), addressee.researcher())) {
            return Optional.of(RequestRefusal.ONESELF);
        }
        return handOvers >= MOST_HAND_OVERS ? Optional.of(RequestRefusal.HANDED_OVER_OFTEN) : to.closedTo(createdBy);
    }

    /** With this colleague as its addressee; what it was sent to stays. */
    private Request passedTo(RequestAddressee to) {
        return new Request(
                id,
                organisation,
                createdBy,
                new RequestAddressee(to.researcher(), to.person(), addressee.subProject(), to.accepting()),
                draft,
                state,
                declineReason,
                createdAt,
                updatedAt,
                sentAt,
                dueAt,
                remindedAt,
                decidedAt,
                handOvers + 1,
                steps,
                version);
    }

    private boolean hasPassed(Duration intoTheTurn, Instant now) {
        return dueAt != null && !now.isBefore(dueAt.minus(ANSWER_WITHIN).plus(intoTheTurn));
    }

    private Request turn(RequestState to, Instant now) {
        return moved(to, null, now.plus(ANSWER_WITHIN), null, null, now);
    }

    private Request decided(RequestState to, @Nullable DeclineReason reason, Instant now) {
        return moved(to, reason, dueAt, remindedAt, now, now);
    }

    private Request moved(
            RequestState to,
            @Nullable DeclineReason reason,
            @Nullable Instant due,
            @Nullable Instant reminded,
            @Nullable Instant decided,
            Instant now) {
        return new Request(
                id,
                organisation,
                createdBy,
                addressee,
                draft,
                to,
                reason,
                createdAt,
                now,
                sentAt == null ? now : sentAt,
                due,
                reminded,
                decided,
                handOvers,
                steps + 1,
                version + 1);
    }
}

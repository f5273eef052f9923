package kr.nairl.platform.core.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final OrganisationId COMPANY = OrganisationId.fresh();
    private static final OrganisationId UNIVERSITY = OrganisationId.fresh();
    private static final Actor.Person MEMBER = person(COMPANY, Role.MEMBER);
    private static final Actor.Person ADMINISTRATOR = person(COMPANY, Role.ADMINISTRATOR);
    private static final Actor.Person SCHOLAR = person(UNIVERSITY, Role.RESEARCHER);
    private static final Actor.Person COLLEAGUE = person(UNIVERSITY, Role.RESEARCHER);
    private static final RequestAddressee TO_SCHOLAR =
            new RequestAddressee(ResearcherId.fresh(), SCHOLAR.id(), null, true);
    private static final RequestAddressee TO_COLLEAGUE =
            new RequestAddressee(ResearcherId.fresh(), COLLEAGUE.id(), null, true);
    private static final List<Actor> OUTSIDERS = List.of(
            Actor.VISITOR,
            Actor.Job.NOTIFIER,
            Actor.Job.SETUP,
            person(OrganisationId.fresh(), Role.MEMBER, Role.ADMINISTRATOR),
            person(UNIVERSITY, Role.RESEARCHER),
            // The addressee without the role any more, and the company's editor.
            new Actor.Person(SCHOLAR.id(), UNIVERSITY, Set.of(Role.MEMBER), Actor.LoginStrength.MULTI_FACTOR),
            person(COMPANY, Role.EDITOR),
            person(OrganisationId.fresh(), Role.LAB_MANAGER));

    /** The table that the machine is held against: state and step to the state that follows. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("DRAFT SEND", "SENT"),
            Map.entry("SENT ASK", "QUESTION_ASKED"),
            Map.entry("SENT ACCEPT", "ACCEPTED"),
            Map.entry("SENT DECLINE", "DECLINED"),
            Map.entry("SENT WITHDRAW", "WITHDRAWN"),
            Map.entry("SENT REMIND", "SENT"),
            Map.entry("SENT EXPIRE", "EXPIRED"),
            Map.entry("SENT HAND_OVER", "HANDED_OVER"),
            Map.entry("SENT PASS_ON", "HANDED_OVER"),
            Map.entry("HANDED_OVER PASS_ON", "HANDED_OVER"),
            Map.entry("HANDED_OVER HAND_OVER", "HANDED_OVER"),
            Map.entry("HANDED_OVER ASK", "QUESTION_ASKED"),
            Map.entry("HANDED_OVER ACCEPT", "ACCEPTED"),
            Map.entry("HANDED_OVER DECLINE", "DECLINED"),
            Map.entry("HANDED_OVER WITHDRAW", "WITHDRAWN"),
            Map.entry("HANDED_OVER REMIND", "HANDED_OVER"),
            Map.entry("HANDED_OVER EXPIRE", "EXPIRED"),
            Map.entry("QUESTION_ASKED ANSWER", "SENT"),
            Map.entry("QUESTION_ASKED ACCEPT", "ACCEPTED"),
            Map.entry("QUESTION_ASKED DECLINE", "DECLINED"),
            Map.entry("QUESTION_ASKED WITHDRAW", "WITHDRAWN"),
            Map.entry("QUESTION_ASKED EXPIRE", "EXPIRED"));

    private static final Map<String, String> WHO = Map.of(
            "SEND", "sender",
            "ANSWER", "sender",
            "WITHDRAW", "sender",
            "ASK", "addressee",
            "HAND_OVER", "addressee",
            "ACCEPT", "addressee",
            "DECLINE", "addressee",
            "PASS_ON", "clock",
            "REMIND", "clock",
            "EXPIRE", "clock");

    private static final List<RequestCommand> COMMANDS = List.of(
            new RequestCommand.Send(),
            new RequestCommand.Ask("why?"),
            new RequestCommand.Answer("because"),
            handOver(TO_COLLEAGUE),
            handOver(TO_SCHOLAR),
            new RequestCommand.PassOn(TO_COLLEAGUE),
            new RequestCommand.PassOn(TO_SCHOLAR),
            new RequestCommand.Accept(null),
            new RequestCommand.Decline(DeclineReason.NO_CAPACITY, "sorry"),
            new RequestCommand.Withdraw("too late"),
            new RequestCommand.Remind(),
            new RequestCommand.Expire());

    @Test
    void twentyThousandRandomLivesFollowTheTable() {
        Random random = new Random(20261124);
        Set<String> taken = new java.util.TreeSet<>();
        for (int life = 0; life < 20_000; life++) {
            Request request = draft(true, true);
            Instant now = START;
            String state = "DRAFT";
            Instant turn = START;
            boolean reminded = false;
            Actor.Person addressee = SCHOLAR;
            int handOvers = 0;
            int steps = 0;
            for (int i = 0; i < 14; i++) {
                now = now.plus(Duration.ofHours(random.nextInt(24 * 5)));
                RequestCommand command = COMMANDS.get(random.nextInt(COMMANDS.size()));
                Actor actor = anybody(random);
                String step = command.step().name();
                String follows = TABLE.get(state + " " + step);
                boolean right = who(actor, state, addressee).equals(WHO.get(step));
                Actor.Person receiver = command.equals(handOver(TO_COLLEAGUE))
                                || command.equals(new RequestCommand.PassOn(TO_COLLEAGUE))
                        ? COLLEAGUE
                        : SCHOLAR;
                boolean timely = switch (step) {
                    case "HAND_OVER" -> handOvers < 3 && !receiver.equals(addressee);
                    case "PASS_ON" ->
                        handOvers < 3 && !receiver.equals(addressee) && !now.isBefore(turn.plus(Duration.ofDays(10)));
                    case "REMIND" ->
                        !reminded
                                && now.isBefore(turn.plus(Duration.ofDays(14)))
                                && !now.isBefore(turn.plus(Duration.ofDays(7)));
                    case "EXPIRE" -> !now.isBefore(turn.plus(Duration.ofDays(14)));
                    default -> true;
                };
                boolean offered = request.permittedFor(actor).contains(command.step());
                assertThat(offered).as("%s %s by %s", state, step, actor).isEqualTo(right && follows != null);
                switch (request.apply(command, actor, now)) {
                    case Request.Outcome.Refused refused ->
                        assertThat(right && follows != null && timely)
                                .as("%s %s by %s: %s", state, step, actor, refused)
                                .isFalse();
                    case Request.Outcome.Moved(Request moved, RequestHistoryEntry entry) -> {
                        assertThat(right && follows != null && timely)
                                .as("%s %s by %s", state, step, actor)
                                .isTrue();
                        assertThat(moved.state().name()).isEqualTo(follows);
                        assertThat(moved.version()).isEqualTo(request.version() + 1);
                        steps++;
                        assertThat(List.of(
                                        entry.sequence(),
                                        entry.from().name(),
                                        entry.to().name(),
                                        entry.step().name()))
                                .isEqualTo(List.of(steps, state, String.valueOf(follows), step));
                        assertThat(entry.at()).isEqualTo(now);
                        assertThat(entry.words()).isEqualTo(command.words());
                        if (Set.of("SEND", "ASK", "ANSWER", "HAND_OVER", "PASS_ON")
                                .contains(step)) {
                            turn = now;
                            reminded = false;
                            assertThat(moved.dueAt()).isEqualTo(now.plus(Duration.ofDays(14)));
                        }
                        assertThat(entry.handOver() != null)
                                .isEqualTo(Set.of("HAND_OVER", "PASS_ON").contains(step));
                        if (entry.handOver() != null) {
                            addressee = receiver;
                            handOvers++;
                        }
                        assertThat(moved.addressee().person()).isEqualTo(addressee.id());
                        reminded |= step.equals("REMIND");
                        assertThat(moved.decidedAt() != null)
                                .isEqualTo(moved.state().isFinal());
                        assertThat(moved.declineReason() != null).isEqualTo(moved.state() == RequestState.DECLINED);
                        taken.add(state + " " + step);
                        state = moved.state().name();
                        request = moved;
                    }
                }
            }
        }
        assertThat(taken).as("every way was taken").isEqualTo(new java.util.TreeSet<>(TABLE.keySet()));
    }

    @Test
    void acceptedRequestCannotBeWithdrawn() {
        Request accepted = moved(
                moved(draft(true, true), new RequestCommand.Send(), MEMBER), new RequestCommand.Accept(null), SCHOLAR);
        assertThat(accepted.apply(new RequestCommand.Withdraw(null), MEMBER, START))
                .isEqualTo(new Request.Outcome.Refused(RequestRefusal.ALREADY_DECIDED));
        assertThat(accepted.permittedFor(MEMBER)).isEmpty();
    }

    @Test
    void everyMemberOfTheCompanyIsItsSender() {
        Request sent = moved(draft(true, true), new RequestCommand.Send(), ADMINISTRATOR);
        assertThat(sent.permittedFor(MEMBER)).isEqualTo(EnumSet.of(RequestStep.WITHDRAW));
        assertThat(sent.permittedFor(SCHOLAR))
                .isEqualTo(EnumSet.of(RequestStep.ASK, RequestStep.HAND_OVER, RequestStep.ACCEPT, RequestStep.DECLINE));
        assertThat(sent.permittedFor(Actor.Job.CLOCK))
                .isEqualTo(EnumSet.of(RequestStep.PASS_ON, RequestStep.REMIND, RequestStep.EXPIRE));
    }

    @Test
    void aDraftIsNothingToItsAddressee() {
        Request draft = draft(true, true);
        assertThat(draft.sideOf(SCHOLAR)).isEqualTo(RequestSide.OUTSIDE);
        assertThat(draft.isEditableBy(MEMBER)).isTrue();
        assertThat(draft.isEditableBy(SCHOLAR)).isFalse();
    }

    @Test
    void anIncompleteDraftIsNotSent() {
        assertThat(draft(false, true).apply(new RequestCommand.Send(), MEMBER, START))
                .isEqualTo(new Request.Outcome.Refused(RequestRefusal.INCOMPLETE));
    }

    @Test
    void nothingIsSentToWhoTakesNoRequests() {
        assertThat(draft(true, false).apply(new RequestCommand.Send(), MEMBER, START))
                .isEqualTo(new Request.Outcome.Refused(RequestRefusal.NOT_ACCEPTING));
    }

    @Test
    void nothingIsPassedToWhoCouldNotAnswerOrHasIt() {
        Request sent = moved(draft(true, true), new RequestCommand.Send(), MEMBER);
        assertThat(refusal(sent, new RequestAddressee(ResearcherId.fresh(), null, null, true)))
                .isEqualTo(RequestRefusal.NO_ACCOUNT);
        assertThat(refusal(sent, new RequestAddressee(ResearcherId.fresh(), COLLEAGUE.id(), null, false)))
                .isEqualTo(RequestRefusal.NOT_ACCEPTING);
        assertThat(refusal(sent, new RequestAddressee(ResearcherId.fresh(), MEMBER.id(), null, true)))
                .isEqualTo(RequestRefusal.ONESELF);
        assertThat(refusal(sent, TO_SCHOLAR)).isEqualTo(RequestRefusal.ONESELF);
    }

    private static RequestRefusal refusal(Request request, RequestAddressee to) {
        return switch (request.apply(handOver(to), SCHOLAR, START)) {
            case Request.Outcome.Refused(RequestRefusal reason) -> reason;
            case Request.Outcome.Moved moved -> throw new AssertionError(moved);
        };
    }

    @Test
    void afterThreeHandOversSomebodyDecides() {
        Request request = moved(draft(true, true), new RequestCommand.Send(), MEMBER);
        request = moved(request, handOver(TO_COLLEAGUE), SCHOLAR);
        request = moved(request, handOver(TO_SCHOLAR), COLLEAGUE);
        request = moved(request, handOver(TO_COLLEAGUE), SCHOLAR);
        assertThat(request.apply(handOver(TO_SCHOLAR), COLLEAGUE, START))
                .isEqualTo(new Request.Outcome.Refused(RequestRefusal.HANDED_OVER_OFTEN));
        assertThat(moved(request, new RequestCommand.Accept(null), COLLEAGUE).state())
                .isEqualTo(RequestState.ACCEPTED);
    }

    @Test
    void whatIsOverdueCanStillBeAnsweredUntilTheClockHasLooked() {
        Request sent = moved(draft(true, true), new RequestCommand.Send(), MEMBER);
        Instant late = START.plus(Duration.ofDays(15));
        assertThat(sent.apply(new RequestCommand.Accept(null), SCHOLAR, late))
                .isInstanceOf(Request.Outcome.Moved.class);
        assertThat(sent.apply(new RequestCommand.Remind(), Actor.Job.CLOCK, late))
                .isEqualTo(new Request.Outcome.Refused(RequestRefusal.TOO_EARLY));
    }

    @Test
    void aQuestionWithoutWordsIsRefusedAndAnEmptyFarewellIsNone() {
        assertThatThrownBy(() -> new RequestCommand.Ask("  \u0000 "))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(
                                        InvalidInputException.Violation::field, InvalidInputException.Violation::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple("text", "required")));
        assertThatThrownBy(() -> new RequestCommand.Accept("x".repeat(2001)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("too-long");
        assertThat(new RequestCommand.Withdraw("  ").words()).isNull();
    }

    @Test
    void aTitleIsOneLine() {
        assertThat(RequestCast.words("Two\r\nlines\u2028three").title()).isEqualTo("Two lines three");
    }

    private static String who(Actor actor, String state, Actor.Person addressee) {
        if (actor.equals(MEMBER) || actor.equals(ADMINISTRATOR)) {
            return "sender";
        }
        if (actor.equals(addressee) && !state.equals("DRAFT")) {
            return "addressee";
        }
        return actor.equals(Actor.Job.CLOCK) ? "clock" : "nobody";
    }

    private static Actor anybody(Random random) {
        List<Actor> actors = new ArrayList<>(
                Stream.of(MEMBER, ADMINISTRATOR, SCHOLAR, SCHOLAR, COLLEAGUE, COLLEAGUE, Actor.Job.CLOCK)
                        .toList());
        actors.add(OUTSIDERS.get(random.nextInt(OUTSIDERS.size())));
        return actors.get(random.nextInt(actors.size()));
    }

    private static RequestCommand.HandOver handOver(RequestAddressee to) {
        return new RequestCommand.HandOver(to, HandOverReason.BETTER_FIT, "nearer to your work");
    }

    private static Request moved(Request request, RequestCommand command, Actor actor) {
        return switch (request.apply(command, actor, START)) {
            case Request.Outcome.Moved(Request moved, RequestHistoryEntry entry) -> moved;
            case Request.Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Request draft(boolean complete, boolean accepting) {
        Request draft = Request.begin(
                RequestId.fresh(),
                MEMBER,
                new RequestAddressee(TO_SCHOLAR.researcher(), SCHOLAR.id(), null, accepting),
                RequestMode.ADVICE,
                START);
        return complete ? draft.written(RequestCast.words("A title"), START) : draft;
    }

    private static Actor.Person person(OrganisationId organisation, Role... roles) {
        return new Actor.Person(PersonId.fresh(), organisation, Set.of(roles), Actor.LoginStrength.SINGLE_FACTOR);
    }
}

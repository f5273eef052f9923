package kr.nairl.platform.core.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestClockTest {

    private final RequestClock requestClock = CoreDatabase.bean(RequestClock.class);
    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final AvailabilityDesk availability = CoreDatabase.bean(AvailabilityDesk.class);
    private final RequestCast cast = new RequestCast();

    @BeforeEach
    void nobodyStandsInUnlessNamed() {
        RequestCast.nobodyLeads(RequestCast.SUB_PROJECT);
        RequestCast.nobodyLeads(RequestCast.OTHER_SUB_PROJECT);
    }

    @Test
    void anUnansweredRequestIsRemindedOfOnceAndThenExpires() {
        RequestId id = cast.sent("Silence");
        pass(Duration.ofDays(7).minusMinutes(1));
        assertThat(steps(id)).containsExactly(RequestStep.SEND);
        pass(Duration.ofMinutes(1));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND);
        pass(Duration.ofDays(1));
        assertThat(steps(id)).hasSize(2);
        pass(Duration.ofDays(6));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND, RequestStep.EXPIRE);
        assertThat(cast.page(id).row().state()).isEqualTo(RequestState.EXPIRED);
        assertThat(cast.page(id).history().getLast().person()).isNull();
        assertThat(cast.page(id).history().getLast().at())
                .isEqualTo(CoreDatabase.clock().instant());
        assertThat(desk.accept(cast.scholar, id, null, 2))
                .isEqualTo(new MoveOutcome.Overtaken(RequestState.EXPIRED, null));
    }

    @Test
    void whatNobodyAnswersGoesToTheNamedStandInAndStartsAnew() {
        availability.nameStandIn(cast.scholar, cast.otherResearcher);
        RequestId id = cast.sent("Unanswered");
        pass(Duration.ofDays(10).minusMinutes(1));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND);
        pass(Duration.ofMinutes(1));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND, RequestStep.PASS_ON);
        RequestPage.Entry entry = cast.page(id).history().getLast();
        assertThat(entry.person()).isNull();
        assertThat(entry.passedOn())
                .isEqualTo(
                        new RequestPage.PassedOn(LocalizedText.of("김승룡", "Seungryong Kim"), HandOverReason.NO_ANSWER));
        assertThat(cast.page(id).row().researcher()).isEqualTo(cast.otherResearcher);
        RequestPage formers = CoreDatabase.bean(RequestBox.class).open(cast.scholar, id);
        assertThat(formers.isWithheld()).isTrue();
        assertThat(formers.permitted()).isEmpty();
        // Nobody stands in for the second one but the first, who had it.
        availability.nameStandIn(cast.otherScholar, cast.researcher);
        pass(Duration.ofDays(11));
        assertThat(cast.page(id).row().state()).isEqualTo(RequestState.HANDED_OVER);
        assertThat(desk.accept(cast.otherScholar, id, null, cast.page(id).row().version()))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    @Test
    void whoLeadsTheSubProjectStandsInWhereNobodyIsNamed() {
        SubProjectId own = RequestCast.subProject();
        Actor.Person busy = CoreDatabase.person(cast.university, "한바쁨", Role.RESEARCHER);
        ResearcherId busyResearcher = RequestCast.researcher(busy, own);
        RequestCast.leads(own, cast.otherResearcher);
        RequestId id = cast.sentTo(busyResearcher, "Led");
        // Not somebody who is away, nor one whom the company conflicts with.
        LocalDate today = LocalDate.ofInstant(CoreDatabase.clock().instant(), ZoneId.of("Asia/Seoul"));
        availability.addAbsence(cast.otherScholar, today, today.plusDays(10));
        pass(Duration.ofDays(10));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND);
        pass(Duration.ofDays(1));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.REMIND, RequestStep.PASS_ON);

        CoreDatabase.bean(WishDesk.class).declare(cast.otherScholar, cast.company, "");
        RequestId second = cast.sentTo(busyResearcher, "Conflicting");
        pass(Duration.ofDays(14));
        assertThat(steps(second)).doesNotContain(RequestStep.PASS_ON).endsWith(RequestStep.EXPIRE);
    }

    @Test
    void anAnswerStartsTheTimeAnew() {
        RequestId id = cast.sent("Talking");
        pass(Duration.ofDays(8));
        desk.ask(cast.scholar, id, "?", 3);
        pass(Duration.ofDays(13));
        desk.answer(cast.member, id, "!", 4);
        pass(Duration.ofDays(6));
        assertThat(cast.page(id).row().state()).isEqualTo(RequestState.SENT);
        pass(Duration.ofDays(1));
        assertThat(steps(id))
                .containsExactly(
                        RequestStep.SEND, RequestStep.REMIND, RequestStep.ASK, RequestStep.ANSWER, RequestStep.REMIND);
    }

    @Test
    void aQuestionThatIsNeverAnsweredExpiresToo() {
        RequestId id = cast.sent("Forgotten");
        desk.ask(cast.scholar, id, "?", 2);
        pass(Duration.ofDays(14));
        assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.ASK, RequestStep.EXPIRE);
    }

    @Test
    void twoNodesThatTickAtOnceMoveEachRequestOnce() throws Exception {
        List<RequestId> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(cast.sent("Node " + i));
        }
        CoreDatabase.clock().pass(Duration.ofDays(20));
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Future<RequestClock.Ticked>> ticks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ticks.add(nodes.submit(() -> requestClock.tick(Actor.Job.CLOCK)));
            }
            for (Future<RequestClock.Ticked> tick : ticks) {
                tick.get();
            }
        }
        assertThat(ids).allSatisfy(id -> assertThat(steps(id)).containsExactly(RequestStep.SEND, RequestStep.EXPIRE));
        assertThat(requestClock.tick(Actor.Job.CLOCK)).isEqualTo(new RequestClock.Ticked(0, 0, 0));
    }

    @Test
    void onlyTheClockTicks() {
        for (Actor actor : List.of(cast.manager, cast.member, Actor.VISITOR, Actor.Job.NOTIFIER)) {
            assertThatThrownBy(() -> requestClock.tick(actor)).isInstanceOf(ForbiddenException.class);
        }
    }

    private void pass(Duration time) {
        CoreDatabase.clock().pass(time);
        requestClock.tick(Actor.Job.CLOCK);
    }

    private List<RequestStep> steps(RequestId id) {
        return cast.page(id).history().stream().map(RequestPage.Entry::step).toList();
    }
}

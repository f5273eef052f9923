package kr.nairl.platform.core.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvailabilityDeskTest {

    private final AvailabilityDesk desk = CoreDatabase.bean(AvailabilityDesk.class);
    private final RequestDesk requests = CoreDatabase.bean(RequestDesk.class);
    private final RequestCast cast = new RequestCast();
    private final LocalDate today = LocalDate.ofInstant(CoreDatabase.clock().instant(), ZoneId.of("Asia/Seoul"));

    @BeforeEach
    void nobodyStandsInUnlessNamed() {
        RequestCast.nobodyLeads(RequestCast.SUB_PROJECT);
        RequestCast.nobodyLeads(RequestCast.OTHER_SUB_PROJECT);
    }

    @Test
    void daysAwayThatMeetBecomeOneAbsence() {
        desk.addAbsence(cast.scholar, today.plusDays(10), today.plusDays(12));
        desk.addAbsence(cast.scholar, today.plusDays(20), today.plusDays(22));
        desk.addAbsence(cast.scholar, today.plusDays(13), today.plusDays(14));
        assertThat(desk.own(cast.scholar).absences())
                .containsExactly(
                        new Absence(today.plusDays(10), today.plusDays(14)),
                        new Absence(today.plusDays(20), today.plusDays(22)));
        desk.addAbsence(cast.scholar, today.plusDays(12), today.plusDays(21));
        assertThat(desk.own(cast.scholar).absences())
                .containsExactly(new Absence(today.plusDays(10), today.plusDays(22)));
        desk.removeAbsence(cast.scholar, new Absence(today.plusDays(10), today.plusDays(22)));
        assertThat(desk.own(cast.scholar)).isEqualTo(Availability.NONE);
    }

    @Test
    void daysThatCannotBeAreRefusedAtTheirField() {
        assertThat(refused(() -> desk.addAbsence(cast.scholar, today.plusDays(2), today.plusDays(1))))
                .contains("last");
        assertThat(refused(() -> desk.addAbsence(cast.scholar, today.minusDays(9), today.minusDays(1))))
                .contains("last");
        assertThat(refused(() -> desk.addAbsence(cast.scholar, today, today.plusDays(366))))
                .contains("last");
        assertThat(refused(() -> desk.addAbsence(cast.scholar, LocalDate.MAX, LocalDate.MAX)))
                .contains("last");
        assertThat(refused(() -> desk.nameStandIn(cast.scholar, cast.researcher)))
                .contains("standIn");
        assertThat(refused(() -> desk.nameStandIn(cast.scholar, ResearcherId.fresh())))
                .contains("standIn");
        assertThat(desk.own(cast.scholar)).isEqualTo(Availability.NONE);
    }

    @Test
    void onlyResearchersSayWhenTheyAreAwayAndOnlyForThemselves() {
        for (Actor actor : List.of(cast.member, cast.manager, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> desk.own(actor)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.addAbsence(actor, today, today)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.nameStandIn(actor, null)).isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> desk.forecast(Actor.VISITOR, cast.researcher, Instant.EPOCH))
                .isInstanceOf(ForbiddenException.class);
        desk.addAbsence(cast.scholar, today, today.plusDays(3));
        // The second fence: somebody else's row is not theirs to write, whatever the use case let through.
        assertThat(count(
                        cast.otherScholar,
                        "WITH gone AS (DELETE FROM platform.researcher_absence WHERE researcher_id = ? RETURNING 1) SELECT count(*) FROM gone",
                        cast.researcher.value()))
                .isZero();
        assertThat(count(Actor.VISITOR, "SELECT count(*) FROM platform.researcher_absence"))
                .isZero();
        assertThat(count(
                        cast.member,
                        "SELECT count(*) FROM platform.researcher_absence WHERE researcher_id = ?",
                        cast.researcher.value()))
                .isOne();
        // Who stands in would tell of conflicts.
        RequestId id = cast.sent("Asked by others");
        desk.nameStandIn(cast.scholar, cast.otherResearcher);
        String standsIn = "SELECT count(platform.stand_in(?, current_date))";
        assertThat(count(cast.member, standsIn, id.value())).isZero();
        assertThat(count(Actor.Job.CLOCK, standsIn, id.value())).isOne();
    }

    @Test
    void anAnswerIsForecastFromTheResearchersOwnTurnsAndDaysAwayDoNotCount() {
        for (int days = 1; days <= 5; days++) {
            RequestId id = cast.sent("Turn of " + days);
            CoreDatabase.clock().pass(Duration.ofDays(days));
            requests.decline(cast.scholar, id, DeclineReason.NO_CAPACITY, null, 2);
        }
        Instant now = CoreDatabase.clock().instant();
        LocalDate here = LocalDate.ofInstant(now, ZoneId.of("Asia/Seoul"));
        ReplyForecast told = desk.forecast(cast.member, cast.researcher, now);
        assertThat(told.basis()).isEqualTo(ReplyForecast.Basis.RESEARCHER);
        assertThat(told.turns()).isEqualTo(5);
        // A fifth of 1 to 5 days is 1.8, four fifths are 4.2.
        assertThat(told.earliest())
                .isEqualTo(LocalDate.ofInstant(now.plus(Duration.ofMinutes(2592)), ZoneId.of("Asia/Seoul")));
        assertThat(told.latest())
                .isEqualTo(LocalDate.ofInstant(now.plus(Duration.ofMinutes(6048)), ZoneId.of("Asia/Seoul")));
        assertThat(told.awayUntil()).isNull();

        desk.addAbsence(cast.scholar, here, here.plusDays(6));
        ReplyForecast away = desk.forecast(cast.member, cast.researcher, now);
        assertThat(away.awayUntil()).isEqualTo(here.plusDays(6));
        assertThat(away.earliest())
                .isEqualTo(Objects.requireNonNull(told.earliest()).plusDays(7));
        assertThat(away.latest())
                .isEqualTo(Objects.requireNonNull(told.latest()).plusDays(7));
    }

    @Test
    void theSlowDoNotLookQuickAndTooFewTurnsTellOfTheWholeLab() {
        for (int i = 0; i < 5; i++) {
            RequestId silent = cast.sent("Silent " + i);
            CoreDatabase.clock().pass(Duration.ofDays(14));
            CoreDatabase.bean(RequestClock.class).tick(Actor.Job.CLOCK);
            assertThat(cast.page(silent).row().state()).isEqualTo(RequestState.EXPIRED);
        }
        Instant now = CoreDatabase.clock().instant();
        ReplyForecast silent = desk.forecast(cast.member, cast.researcher, now);
        assertThat(silent.basis()).isEqualTo(ReplyForecast.Basis.RESEARCHER);
        assertThat(silent.earliest())
                .isEqualTo(LocalDate.ofInstant(now.plus(Duration.ofDays(14)), ZoneId.of("Asia/Seoul")));
        ReplyForecast unknown = desk.forecast(cast.member, cast.otherResearcher, now);
        assertThat(unknown.basis()).isEqualTo(ReplyForecast.Basis.LAB);
        assertThat(unknown.turns()).isGreaterThanOrEqualTo(5);
    }

    private static long count(Actor actor, String question, Object... values) {
        return CoreDatabase.bean(Transactions.class)
                .write(
                        actor,
                        () -> CoreDatabase.bean(DSLContext.class)
                                .fetchSingle(question, values)
                                .get(0, Long.class));
    }

    private static List<String> refused(Runnable step) {
        try {
            step.run();
        } catch (InvalidInputException refusal) {
            return refusal.violations().stream()
                    .map(InvalidInputException.Violation::field)
                    .toList();
        }
        throw new AssertionError("was not refused");
    }
}

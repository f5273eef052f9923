package kr.nairl.platform.core.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.RequestCast;
import kr.nairl.platform.core.collaboration.RequestClock;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.StatementCount;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LabOverviewTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final LabOverview overview = CoreDatabase.bean(LabOverview.class);
    private final RequestDesk desk = CoreDatabase.bean(RequestDesk.class);
    private final RequestCast cast = new RequestCast();

    @BeforeEach
    void noOtherRequests() {
        CoreDatabase.asOwner("DELETE FROM collaboration_request");
    }

    @Test
    void requestsAreCountedByStateWithoutDrafts() {
        cast.draft();
        cast.sent("One");
        cast.sent("Two");
        cast.accepted("Three");
        assertThat(figures().requestsByState())
                .containsEntry(RequestState.SENT, 2)
                .containsEntry(RequestState.ACCEPTED, 1)
                .containsEntry(RequestState.EXPIRED, 0)
                .doesNotContainKey(RequestState.DRAFT)
                .hasSize(7);
        assertThat(figures().newThisQuarter().requests()).isEqualTo(3);
        assertThat(figures().newThisQuarter().accepted()).isEqualTo(1);
    }

    @Test
    void theQuarterBeginsInTheReadersZone() {
        Instant since = figures().newThisQuarter().since();
        assertThat(since.atZone(SEOUL).getDayOfMonth()).isEqualTo(1);
        assertThat(since.atZone(SEOUL).getHour()).isZero();
        assertThat((since.atZone(SEOUL).getMonthValue() - 1) % 3).isZero();
        assertThat(since).isBeforeOrEqualTo(CoreDatabase.clock().instant());
    }

    @Test
    void whatTheAddresseeLeftForAWeekWaitsTooLong() {
        RequestId old = cast.sent("Old");
        RequestId asked = cast.sent("Asked");
        desk.ask(cast.scholar, asked, "?", 2);
        CoreDatabase.clock().pass(Duration.ofDays(6));
        assertThat(figures().waitingTooLong()).isEmpty();
        cast.sent("Young");
        CoreDatabase.clock().pass(Duration.ofDays(3).plusHours(5));
        List<WaitingRequest> waiting = figures().waitingTooLong();
        assertThat(waiting).extracting(WaitingRequest::id).containsExactly(old);
        assertThat(waiting.getFirst().days()).isEqualTo(9);
        assertThat(waiting.getFirst().title()).isEqualTo("Old");
        assertThat(waiting.getFirst().organisationName().ko()).isEqualTo("에버런");
        assertThat(waiting.getFirst().researcherName().ko()).isEqualTo("김승룡");
    }

    @Test
    void theMedianCountsFirstAnswersOfTheLastNinetyDays() {
        assertThat(figures().medianDaysToFirstAnswer()).isNull();
        RequestId first = cast.sent("One day");
        RequestId second = cast.sent("Two days");
        RequestId third = cast.sent("Ten days");
        RequestId withdrawn = cast.sent("No answer");
        CoreDatabase.clock().pass(Duration.ofDays(1));
        desk.ask(cast.scholar, first, "?", 2);
        desk.answer(cast.member, first, "!", 3);
        CoreDatabase.clock().pass(Duration.ofDays(1));
        // A second answer of the same request counts no more.
        desk.accept(cast.scholar, first, null, 4);
        desk.accept(cast.scholar, second, null, 2);
        desk.withdraw(cast.member, withdrawn, null, 2);
        CoreDatabase.clock().pass(Duration.ofDays(8));
        desk.accept(cast.scholar, third, null, 2);
        assertThat(figures().medianDaysToFirstAnswer()).isEqualTo(2.0);
        CoreDatabase.clock().pass(Duration.ofDays(85));
        assertThat(figures().medianDaysToFirstAnswer()).isEqualTo(10.0);
        CoreDatabase.clock().pass(Duration.ofDays(10));
        assertThat(figures().medianDaysToFirstAnswer()).isNull();
    }

    @Test
    void aTieHoldsAllThatAnOrganisationSentToASubProjectAndItsResearchers() {
        RequestCast.leads(RequestCast.SUB_PROJECT, cast.researcher);
        Instant start = CoreDatabase.clock().instant();
        cast.accepted("Direct");
        CoreDatabase.clock().pass(Duration.ofDays(1));
        cast.sent("Silent");
        CoreDatabase.clock().pass(Duration.ofDays(20));
        // The clock's own steps are no contact.
        CoreDatabase.bean(RequestClock.class).tick(Actor.Job.CLOCK);
        cast.draft();
        Tie tie = figures().ties().getFirst();
        assertThat(figures().ties()).hasSize(1);
        assertThat(tie.organisation()).isEqualTo(cast.company);
        assertThat(tie.subProject()).isEqualTo(RequestCast.SUB_PROJECT);
        assertThat(tie.subProjectTitle().en()).isEqualTo("Video understanding");
        assertThat(tie.sent()).isEqualTo(2);
        assertThat(tie.accepted()).isEqualTo(1);
        assertThat(tie.lastContact()).isEqualTo(start.plus(Duration.ofDays(1)));
    }

    @Test
    void tiesArePagedAndFiltered() {
        cast.sent("Mine");
        CoreDatabase.clock().pass(Duration.ofHours(1));
        RequestCast others = new RequestCast();
        others.sent("Theirs");
        assertThat(overview.ties(cast.manager, TieFilter.ALL, PageRequest.first(1))
                        .total())
                .isEqualTo(2);
        assertThat(overview.ties(cast.manager, TieFilter.ALL, PageRequest.first(1))
                        .items())
                .extracting(Tie::organisation)
                .containsExactly(others.company);
        assertThat(overview.ties(cast.manager, TieFilter.ALL, new PageRequest(1, 1))
                        .items())
                .extracting(Tie::organisation)
                .containsExactly(cast.company);
        assertThat(overview.ties(cast.manager, TieFilter.ALL, new PageRequest(9, 1))
                        .total())
                .isEqualTo(2);
        assertThat(overview.ties(
                                cast.manager,
                                new TieFilter("nobody of this name", null, false, TieFilter.Order.LAST_CONTACT),
                                PageRequest.first(9))
                        .items())
                .isEmpty();
        assertThat(overview.ties(cast.manager, TieFilter.of(RequestCast.OTHER_SUB_PROJECT), PageRequest.first(9))
                        .items())
                .isEmpty();
        assertThat(overview.ties(cast.manager, TieFilter.of(RequestCast.SUB_PROJECT), PageRequest.first(9))
                        .items())
                .hasSize(2);
    }

    @Test
    void tiesAreOrderedAndNarrowedToThoseThatWait() {
        RequestCast busy = new RequestCast();
        busy.accepted("One");
        busy.accepted("Two");
        CoreDatabase.clock().pass(Duration.ofHours(1));
        RequestId asked = cast.sent("Asked");
        desk.ask(cast.scholar, asked, "?", 2);
        RequestId declined = cast.sent("Declined");
        desk.decline(cast.scholar, declined, DeclineReason.OTHER, null, 2);
        cast.sent("Waiting");
        assertThat(ordered(TieFilter.Order.LAST_CONTACT, false)).containsExactly(cast.company, busy.company);
        assertThat(ordered(TieFilter.Order.SENT, false)).containsExactly(cast.company, busy.company);
        assertThat(ordered(TieFilter.Order.ACCEPTED, false)).containsExactly(busy.company, cast.company);
        assertThat(ordered(TieFilter.Order.ORGANISATION, false)).containsExactlyInAnyOrder(busy.company, cast.company);
        assertThat(ordered(TieFilter.Order.SENT, true)).containsExactly(cast.company);
        Tie tie = overview.ties(cast.manager, TieFilter.ALL, PageRequest.first(1))
                .items()
                .getFirst();
        assertThat(List.of(tie.sent(), tie.open(), tie.accepted(), tie.declined()))
                .containsExactly(3, 2, 0, 1);
    }

    @Test
    void anExportHoldsWhatTheFilterShowsAndIsRemembered() {
        cast.sent("Mine");
        new RequestCast().accepted("Theirs");
        assertThat(overview.export(cast.manager, TieFilter.ALL))
                .hasSize(2)
                .isEqualTo(overview.ties(cast.manager, TieFilter.ALL, PageRequest.first(9))
                        .items());
        TieFilter open = new TieFilter(null, null, true, TieFilter.Order.SENT);
        assertThat(overview.export(cast.manager, open))
                .extracting(Tie::organisation)
                .containsExactly(cast.company);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(cast.manager, AuditFilter.ALL, PageRequest.first(2))
                        .items())
                .allSatisfy(entry -> assertThat(entry.action()).isEqualTo("ties.exported"))
                .extracting(AuditEntry::detail)
                .containsExactlyInAnyOrder(
                        Map.of("rows", "1", "filtered", "true"), Map.of("rows", "2", "filtered", "false"));
    }

    private List<OrganisationId> ordered(TieFilter.Order order, boolean openOnly) {
        return overview
                .ties(cast.manager, new TieFilter(null, null, openOnly, order), PageRequest.first(9))
                .items()
                .stream()
                .map(Tie::organisation)
                .toList();
    }

    @Test
    void partnersAreCountedByWhatTheyDid() {
        LabFigures.PartnerCounts before = figures().partners();
        assertThat(before.proposing()).isZero();
        cast.sent("Proposed");
        new RequestCast().accepted("Accepted");
        LabFigures.PartnerCounts after = figures().partners();
        assertThat(after.active()).isEqualTo(before.active() + 2);
        assertThat(after.proposing()).isEqualTo(2);
        assertThat(after.accepted()).isEqualTo(1);
    }

    @Test
    void theOverviewIsAHandfulOfStatementsWhateverItsLength() {
        cast.sent("One");
        int few = StatementCount.of(this::figures);
        for (int i = 0; i < 5; i++) {
            new RequestCast().sent("More");
        }
        CoreDatabase.clock().pass(Duration.ofDays(8));
        assertThat(figures().waitingTooLong()).hasSize(6);
        assertThat(StatementCount.of(this::figures)).isEqualTo(few).isLessThanOrEqualTo(5);
        assertThat(StatementCount.of(() -> overview.ties(cast.manager, TieFilter.ALL, PageRequest.first(50))))
                .isEqualTo(1);
    }

    @Test
    void onlyALabManagerLooks() {
        cast.sent("Overseen");
        for (Actor actor :
                List.of(cast.member, cast.administrator, cast.scholar, cast.stranger, Actor.VISITOR, Actor.Job.CLOCK)) {
            assertThatThrownBy(() -> overview.overview(actor, SEOUL)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> overview.ties(actor, TieFilter.ALL, PageRequest.first(9)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> overview.export(actor, TieFilter.ALL)).isInstanceOf(ForbiddenException.class);
        }
        CoreDatabase.clock().pass(Duration.ofDays(8));
        assertThat(Objects.toString(figures())).contains("Overseen").doesNotContain("CANARY");
    }

    private LabFigures figures() {
        return overview.overview(cast.manager, SEOUL);
    }
}

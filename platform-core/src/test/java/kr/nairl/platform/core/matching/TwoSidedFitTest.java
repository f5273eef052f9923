package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoSidedFitTest {

    private static final OrganisationId UNIVERSITY = CoreDatabase.organisation("UNIVERSITY", "바다대", "Sea University");
    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "해초회사", "Kelp Company");
    private static final OrganisationId RIVAL = CoreDatabase.organisation("COMPANY", "경쟁회사", "Rival Company");
    private static final OrganisationId THIRD = CoreDatabase.organisation("COMPANY", "셋째회사", "Third Company");
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "회원", Role.MEMBER);
    private static final Actor.Person RIVALS = CoreDatabase.person(RIVAL, "경쟁", Role.MEMBER);
    private static final Actor.Person THIRDS = CoreDatabase.person(THIRD, "셋째", Role.MEMBER);
    private static final Actor.Person MANAGER =
            CoreDatabase.person(CoreDatabase.organisation("LAB", "거점", "Lab"), "관리", Role.LAB_MANAGER);
    private static final Actor.Person SCHOLAR = CoreDatabase.person(UNIVERSITY, "학자", Role.RESEARCHER);
    private static final Actor.Person COLLEAGUE = CoreDatabase.person(UNIVERSITY, "동료", Role.RESEARCHER);

    private static ResearcherId scholar;
    private static ResearcherId colleague;

    private final Matching matching = CoreDatabase.bean(Matching.class);
    private final WishDesk desk = CoreDatabase.bean(WishDesk.class);
    private final SetAsideDesk asides = CoreDatabase.bean(SetAsideDesk.class);

    private InterestId need = InterestId.fresh();

    @BeforeAll
    static void twoAlike() {
        LabOfTests.SubProject sea = LabOfTests.subProject("바다 연구", UNIVERSITY);
        scholar = researcher(sea, SCHOLAR, "학자", "A Scholar");
        colleague = researcher(sea, COLLEAGUE, "동료", "A Colleague");
    }

    @BeforeEach
    void oneOpenNeed() {
        CoreDatabase.asOwner("DELETE FROM researcher_wishes");
        CoreDatabase.asOwner("DELETE FROM match_conflict");
        CoreDatabase.asOwner("DELETE FROM match_set_aside");
        CoreDatabase.asOwner(
                "DELETE FROM collaboration_request WHERE researcher_id IN (?, ?)", scholar.value(), colleague.value());
        CoreDatabase.asOwner("UPDATE interest SET state = 'CLOSED' WHERE state = 'OPEN'");
        need = opened(MEMBER);
        CoreDatabase.bean(MatchIndex.class).awaitFresh(Duration.ofSeconds(30));
    }

    @Test
    void wishesMoveThePairTheSameWayFromEitherSide() {
        double plainFromNeed = row(MEMBER, need).orElseThrow().score();
        double plainFromExpert = ownRow(need).orElseThrow().score();
        assertThat(row(MEMBER, need).orElseThrow().fit()).isEmpty();

        wish(words(Set.of(CollaborationMode.JOINT_RESEARCH), LabOfTests.topics("kelp mapping"), Set.of(), 2));
        MatchRow wanted = row(MEMBER, need).orElseThrow();
        assertThat(wanted.fit())
                .extracting(point -> point.getClass().getSimpleName() + point.suits())
                .containsExactlyInAnyOrder("Formtrue", "Fieldtrue", "Partnertrue", "Roomtrue");
        assertThat(wanted.score()).isGreaterThan(plainFromNeed).isLessThan(1);
        assertThat(wanted.shares().stream()
                        .mapToDouble(MatchRow.ReasonShare::part)
                        .sum())
                .isCloseTo(1, within(1e-9));
        assertThat(wanted.shares()).extracting(MatchRow.ReasonShare::why).anyMatch(Why.Suits.class::isInstance);
        MatchRow wantedToo = ownRow(need).orElseThrow();
        assertThat(wantedToo.fit()).containsExactlyElementsOf(wanted.fit());
        assertThat(TwoSidedFit.amount(wantedToo.score()) / TwoSidedFit.amount(plainFromExpert))
                .isCloseTo(TwoSidedFit.amount(wanted.score()) / TwoSidedFit.amount(plainFromNeed), within(1e-9));

        wish(words(Set.of(CollaborationMode.ADVICE), List.of(), Set.of(Language.EN), 0));
        MatchRow other = row(MEMBER, need).orElseThrow();
        assertThat(other.fit())
                .extracting(point -> point.getClass().getSimpleName() + point.suits())
                .containsExactlyInAnyOrder("Formfalse", "Partnertrue", "NoSharedLanguagefalse", "Roomfalse");
        assertThat(other.score()).isLessThan(plainFromNeed).isPositive();
        assertThat(experts(MEMBER, need).indexOf(scholar))
                .isGreaterThan(experts(MEMBER, need).indexOf(colleague));
    }

    @Test
    void aMonthsCapacityIsUsedUpByWhatIsAccepted() {
        wish(words(Set.of(), List.of(), Set.of(), 1));
        assertThat(row(MEMBER, need).orElseThrow().fit()).contains(new FitPoint.Room(true, null));
        answered(RIVALS, null, "ACCEPTED", null);
        YearMonth next = YearMonth.from(CoreDatabase.clock().instant().atZone(ZoneId.of("Asia/Seoul")))
                .plusMonths(1);
        assertThat(row(MEMBER, need).orElseThrow().fit()).contains(new FitPoint.Room(false, next));
        assertThat(ownRow(need).orElseThrow().fit()).contains(new FitPoint.Room(false, next));
    }

    @Test
    void aConflictLeavesThePairOutOfBothRankingsAndOnlyTheRightPeopleReadIt() {
        InterestId rivals = opened(RIVALS);
        rebuilt();
        double before = colleagues(MEMBER, need);
        desk.declare(SCHOLAR, COMPANY, "이해충돌 Velvetheron");
        assertThat(experts(MEMBER, need)).doesNotContain(scholar).contains(colleague);
        assertThat(colleagues(MEMBER, need)).isEqualTo(before);
        assertThat(ownRow(need)).isEmpty();
        assertThat(ownRow(rivals)).isPresent();
        assertThat(experts(RIVALS, rivals)).contains(scholar);
        assertThat(rows(matching.forResearcher(MANAGER, scholar, 50))
                        .map(row -> ((Who.Interest) row.who()).card().company().id()))
                .doesNotContain(COMPANY);

        assertThat(desk.ownConflicts(SCHOLAR)).singleElement().satisfies(one -> {
            assertThat(one.organisation()).isEqualTo(COMPANY);
            assertThat(one.note()).contains("Velvetheron");
        });
        assertThat(desk.conflicts(MANAGER, scholar)).hasSize(1);
        for (Actor other : List.of(MEMBER, COLLEAGUE, SCHOLAR)) {
            assertThatThrownBy(() -> desk.conflicts(other, scholar)).isInstanceOf(ForbiddenException.class);
        }
        for (Actor other : List.of(MEMBER, COLLEAGUE, Actor.VISITOR)) {
            assertThat(asActor(other, "SELECT count(*) FROM platform.match_conflict"))
                    .isEqualTo(0L);
        }
        assertThat(asActor(MANAGER, "SELECT count(*) FROM platform.match_conflict"))
                .isEqualTo(1L);
        assertThat(asActor(
                        RIVALS,
                        "SELECT count(*) FROM platform.conflicting_researchers(ARRAY['" + scholar + "'::uuid])"))
                .isEqualTo(0L);
        assertThat((String) CoreDatabase.askOwner(
                        "SELECT string_agg(action || detail::text, ' ') FROM platform.audit_entry WHERE subject_id = ?",
                        scholar.value()))
                .contains("conflict.declared")
                .doesNotContain(COMPANY.toString(), "Velvetheron");

        desk.withdraw(SCHOLAR, COMPANY);
        assertThat(experts(MEMBER, need)).contains(scholar);
    }

    @Test
    void whoeverIsInConflictIsNoEvidenceThatOthersFit() {
        desk.declare(SCHOLAR, COMPANY, "");
        desk.declare(COLLEAGUE, COMPANY, "");
        assertThat(matching.forInterest(MEMBER, need, 50))
                .isInstanceOfSatisfying(
                        MatchPage.Abstained.class,
                        none -> assertThat(none.reason()).isEqualTo(Ranking.Abstained.Reason.NOTHING_CLOSE));
    }

    @Test
    void whatACompanySetsAsideLeavesItsListUntilItIsTakenBack() {
        Subject.Expert them = new Subject.Researcher(scholar);
        asides.setAside(MEMBER, need, them, SetAsideReason.TOO_THEORETICAL);
        assertThat(experts(MEMBER, need)).doesNotContain(scholar);
        assertThat(ownRow(need)).as("the other side keeps its match").isPresent();
        assertThat(asides.ofInterest(MEMBER, need)).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo(SetAsideReason.TOO_THEORETICAL);
            assertThat(((Who.Researcher) one.who()).card().id()).isEqualTo(scholar);
        });
        for (Actor other : List.of(RIVALS, SCHOLAR, MANAGER)) {
            assertThatThrownBy(() -> asides.setAside(other, need, them, SetAsideReason.OTHER))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> asides.ofInterest(other, need)).isInstanceOf(NotFoundException.class);
            assertThat(asActor(other, "SELECT count(*) FROM platform.match_set_aside"))
                    .isEqualTo(0L);
        }
        assertThatThrownBy(() -> asides.setAside(MEMBER, need, them, SetAsideReason.TOO_APPLIED))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> asides.setAside(
                        MEMBER, need, new Subject.Researcher(ResearcherId.fresh()), SetAsideReason.OTHER))
                .isInstanceOf(NotFoundException.class);
        asides.restore(MEMBER, need, them);
        assertThat(experts(MEMBER, need)).contains(scholar);
    }

    @Test
    void whatAResearcherSetsAsideLeavesTheirListAlone() {
        asides.setNeedAside(SCHOLAR, need, SetAsideReason.ALREADY_TOGETHER);
        assertThat(ownRow(need)).isEmpty();
        assertThat(experts(MEMBER, need)).contains(scholar);
        assertThat(asides.own(SCHOLAR)).hasSize(1);
        assertThat(asides.own(COLLEAGUE)).isEmpty();
        asides.restoreNeed(SCHOLAR, need);
        assertThat(ownRow(need)).isPresent();
    }

    @Test
    void oneAnswerMovesAndDoesNotBury() {
        double plain = row(MEMBER, need).orElseThrow().score();
        answered(MEMBER, need, "DECLINED", "NO_CAPACITY");
        assertThat(row(MEMBER, need).orElseThrow().score()).isEqualTo(plain);
        answered(MEMBER, need, "DECLINED", "OUT_OF_FIELD");
        MatchRow declined = row(MEMBER, need).orElseThrow();
        assertThat(declined.fit()).containsExactly(new FitPoint.Answers(false, true));
        assertThat(declined.score()).isLessThan(plain).isGreaterThan(0.7 * plain);
        answered(MEMBER, need, "ACCEPTED", null);
        answered(MEMBER, need, "ACCEPTED", null);
        assertThat(row(MEMBER, need).orElseThrow().score()).isGreaterThan(plain);
    }

    @Test
    void aHandOverToWhoFitsBetterSpeaksAgainstTheOneAndForTheOther() {
        double plain = row(MEMBER, need).orElseThrow().score();
        passedOn(scholar, colleague, "AWAY");
        assertThat(row(MEMBER, need).orElseThrow().score()).isEqualTo(plain);
        passedOn(scholar, colleague, "BETTER_FIT");
        MatchRow passer = row(MEMBER, need).orElseThrow();
        assertThat(passer.fit()).containsExactly(new FitPoint.Answers(false, false));
        assertThat(passer.score()).isLessThan(plain).isGreaterThan(0.7 * plain);
        passedOn(colleague, scholar, "BETTER_FIT");
        passedOn(colleague, scholar, "BETTER_FIT");
        assertThat(row(MEMBER, need).orElseThrow().score()).isGreaterThan(plain);
    }

    private void passedOn(ResearcherId from, ResearcherId to, String reason) {
        UUID request = UUID.randomUUID();
        UUID step = UUID.randomUUID();
        CoreDatabase.asOwner(
                """
                INSERT INTO collaboration_request (id, interest_id, organisation_id, created_by, researcher_id, mode, state,
                    created_at, updated_at, sent_at, due_at)
                VALUES (?, ?, ?, ?, ?, 'DATA', 'HANDED_OVER', now(), now(), now(), now())""",
                request,
                need.value(),
                MEMBER.organisation().value(),
                MEMBER.id().value(),
                to.value());
        CoreDatabase.asOwner(
                "INSERT INTO request_history (id, request_id, sequence, at, command, from_state, to_state) VALUES (?, ?, 2, now(), 'HAND_OVER', 'SENT', 'HANDED_OVER')",
                step,
                request);
        CoreDatabase.asOwner(
                "INSERT INTO request_hand_over (history_id, request_id, from_researcher_id, to_researcher_id, reason) VALUES (?, ?, ?, ?, ?)",
                step,
                request,
                from.value(),
                to.value(),
                reason);
    }

    @Test
    void whatOneOtherCompanyWasAnsweredIsNotLearnedFrom() {
        InterestId rivals = opened(RIVALS);
        InterestId third = opened(THIRDS);
        rebuilt();
        answered(RIVALS, rivals, "DECLINED", "OUT_OF_FIELD");
        assertThat(row(MEMBER, need).orElseThrow().fit()).isEmpty();
        answered(THIRDS, third, "DECLINED", "OUT_OF_FIELD");
        assertThat(row(MEMBER, need).orElseThrow().fit()).containsExactly(new FitPoint.Answers(false, false));
        // A need that not every signed-in person may read teaches nothing.
        CoreDatabase.asOwner("UPDATE interest SET audience = 'ACCEPTED' WHERE id = ?", third.value());
        assertThat(row(MEMBER, need).orElseThrow().fit()).isEmpty();
    }

    @Test
    void wishesAreTheResearchersOwnAndLeaveWithThem() {
        Actor.Person leaving = CoreDatabase.person(UNIVERSITY, "떠날사람", Role.RESEARCHER);
        researcher(LabOfTests.subProject("다른 연구", UNIVERSITY), leaving, "떠날사람", "Leaving");
        WishWords words = words(Set.of(CollaborationMode.DATA), LabOfTests.topics("kelp mapping"), Set.of(), 3);
        desk.edit(leaving, words, 0);
        desk.declare(leaving, RIVAL, "Velvetheron");
        asides.setNeedAside(leaving, need, SetAsideReason.OTHER);
        assertThatThrownBy(() -> desk.edit(leaving, words, 0)).isInstanceOf(StaleException.class);
        desk.edit(leaving, words, 1);
        assertThat(desk.own(leaving).capacity()).isEqualTo(3);
        for (Actor other : List.of(MEMBER, MANAGER, Actor.VISITOR)) {
            assertThatThrownBy(() -> desk.edit(other, words, 2)).isInstanceOf(ForbiddenException.class);
        }
        assertThat(
                        asActor(
                                SCHOLAR,
                                "WITH w AS (UPDATE platform.researcher_wishes SET capacity = 9 RETURNING 1) SELECT count(*) FROM w"))
                .isEqualTo(0L);
        assertThatThrownBy(() -> new WishWords(
                        Set.of(OrganisationKind.UNIVERSITY), List.of(), Set.of(), Set.of(), LocalizedText.EMPTY, 21))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("partners", "capacity"));
        assertThat(asPrivacy("SELECT platform.own_data(?)::text", leaving))
                .contains("\"wishes\": [{", "Velvetheron", "\"set_aside\": [{");
        asPrivacy("SELECT platform.erase_person(?, now())::text", leaving);
        assertThat(CoreDatabase.askOwner(
                        "SELECT (SELECT count(*) FROM platform.match_conflict WHERE organisation_id = ?) + (SELECT count(*) FROM platform.match_set_aside)",
                        RIVAL.value()))
                .isEqualTo(0L);
    }

    // --- the cast

    private void wish(WishWords words) {
        desk.edit(SCHOLAR, words, desk.own(SCHOLAR).version());
    }

    private static WishWords words(
            Set<CollaborationMode> modes, List<ConceptId> fields, Set<Language> languages, int capacity) {
        return new WishWords(Set.of(OrganisationKind.COMPANY), fields, modes, languages, LocalizedText.EMPTY, capacity);
    }

    private static void rebuilt() {
        CoreDatabase.bean(MatchIndex.class).awaitFresh(Duration.ofSeconds(30));
    }

    private static InterestId opened(Actor.Person by) {
        InterestDesk interests = CoreDatabase.bean(InterestDesk.class);
        InterestId id = interests.create(
                by,
                new InterestWords(
                        LocalizedText.of("드론으로 보는 다시마 숲", null),
                        LocalizedText.of("드론 영상으로 다시마 숲의 분포를 지도로 만드는 방법을 함께 연구하고 싶습니다.", null),
                        CollaborationMode.JOINT_RESEARCH,
                        null,
                        BudgetBand.UNDECIDED,
                        Audience.MEMBERS,
                        LabOfTests.topics("kelp mapping", "drone survey"),
                        Set.of()));
        interests.apply(by, id, InterestCommand.OPEN, 0);
        return id;
    }

    private static ResearcherId researcher(LabOfTests.SubProject where, Actor.Person person, String ko, String en) {
        return LabOfTests.researcher(
                LocalizedText.of(ko, en),
                UNIVERSITY,
                where,
                ResearcherRole.RESEARCHER,
                person.id(),
                LocalizedText.of("드론 영상으로 다시마 숲의 분포를 지도로 만듭니다.", null),
                "kelp mapping",
                "drone survey");
    }

    private static void answered(
            Actor.Person by, @Nullable InterestId interest, String state, @Nullable String reason) {
        CoreDatabase.asOwner(
                """
                INSERT INTO collaboration_request (id, interest_id, organisation_id, created_by, researcher_id, mode, state, decline_reason,
                    created_at, updated_at, sent_at, due_at, decided_at)
                VALUES (?, ?, ?, ?, ?, 'DATA', ?, ?, now(), now(), now(), now(), ?::timestamptz)""",
                UUID.randomUUID(),
                interest == null ? null : interest.value(),
                by.organisation().value(),
                by.id().value(),
                scholar.value(),
                state,
                reason,
                CoreDatabase.clock().instant().toString());
    }

    private Optional<MatchRow> row(Actor actor, InterestId interest) {
        return rows(matching.forInterest(actor, interest, 50))
                .filter(row -> row.who() instanceof Who.Researcher(var card)
                        && card.id().equals(scholar))
                .findFirst();
    }

    private double colleagues(Actor actor, InterestId interest) {
        return rows(matching.forInterest(actor, interest, 50))
                .filter(row -> row.who() instanceof Who.Researcher(var card)
                        && card.id().equals(colleague))
                .mapToDouble(MatchRow::score)
                .findFirst()
                .orElseThrow();
    }

    private Optional<MatchRow> ownRow(InterestId interest) {
        return rows(matching.forResearcher(SCHOLAR, scholar, 50))
                .filter(row ->
                        row.who() instanceof Who.Interest(var card) && card.id().equals(interest))
                .findFirst();
    }

    private List<ResearcherId> experts(Actor actor, InterestId interest) {
        return rows(matching.forInterest(actor, interest, 50))
                .flatMap(row -> row.who() instanceof Who.Researcher(var card) ? Stream.of(card.id()) : Stream.empty())
                .toList();
    }

    private static Stream<MatchRow> rows(MatchPage page) {
        return page instanceof MatchPage.Found found ? found.rows().stream() : Stream.empty();
    }

    private static Object asActor(Actor actor, String statement) {
        return CoreDatabase.bean(Transactions.class)
                .write(actor, () -> CoreDatabase.bean(DSLContext.class).fetchValue(statement));
    }

    private static String asPrivacy(String statement, Actor.Person about) {
        return CoreDatabase.bean(Transactions.class)
                .write(
                        Actor.Job.PRIVACY,
                        () -> String.valueOf(CoreDatabase.bean(DSLContext.class)
                                .fetchValue(statement, about.id().value())));
    }
}

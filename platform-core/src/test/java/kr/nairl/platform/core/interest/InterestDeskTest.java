package kr.nairl.platform.core.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.CountedStatements;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class InterestDeskTest {

    private static final LocalizedText NEED =
            LocalizedText.of("코알라의 낮잠 영상을 사람이 보지 않고도 단계별로 나누어 기록하고 싶습니다. 자료는 저희가 갖고 있습니다.", null);

    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "코알라산업", "Koala Works");
    private static final OrganisationId RIVAL = CoreDatabase.organisation("COMPANY", "경쟁사", "Rival");
    private static final OrganisationId UNIVERSITY =
            CoreDatabase.organisation("UNIVERSITY", "숲대학교", "Forest University");
    private static final OrganisationId LAB = CoreDatabase.organisation("LAB", "연구소", "The Lab");
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "김회원", Role.MEMBER);
    private static final Actor.Person COLLEAGUE = CoreDatabase.person(COMPANY, "이동료", Role.ADMINISTRATOR);
    private static final Actor.Person STRANGER = CoreDatabase.person(RIVAL, "박남", Role.MEMBER);
    private static final Actor.Person MANAGER = CoreDatabase.person(LAB, "최관리", Role.LAB_MANAGER);
    private static final Actor.Person SCHOLAR = CoreDatabase.person(UNIVERSITY, "정연구", Role.RESEARCHER);
    private static final SubProject SUB_PROJECT = LabOfTests.subProject("낮잠 연구", UNIVERSITY);
    private static final ResearcherId RESEARCHER = LabOfTests.researcher(
            LocalizedText.of("정연구", null),
            UNIVERSITY,
            SUB_PROJECT,
            ResearcherRole.PRINCIPAL_INVESTIGATOR,
            SCHOLAR.id(),
            LocalizedText.EMPTY);
    private static final ConceptId TOPIC =
            LabOfTests.topics("koala nap staging").getFirst();

    static {
        CoreDatabase.asOwner(
                "UPDATE organisation SET search_key = ? WHERE id = ?",
                SearchKey.of("코알라산업", "Koala Works"),
                COMPANY.value());
    }

    private final InterestDesk desk = CoreDatabase.bean(InterestDesk.class);
    private final InterestDirectory directory = CoreDatabase.bean(InterestDirectory.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    @Test
    void aDraftIsWrittenOpenedPausedClosedAndRenewedAndItsHistoryTellsIt() {
        InterestId id = desk.create(MEMBER, words("낮잠 단계 나누기", Audience.MEMBERS));
        assertThat(apply(MEMBER, id, InterestCommand.OPEN).state()).isEqualTo(InterestState.OPEN);
        assertThat(apply(COLLEAGUE, id, InterestCommand.PAUSE).state()).isEqualTo(InterestState.PAUSED);
        assertThat(apply(MEMBER, id, InterestCommand.OPEN).state()).isEqualTo(InterestState.OPEN);
        assertThat(apply(MEMBER, id, InterestCommand.CLOSE).state()).isEqualTo(InterestState.CLOSED);
        assertThat(apply(MEMBER, id, InterestCommand.RENEW).state()).isEqualTo(InterestState.OPEN);
        assertThat(desk.history(COLLEAGUE, id))
                .extracting(InterestStep::command)
                .containsExactlyInAnyOrder(
                        InterestCommand.OPEN,
                        InterestCommand.PAUSE,
                        InterestCommand.OPEN,
                        InterestCommand.CLOSE,
                        InterestCommand.RENEW);
        assertThat(desk.history(MEMBER, id))
                .filteredOn(step -> step.command() == InterestCommand.PAUSE)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.person()).isEqualTo(LocalizedText.of("이동료", null));
                    assertThat(step.from()).isEqualTo(InterestState.OPEN);
                    assertThat(step.to()).isEqualTo(InterestState.PAUSED);
                });
        assertThat(events(id))
                .containsExactlyInAnyOrder(
                        "interest.opened", "interest.paused", "interest.opened", "interest.closed", "interest.renewed");
    }

    @Test
    void whoMaySeeAnInterestIsInTheAuditTrailOnceOthersMay() {
        InterestId id = desk.create(MEMBER, words("낮잠 기록", Audience.MEMBERS));
        desk.edit(MEMBER, id, words("낮잠 기록", Audience.PUBLIC), 0);
        apply(MEMBER, id, InterestCommand.OPEN);
        desk.edit(COLLEAGUE, id, words("낮잠 기록표", Audience.PUBLIC), 2);
        desk.edit(COLLEAGUE, id, words("낮잠 기록표", Audience.ACCEPTED), 3);
        assertThat(CoreDatabase.bean(AuditTrail.class)
                        .page(COLLEAGUE, new AuditFilter(null, null, id.value(), null, null), PageRequest.first(9))
                        .items())
                .extracting(AuditEntry::action, AuditEntry::person, AuditEntry::detail)
                .containsExactly(
                        tuple(
                                "interest.visibility-changed",
                                COLLEAGUE.id(),
                                Map.of("from", "PUBLIC", "to", "ACCEPTED")),
                        tuple("interest.opened", MEMBER.id(), Map.of("to", "PUBLIC")));
    }

    @Test
    void aRefusalChangesNothing() {
        InterestId id = desk.create(MEMBER, words("멈출 수 없는 초안", Audience.MEMBERS));
        assertThat(desk.apply(MEMBER, id, InterestCommand.PAUSE, 0))
                .isEqualTo(new InterestOutcome.Refused(InterestOutcome.Reason.WRONG_STATE));
        assertThat(desk.own(MEMBER, id).version()).isZero();
        assertThat(desk.history(MEMBER, id)).isEmpty();
        assertThat(events(id)).isEmpty();
    }

    @Test
    void wordsAreEditedWithTheirVersion() {
        InterestId id = desk.create(MEMBER, words("처음 제목", Audience.MEMBERS));
        Interest edited = desk.edit(COLLEAGUE, id, words("고친 제목", Audience.PUBLIC), 0);
        assertThat(desk.own(MEMBER, id)).isEqualTo(edited);
        assertThat(edited.words().title().ko()).isEqualTo("고친 제목");
        assertThatThrownBy(() -> desk.edit(MEMBER, id, words("늦은 제목", Audience.MEMBERS), 0))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.apply(MEMBER, id, InterestCommand.OPEN, 0))
                .isInstanceOf(StaleException.class);
        assertThat(desk.own(MEMBER, id).words().title().ko()).isEqualTo("고친 제목");
    }

    @Test
    void anOpenInterestStaysCompleteAndReferencesAreChecked() {
        InterestId id = opened("열린 것", Audience.MEMBERS);
        InterestWords bare = words(LocalizedText.of("열린 것", null), LocalizedText.EMPTY, Audience.MEMBERS, List.of());
        assertThatThrownBy(() -> desk.edit(MEMBER, id, bare, 1))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("need", "topics"));
        InterestWords strange = new InterestWords(
                LocalizedText.of("모르는 것", null),
                NEED,
                CollaborationMode.DATA,
                null,
                BudgetBand.UNDECIDED,
                Audience.MEMBERS,
                List.of(ConceptId.fresh()),
                Set.of(SubProjectId.fresh()));
        assertThatThrownBy(() -> desk.create(MEMBER, strange))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("topics", "subProjects"));
    }

    @Test
    void onlyADraftIsDeleted() {
        InterestId draft = desk.create(MEMBER, words("지울 초안", Audience.MEMBERS));
        assertThatThrownBy(() -> desk.delete(MEMBER, draft, 7)).isInstanceOf(StaleException.class);
        desk.delete(MEMBER, draft, 0);
        assertThatThrownBy(() -> desk.own(MEMBER, draft)).isInstanceOf(NotFoundException.class);
        InterestId open = opened("못 지울 것", Audience.MEMBERS);
        assertThatThrownBy(() -> desk.delete(MEMBER, open, 1)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void anotherCompanyAVisitorAndARemovedMemberGetNothing() {
        InterestId id = opened("남의 것이 아닌 것", Audience.ACCEPTED);
        for (InterestId wanted : List.of(id, InterestId.fresh())) {
            assertThatThrownBy(() -> desk.own(STRANGER, wanted)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.edit(STRANGER, wanted, words("뺏기", Audience.PUBLIC), 1))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.apply(STRANGER, wanted, InterestCommand.CLOSE, 1))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.delete(STRANGER, wanted, 1)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> desk.history(STRANGER, wanted)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> directory.page(STRANGER, wanted)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> directory.page(Actor.VISITOR, wanted)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> directory.page(MANAGER, wanted)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> directory.page(SCHOLAR, wanted)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> desk.create(SCHOLAR, words("연구자의 관심사", Audience.PUBLIC)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.create(Actor.VISITOR, words("방문자의 관심사", Audience.PUBLIC)))
                .isInstanceOf(ForbiddenException.class);
        Actor.Person leaver = CoreDatabase.person(COMPANY, "오퇴사", Role.MEMBER);
        CoreDatabase.asOwner(
                "UPDATE membership SET status = 'REMOVED', removed_at = now() WHERE person_id = ?",
                leaver.id().value());
        assertThatThrownBy(() -> desk.own(leaver, id)).isInstanceOf(AuthorityEndedException.class);
    }

    @Test
    void rowLevelSecurityAloneKeepsStrangersOut() {
        InterestId id = opened("벽 뒤의 것", Audience.ACCEPTED);
        for (Actor other : List.of(STRANGER, MANAGER, SCHOLAR, Actor.VISITOR)) {
            assertThat(counted(other, "SELECT count(*) FROM platform.interest WHERE id = '" + id + "'"))
                    .isZero();
            assertThat(counted(other, "SELECT count(*) FROM platform.interest_topic WHERE interest_id = '" + id + "'"))
                    .isZero();
            assertThat(counted(
                            other, "SELECT count(*) FROM platform.interest_history WHERE interest_id = '" + id + "'"))
                    .isZero();
            int written = transactions.write(
                    other,
                    () -> sql.execute("UPDATE platform.interest SET state = 'CLOSED' WHERE id = '" + id + "'")
                            + sql.execute("DELETE FROM platform.interest WHERE id = '" + id + "'"));
            assertThat(written).isZero();
        }
        assertThat(counted(MEMBER, "SELECT count(*) FROM platform.interest WHERE id = '" + id + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> transactions.run(
                        STRANGER,
                        () -> sql.execute(
                                "INSERT INTO platform.interest_topic (interest_id, concept_id, position) VALUES ('" + id
                                        + "', '" + TOPIC + "', 7)")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyRungOfTheLadderIsSeenByItsReadersOnly() {
        InterestId open = opened("사다리 공개", Audience.PUBLIC);
        InterestId members = opened("사다리 회원", Audience.MEMBERS);
        InterestId accepted = opened("사다리 수락", Audience.ACCEPTED);
        InterestId draft = desk.create(MEMBER, words("사다리 초안", Audience.PUBLIC));
        InterestId paused = opened("사다리 멈춤", Audience.PUBLIC);
        apply(MEMBER, paused, InterestCommand.PAUSE);

        assertThat(found(Actor.VISITOR, "사다리")).containsExactlyInAnyOrder(open);
        assertThat(found(STRANGER, "사다리")).containsExactlyInAnyOrder(open, members);
        assertThat(found(SCHOLAR, "사다리")).containsExactlyInAnyOrder(open, members);
        assertThat(found(MANAGER, "사다리")).containsExactlyInAnyOrder(open, members);
        assertThat(found(MEMBER, "사다리")).containsExactlyInAnyOrder(open, members, accepted);
        assertThat(directory.page(MANAGER, paused).card().state()).isEqualTo(InterestState.PAUSED);
        assertThatThrownBy(() -> directory.page(STRANGER, paused)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> directory.page(MANAGER, draft)).isInstanceOf(NotFoundException.class);

        CoreDatabase.asOwner("""
                INSERT INTO collaboration_request (id, organisation_id, created_by, researcher_id, mode, state, created_at, updated_at, sent_at, due_at, decided_at)
                VALUES (gen_random_uuid(), ?, ?, ?, 'DATA', 'ACCEPTED', now(), now(), now(), now(), now())""", COMPANY.value(), MEMBER.id().value(), RESEARCHER.value());
        assertThat(found(SCHOLAR, "사다리")).containsExactlyInAnyOrder(open, members, accepted);
        CoreDatabase.asOwner("DELETE FROM collaboration_request WHERE researcher_id = ?", RESEARCHER.value());
    }

    @Test
    void aSuspendedCompanysInterestsAreGone() {
        OrganisationId shut = CoreDatabase.organisation("COMPANY", "문닫은회사", "Shut");
        Actor.Person worker = CoreDatabase.person(shut, "유직원", Role.MEMBER);
        InterestId id = desk.create(worker, words("문 닫기 전", Audience.PUBLIC));
        desk.apply(worker, id, InterestCommand.OPEN, 0);
        assertThat(found(STRANGER, "문 닫기 전")).containsExactly(id);
        CoreDatabase.asOwner("UPDATE organisation SET status = 'SUSPENDED' WHERE id = ?", shut.value());
        assertThat(found(STRANGER, "문 닫기 전")).isEmpty();
        assertThatThrownBy(() -> directory.page(STRANGER, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPageShowsTheCompanyAndWhatTheReaderMayDo() {
        InterestId id = opened("쪽으로 볼 것", Audience.PUBLIC);
        InterestPage own = directory.page(MEMBER, id);
        assertThat(own.editable()).isTrue();
        assertThat(own.deletable()).isFalse();
        assertThat(own.card().permitted()).containsExactlyInAnyOrder(InterestCommand.PAUSE, InterestCommand.CLOSE);
        assertThat(own.card().company().name()).isEqualTo(LocalizedText.of("코알라산업", "Koala Works"));
        assertThat(own.card().topics()).extracting(Topic::id).containsExactly(TOPIC);
        assertThat(own.card().subProjects()).extracting(SubProjectName::number).containsExactly(SUB_PROJECT.number());
        InterestPage foreign = directory.page(STRANGER, id);
        assertThat(foreign.editable()).isFalse();
        assertThat(foreign.card().permitted()).isEmpty();
    }

    @Test
    void everyPartOfTheFilterNarrows() {
        InterestId id = opened("거르기 100% 확실", Audience.MEMBERS);
        InterestFilter title = new InterestFilter("거르기 100%", null, null, null, null);
        assertThat(found(STRANGER, title)).containsExactly(id);
        assertThat(found(STRANGER, new InterestFilter("거르기 1_0", null, null, null, null)))
                .isEmpty();
        assertThat(found(STRANGER, new InterestFilter("ㅋㅇㄹㅅㅇ", null, null, null, null)))
                .contains(id);
        assertThat(found(STRANGER, new InterestFilter("koala nap", null, null, null, null)))
                .contains(id);
        assertThat(found(STRANGER, new InterestFilter("거르기", CollaborationMode.DATA, SUB_PROJECT.id(), TOPIC, COMPANY)))
                .containsExactly(id);
        assertThat(found(STRANGER, new InterestFilter("거르기", CollaborationMode.ADVICE, null, null, null)))
                .isEmpty();
        assertThat(found(STRANGER, new InterestFilter("거르기", null, SubProjectId.fresh(), null, null)))
                .isEmpty();
        assertThat(found(STRANGER, new InterestFilter("거르기", null, null, ConceptId.fresh(), null)))
                .isEmpty();
        assertThat(found(STRANGER, new InterestFilter("거르기", null, null, null, RIVAL)))
                .isEmpty();
    }

    @Test
    void listsArePagesOfTwoStatementsAndAPageIsOneAndALineInTheLedger() {
        InterestId id = opened("셀 것", Audience.MEMBERS);
        Page<InterestCard> first = directory.own(MEMBER, null, PageRequest.first(1));
        assertThat(first.items()).hasSize(1);
        assertThat(first.total()).isGreaterThanOrEqualTo(1);
        assertThat(directory.own(STRANGER, null, PageRequest.first(5)).total()).isZero();
        assertThat(CountedStatements.in(() -> directory.own(MEMBER, null, PageRequest.first(200))))
                .isEqualTo(2);
        assertThat(CountedStatements.in(() -> directory.search(STRANGER, InterestFilter.ALL, PageRequest.first(200))))
                .isEqualTo(2);
        assertThat(CountedStatements.in(() -> directory.page(MEMBER, id))).isEqualTo(1);
        assertThat(CountedStatements.in(() -> directory.page(STRANGER, id))).isEqualTo(2);
    }

    @Test
    void theClockClosesWhatHasBeenOpenForAYear() {
        // Other tests share the database and have moved the clock: what they left is closed first.
        desk.expireOld(Actor.Job.CLOCK);
        InterestId old = opened("오래된 것", Audience.MEMBERS);
        InterestId shelved = opened("오래 멈춘 것", Audience.MEMBERS);
        apply(MEMBER, shelved, InterestCommand.PAUSE);
        assertThat(desk.expireOld(Actor.Job.CLOCK)).isZero();
        for (InterestId id : List.of(old, shelved)) {
            // As the clock's next year would find them; the clock itself is every test's.
            CoreDatabase.asOwner(
                    "UPDATE interest SET opened_at = '2025-11-22Z', expires_at = '2026-11-22Z' WHERE id = ?",
                    id.value());
        }
        InterestId young = opened("새것", Audience.MEMBERS);
        assertThat(desk.expireOld(Actor.Job.CLOCK)).isGreaterThanOrEqualTo(2);
        assertThat(desk.own(MEMBER, old).state()).isEqualTo(InterestState.CLOSED);
        assertThat(desk.own(MEMBER, shelved).state()).isEqualTo(InterestState.CLOSED);
        assertThat(desk.own(MEMBER, young).state()).isEqualTo(InterestState.OPEN);
        assertThat(desk.own(MEMBER, old).words().topics()).containsExactly(TOPIC);
        assertThat(desk.history(MEMBER, old)).last().satisfies(step -> {
            assertThat(step.command()).isEqualTo(InterestCommand.EXPIRE);
            assertThat(step.person()).isNull();
        });
        assertThat(events(old)).contains("interest.expired");
        assertThatThrownBy(() -> desk.expireOld(MEMBER)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.expireOld(Actor.Job.SETUP)).isInstanceOf(ForbiddenException.class);
    }

    private InterestId opened(String title, Audience audience) {
        InterestId id = desk.create(MEMBER, words(title, audience));
        apply(MEMBER, id, InterestCommand.OPEN);
        return id;
    }

    private Interest apply(Actor.Person actor, InterestId id, InterestCommand command) {
        InterestOutcome outcome =
                desk.apply(actor, id, command, desk.own(actor, id).version());
        assertThat(outcome).isInstanceOf(InterestOutcome.Moved.class);
        return ((InterestOutcome.Moved) outcome).interest();
    }

    private List<InterestId> found(Actor actor, String text) {
        return found(actor, new InterestFilter(text, null, null, null, null));
    }

    private List<InterestId> found(Actor actor, InterestFilter filter) {
        Page<InterestCard> page = directory.search(actor, filter, PageRequest.first(100));
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(InterestCard::id).toList();
    }

    private List<String> events(InterestId id) {
        return transactions.read(
                Actor.Job.NOTIFIER,
                () -> sql.fetch("SELECT kind FROM platform.domain_event WHERE subject_id = '" + id + "'")
                        .map(row -> row.get(0, String.class)));
    }

    private int counted(Actor actor, String count) {
        return transactions.read(actor, () -> sql.fetchOne(count).get(0, Integer.class));
    }

    private static InterestWords words(String title, Audience audience) {
        return words(LocalizedText.of(title, null), NEED, audience, List.of(TOPIC));
    }

    private static InterestWords words(
            LocalizedText title, LocalizedText need, Audience audience, List<ConceptId> topics) {
        return new InterestWords(
                title,
                need,
                CollaborationMode.DATA,
                6,
                BudgetBand.UNDER_50M,
                audience,
                topics,
                Set.of(SUB_PROJECT.id()));
    }
}

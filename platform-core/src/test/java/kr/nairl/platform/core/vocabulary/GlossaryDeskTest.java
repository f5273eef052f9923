package kr.nairl.platform.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GlossaryDeskTest {

    private static final OrganisationId LAB = CoreDatabase.organisation("UNIVERSITY", "용어연구소", "Glossary Lab");
    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "용어회사", "Glossary Company");
    private static final Actor.Person MANAGER = CoreDatabase.person(LAB, "용어지기", Role.LAB_MANAGER);
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "용어손님", Role.MEMBER);

    private final GlossaryDesk desk = CoreDatabase.bean(GlossaryDesk.class);
    private final Concepts concepts = CoreDatabase.bean(Concepts.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    @Test
    void aConceptIsCreatedFoundEditedAndDeleted() {
        String top = desk.create(MANAGER, words("오카피 연구", "okapi studies"));
        ConceptId topId = desk.sheet(MEMBER, top).concept().id();
        String slug = desk.create(MANAGER, words("오카피 보행", null, Set.of(topId)));
        ConceptSheet sheet = desk.sheet(MEMBER, slug);
        assertThat(sheet.concept().confirmed()).isTrue();
        assertThat(sheet.broader()).extracting(Topic::slug).containsExactly(top);
        assertThat(desk.sheet(MEMBER, top).narrower()).extracting(Topic::slug).containsExactly(slug);
        assertThat(found(new ConceptFilter("ㅇㅋㅍㅂㅎ", null, null, null))).containsExactly(slug);
        assertThat(found(new ConceptFilter("오카피", true, topId, null))).containsExactlyInAnyOrder(top, slug);
        assertThat(found(new ConceptFilter("오카피", null, null, Language.EN))).containsExactly(slug);
        assertThat(found(new ConceptFilter("오카피", false, null, null))).isEmpty();
        assertThat(desk.areas(MEMBER)).extracting(Topic::slug).contains(top).doesNotContain(slug);

        ConceptWords richer = new ConceptWords(
                LocalizedText.of("오카피 보행", "okapi gait"), "OG", List.of("오카피 걸음"), List.of(), Set.of(), "test", "MIT");
        desk.edit(MANAGER, sheet.concept().id(), richer, sheet.version());
        assertThat(GlossaryDesk.words(desk.sheet(MEMBER, slug).entry())).isEqualTo(richer);
        assertThat(concepts.search(MEMBER, "오카피 걸음", 5))
                .extracting(Concept::slug)
                .containsExactly(slug);
        ConceptSheet now = desk.sheet(MANAGER, slug);
        desk.delete(MANAGER, now.concept().id(), now.version());
        assertThatThrownBy(() -> desk.sheet(MEMBER, slug)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aLabelBelongsToOneConceptOfALanguage() {
        desk.create(
                MANAGER,
                new ConceptWords(
                        LocalizedText.of("타피르 인식", "tapir detection"),
                        "TPD",
                        List.of("맥 인식"),
                        List.of(),
                        Set.of(),
                        "t",
                        "MIT"));
        refused(words("타피르인식", null), "label.ko", "label-taken");
        refused(words(null, "Tapir-Detection"), "label.en", "label-taken");
        refused(words("맥인식", null), "label.ko", "label-taken");
        refused(words(null, "tpd"), "label.en", "label-taken");
        assertThat(desk.create(MANAGER, words(null, "맥 인식"))).isEqualTo("맥-인식");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        refused(words(null, null), "label", "required");
        refused(words("+++", null), "label.ko", "no-letters");
        refused(words("말".repeat(121), null), "label.ko", "too-long");
        refused(words("가|나", null), "label.ko", "glossary-characters");
        refused(
                new ConceptWords(LocalizedText.of("쿠두", null), null, List.of(), List.of(), Set.of(), " ", ""),
                "source",
                "required");
        refused(words("쿠두 소리", null, Set.of(ConceptId.fresh())), "broader", "unknown");
    }

    @Test
    void nothingIsBroaderThanItselfHoweverFarAround() {
        ConceptId first = id(desk.create(MANAGER, words("게레눅 하나", null)));
        ConceptId second = id(desk.create(MANAGER, words("게레눅 둘", null, Set.of(first))));
        String third = desk.create(MANAGER, words("게레눅 셋", null, Set.of(second)));
        assertThatThrownBy(() -> desk.edit(MANAGER, first, words("게레눅 하나", null, Set.of(id(third))), 0))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::code)
                                .containsExactly("circular"));
    }

    @Test
    void theSecondOfTwoManagersIsToldAndLosesNothing() {
        String slug = desk.create(MANAGER, words("보노보 말", null));
        ConceptSheet seen = desk.sheet(MANAGER, slug);
        desk.edit(MANAGER, seen.concept().id(), words("보노보 언어", null), seen.version());
        assertThatThrownBy(() -> desk.edit(MANAGER, seen.concept().id(), words("보노보 몸짓", null), seen.version()))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.delete(MANAGER, seen.concept().id(), seen.version()))
                .isInstanceOf(StaleException.class);
        assertThat(desk.sheet(MANAGER, slug).concept().label().ko()).isEqualTo("보노보 언어");
    }

    @Test
    void aProposalIsConfirmed() {
        Concept proposal = concepts.propose(MEMBER, LocalizedText.of("아이아이 손가락", null));
        desk.confirm(MANAGER, proposal.id(), 0);
        assertThat(desk.sheet(MEMBER, proposal.slug()).concept().confirmed()).isTrue();
    }

    @Test
    void mergingMovesEveryUseAlsoOfWhatTheManagerMayNotSee() {
        String kept = desk.create(MANAGER, words("바비루사 엄니", "babirusa tusk"));
        Concept proposal = concepts.propose(MEMBER, LocalizedText.of("바비루사 이빨", null));
        UUID draft = draftAbout(proposal.id());
        assertThatThrownBy(() -> desk.delete(MANAGER, proposal.id(), 0))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations().getFirst().code())
                                .isEqualTo("concept-used"));
        assertThatThrownBy(() -> desk.merge(MANAGER, proposal.id(), id(kept), true, 7))
                .isInstanceOf(StaleException.class);

        desk.merge(MANAGER, proposal.id(), id(kept), true, 0);

        assertThat(CoreDatabase.askOwner("SELECT concept_id FROM platform.interest_topic WHERE interest_id = ?", draft))
                .isEqualTo(id(kept).value());
        assertThat(concepts.byIds(MEMBER, List.of(proposal.id()))).isEmpty();
        assertThat(desk.sheet(MEMBER, kept).concept().alternatives())
                .containsExactly(new Concept.Alternative(Language.KO, "바비루사 이빨"));
        // the draft is nobody's to count
        assertThat(desk.sheet(MANAGER, kept).uses().interests()).isZero();
        CoreDatabase.asOwner(
                "UPDATE interest SET state = 'OPEN', opened_at = now(), expires_at = now() WHERE id = ?", draft);
        assertThat(desk.sheet(MANAGER, kept).uses().interests()).isEqualTo(1);
        CoreDatabase.asOwner("UPDATE interest_topic SET audience = 'NDA' WHERE interest_id = ?", draft);
        assertThat(desk.sheet(MANAGER, kept).uses().interests()).isZero();
    }

    @Test
    void onlyProposalsAreMergedAndNotIntoWhatIsNarrower() {
        ConceptId confirmed = id(desk.create(MANAGER, words("쿠스쿠스 꼬리", null)));
        Concept proposal = concepts.propose(MEMBER, LocalizedText.of("쿠스쿠스 발", null));
        assertThatThrownBy(() -> desk.merge(MANAGER, confirmed, proposal.id(), true, 0))
                .isInstanceOf(InvalidInputException.class);
        String narrower = desk.create(MANAGER, words("쿠스쿠스 발톱", null, Set.of(proposal.id())));
        assertThatThrownBy(() -> desk.merge(MANAGER, proposal.id(), id(narrower), true, 0))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void bothFencesKeepEverybodyElseFromWriting() {
        String slug = desk.create(MANAGER, words("인드리 노래", null));
        ConceptId id = id(slug);
        for (Actor other : List.of(MEMBER, Actor.VISITOR, Actor.Job.INDEXER)) {
            assertThatThrownBy(() -> desk.create(other, words("인드리 춤", null))).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.edit(other, id, words("인드리 춤", null), 0))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.confirm(other, id, 0)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.merge(other, id, id, true, 0)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> desk.delete(other, id, 0)).isInstanceOf(ForbiddenException.class);
        }
        int deleted =
                transactions.write(MEMBER, () -> sql.execute("DELETE FROM platform.concept WHERE id = '" + id + "'"));
        assertThat(deleted).isZero();
        assertThatThrownBy(() -> transactions.run(
                        MEMBER, () -> sql.execute("SELECT platform.merge_concept('" + id + "', '" + id + "')")))
                .hasMessageContaining("only lab managers");
        assertThatThrownBy(() -> transactions.run(
                        MEMBER, () -> sql.execute("INSERT INTO platform.ignored_word VALUES ('ko', '말', now())")))
                .hasMessageContaining("row-level security");
    }

    @Test
    void everyWriteIsAudited() {
        String slug = desk.create(MANAGER, words("시파카 뜀", null));
        desk.edit(MANAGER, id(slug), words("시파카 도약", null), 0);
        desk.delete(MANAGER, id(slug), 1);
        assertThat(
                        CoreDatabase.askOwner(
                                "SELECT string_agg(action, ' ' ORDER BY action) FROM platform.audit_entry WHERE detail::text LIKE '%시파카%'"))
                .isEqualTo("concept.created concept.deleted concept.edited");
    }

    private List<String> found(ConceptFilter filter) {
        return desk.page(MEMBER, filter, Language.KO, PageRequest.first(20)).items().stream()
                .map(row -> row.concept().slug())
                .toList();
    }

    private ConceptId id(String slug) {
        return concepts.bySlugs(MANAGER, List.of(slug)).getFirst().id();
    }

    private void refused(ConceptWords words, String field, String code) {
        assertThatThrownBy(() -> desk.create(MANAGER, words))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .anyMatch(one ->
                                        one.field().equals(field) && one.code().equals(code)));
    }

    private static ConceptWords words(@Nullable String ko, @Nullable String en) {
        return words(ko, en, Set.of());
    }

    private static ConceptWords words(@Nullable String ko, @Nullable String en, Set<ConceptId> broader) {
        return new ConceptWords(LocalizedText.of(ko, en), null, List.of(), List.of(), broader, "test", "CC0-1.0");
    }

    private static UUID draftAbout(ConceptId concept) {
        UUID id = UUID.randomUUID();
        CoreDatabase.asOwner("""
                INSERT INTO interest (id, organisation_id, title_ko, mode, budget_band, audience, state, created_by, created_at, updated_at)
                VALUES (?, ?, '바비루사', 'ADVICE', 'UNDECIDED', 'MEMBERS', 'DRAFT', ?, now(), now())""", id, COMPANY.value(), MEMBER.id().value());
        CoreDatabase.asOwner(
                "INSERT INTO interest_topic (interest_id, concept_id, position) VALUES (?, ?, 0)", id, concept.value());
        return id;
    }
}

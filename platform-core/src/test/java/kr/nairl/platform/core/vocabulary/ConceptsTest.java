package kr.nairl.platform.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConceptsTest {

    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "낱말", "Natmal");
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "말하는이", Role.MEMBER);

    private final Concepts concepts = CoreDatabase.bean(Concepts.class);
    private final GlossaryImport glossaryImport = CoreDatabase.bean(GlossaryImport.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    @BeforeAll
    static void shippedGlossaryIsThere() {
        CoreDatabase.bean(GlossaryImport.class).importTable(Actor.Job.SETUP, GlossaryTable.shipped());
    }

    @Test
    void importingTheSameTableAgainChangesNothing() {
        GlossaryTable shipped = GlossaryTable.shipped();
        assertThat(glossaryImport.importTable(Actor.Job.SETUP, shipped))
                .isEqualTo(new GlossaryImport.Report(0, 0, shipped.rows().size()));
    }

    @Test
    void aRowWithAKnownSlugIsBroughtToTheTablesForm() throws IOException {
        glossaryImport.importTable(
                Actor.Job.SETUP,
                table(
                        "quokka-vision\t쿼카 비전\tquokka vision\tQV\t쿼카 인식\t\t\ttest\tCC0-1.0\nquokka\t쿼카\tquokka\t\t\t\t\ttest\tCC0-1.0"));
        Concept before = concepts.bySlugs(MEMBER, List.of("quokka-vision")).getFirst();
        GlossaryImport.Report report = glossaryImport.importTable(
                Actor.Job.SETUP,
                table(
                        "quokka-vision\t쿼카 시각\tquokka vision\tQV\t쿼카 비전\t\tquokka\ttest\tCC0-1.0\nquokka\t쿼카\tquokka\t\t\t\t\ttest\tCC0-1.0"));
        assertThat(report).isEqualTo(new GlossaryImport.Report(0, 1, 1));
        Concept after = concepts.bySlugs(MEMBER, List.of("quokka-vision")).getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.label()).isEqualTo(LocalizedText.of("쿼카 시각", "quokka vision"));
        assertThat(after.alternatives()).containsExactly(new Concept.Alternative(Language.KO, "쿼카 비전"));
        ConceptId quokka =
                concepts.bySlugs(MEMBER, List.of("quokka")).getFirst().id();
        assertThat(concepts.glossary(Actor.Job.INDEXER).broader(after.id())).containsExactly(quokka);
    }

    @Test
    void onlyLabManagersAndTheSetupImport() {
        assertThatThrownBy(() -> glossaryImport.importTable(MEMBER, GlossaryTable.shipped()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> glossaryImport.importTable(Actor.VISITOR, GlossaryTable.shipped()))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aRowThatIsTooLongIsNamedAndNothingIsImported() throws IOException {
        GlossaryTable table = table("numbat\t주머니개미핥기\tnumbat\t\t\t\t\ttest\tCC0-1.0\nnumbat-two\t\t" + "n".repeat(121)
                + "\t\t\t\t\ttest\tCC0-1.0");
        assertThatThrownBy(() -> glossaryImport.importTable(Actor.Job.SETUP, table))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("rows[1].en"));
        assertThat(concepts.bySlugs(MEMBER, List.of("numbat"))).isEmpty();
        assertThat(concepts.bySlugs(MEMBER, List.of("num\0bat"))).isEmpty();
    }

    @Test
    void topicsAreFoundInBothLanguagesByInitialConsonantsAndByAbbreviation() {
        for (String typed : List.of("비디오 이해", "비디오이해", "ㅂㄷㅇㅇㅎ", "Video Understanding", "video-und")) {
            assertThat(concepts.search(MEMBER, typed, 5))
                    .as(typed)
                    .extracting(Concept::slug)
                    .first()
                    .isEqualTo("video-understanding");
        }
        assertThat(concepts.search(Actor.VISITOR, "rlhf", 5))
                .extracting(Concept::abbreviation)
                .first()
                .isEqualTo("RLHF");
        assertThat(concepts.search(MEMBER, "학습", 3)).hasSize(3);
        assertThat(concepts.search(MEMBER, "웜뱃이 쓰는 말", 5)).isEmpty();
    }

    @Test
    void conceptsComeInTheOrderOfTheIds() {
        List<ConceptId> ids = concepts.search(MEMBER, "모델", 5).stream()
                .map(Concept::id)
                .toList()
                .reversed();
        assertThat(concepts.byIds(MEMBER, ids)).extracting(Concept::id).containsExactlyElementsOf(ids);
        assertThat(concepts.byIds(MEMBER, List.of(ConceptId.fresh()))).isEmpty();
    }

    @Test
    void aNewTopicIsProposedOnceHoweverItIsWritten() {
        Concept proposed = concepts.propose(MEMBER, LocalizedText.of("관절 소리 분석", "joint-sound analysis"));
        assertThat(proposed.confirmed()).isFalse();
        assertThat(concepts.propose(MEMBER, LocalizedText.of(null, "Joint Sound Analysis"))
                        .id())
                .isEqualTo(proposed.id());
        assertThat(concepts.propose(MEMBER, LocalizedText.of("관절소리 분석", null)).id())
                .isEqualTo(proposed.id());
        assertThat(concepts.search(MEMBER, "ㄱㅈㅅㄹ", 5)).extracting(Concept::id).contains(proposed.id());
    }

    @Test
    void aLabelOrAlternativeOfTheGlossaryAnswersThatConcept() {
        Concept known = concepts.bySlugs(MEMBER, List.of("3d-reconstruction")).getFirst();
        assertThat(concepts.propose(MEMBER, LocalizedText.of("3D 재구성", null))).isEqualTo(known);
        assertThat(concepts.propose(MEMBER, LocalizedText.of(null, "3D Reconstruction")))
                .isEqualTo(known);
    }

    @Test
    void labelsOfTheSameLettersAreDifferentConcepts() {
        Concept letter = concepts.propose(MEMBER, LocalizedText.of(null, "Wombat"));
        Concept marked = concepts.propose(MEMBER, LocalizedText.of(null, "Wombat++"));
        assertThat(marked.id()).isNotEqualTo(letter.id());
        assertThat(concepts.propose(MEMBER, LocalizedText.of(null, "wombat++")).id())
                .isEqualTo(marked.id());
    }

    @Test
    void aTopicNeedsAPersonAndALabel() {
        LocalizedText label = LocalizedText.of("누구의 말", null);
        assertThatThrownBy(() -> concepts.propose(Actor.VISITOR, label)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> concepts.propose(MEMBER, LocalizedText.EMPTY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> concepts.propose(MEMBER, LocalizedText.of("+++", null)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> concepts.propose(MEMBER, LocalizedText.of("말".repeat(121), null)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void onlyTheIndexerReadsTheGlossaryAndItHoldsNoProposals() {
        Concept proposed = concepts.propose(MEMBER, LocalizedText.of("딩고 걸음걸이", null));
        Glossary glossary = concepts.glossary(Actor.Job.INDEXER);
        assertThat(glossary.entry(proposed.id())).isEmpty();
        assertThat(glossary.find("사람의 비디오 이해를 돕는다")).isNotEmpty();
        assertThatThrownBy(() -> concepts.glossary(MEMBER)).isInstanceOf(ForbiddenException.class);
    }

    @Test
    void rowLevelSecurityAloneKeepsPeopleFromConfirmingAndEditing() {
        assertThatThrownBy(
                        () -> transactions.run(
                                MEMBER,
                                () -> sql.execute(
                                        "INSERT INTO platform.concept (id, slug, label_en, status, source, licence, search_key, created_at) "
                                                + "VALUES (gen_random_uuid(), 'forged', 'forged', 'CONFIRMED', 't', 't', '', now())")))
                .hasMessageContaining("row-level security");
        int changed = transactions.write(
                MEMBER, () -> sql.execute("UPDATE platform.concept SET label_en = 'forged' WHERE slug = 'llm'"));
        assertThat(changed).isZero();
    }

    private static GlossaryTable table(String rows) throws IOException {
        return GlossaryTable.read(
                new StringReader("slug\tko\ten\tabbreviation\talt_ko\talt_en\tbroader\tsource\tlicence\n" + rows));
    }
}

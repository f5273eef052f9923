package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;

class StoredEntryTest {

    private static final IndexedDocument DOCUMENT =
            document("무릎 관절의 자세 추정(pose estimation)을 연구합니다.\nWe fine-tune models. 끝", 0.9);

    private final TextAnalysis analysis =
            new TextAnalysis(GlossaryTable.shipped().glossary());

    @Test
    void whatWasStoredIsReadAgain() {
        DocumentShelf.Entry entry = entry(DOCUMENT);
        DocumentShelf.Entry again = StoredEntry.read(StoredEntry.scored(entry), StoredEntry.quoted(entry));
        assertThat(again.document()).isEqualTo(DOCUMENT);
        assertThat(again.sentences()).isEqualTo(entry.sentences()).hasSize(3);
        assertThat(again.reading().mentions())
                .isNotEmpty()
                .isEqualTo(entry.reading().mentions());
        assertThat(counted(again.reading().words()))
                .isNotEmpty()
                .isEqualTo(counted(entry.reading().words()));
        assertThat(again.place()).isEqualTo(entry.place());
    }

    @Test
    void scoringNeedsNoText() {
        DocumentShelf.Entry entry = entry(DOCUMENT);
        DocumentShelf.Entry again = StoredEntry.read(StoredEntry.scored(entry), null);
        assertThat(again.document().text()).isEmpty();
        assertThat(again.sentences()).isEmpty();
        assertThat(again.document().subject()).isEqualTo(DOCUMENT.subject());
        assertThat(counted(again.reading().words()))
                .isEqualTo(counted(entry.reading().words()));
    }

    @Test
    void aDigestChangesWithTheContentAlone() {
        assertThat(StoredEntry.digest(document(DOCUMENT.text(), 0.9))).isEqualTo(StoredEntry.digest(DOCUMENT));
        assertThat(StoredEntry.digest(document(DOCUMENT.text() + " ", 0.9))).isNotEqualTo(StoredEntry.digest(DOCUMENT));
        assertThat(StoredEntry.digest(document(DOCUMENT.text(), 0.8))).isNotEqualTo(StoredEntry.digest(DOCUMENT));
    }

    private DocumentShelf.Entry entry(IndexedDocument document) {
        List<TextAnalysis.Sentence> sentences = analysis.sentences(document.text());
        return new DocumentShelf.Entry(
                document, sentences, TextReading.of(sentences), Steps.of(new float[] {0.6f, -0.8f, 0.013f, 0}));
    }

    private static IndexedDocument document(String text, double weight) {
        Subject subject = LabOfFacts.area("perception");
        SourceReference source = new SourceReference(
                SourceReference.Kind.RESEARCH_AREA, LabOfFacts.uuid("perception"), "text", Language.KO);
        return new IndexedDocument(
                source.documentId(subject),
                subject,
                source,
                text,
                Audience.MEMBERS,
                LabOfFacts.topics(List.of("video-llm", "ai-agent")),
                Set.of(2, 300),
                weight,
                true,
                2019);
    }

    private static Map<Language, Map<String, Long>> counted(Map<Language, List<String>> words) {
        return words.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .collect(Collectors.groupingBy(form -> form, TreeMap::new, Collectors.counting()))));
    }
}

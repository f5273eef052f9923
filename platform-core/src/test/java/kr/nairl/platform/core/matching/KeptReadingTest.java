package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;

/** What the index keeps of a text's words: the same that reading the text again would give. */
class KeptReadingTest {

    private static final String TEXT =
            "무릎 관절의 자세 추정(pose estimation)을 연구합니다.\nWe fine-tune vision transformers for 의료 영상. 끝";

    private final TextAnalysis analysis =
            new TextAnalysis(GlossaryTable.shipped().glossary());
    private final Numbering numbering = new Numbering();

    @Test
    void keptSentencesAreThoseOfTheText() throws IOException {
        numbering.of("taken by another document");
        List<TextAnalysis.Sentence> sentences = analysis.sentences(TEXT);
        List<MarkedSentence> kept = MarkedSentence.read(MarkedSentence.stored(sentences, numbering));

        assertThat(kept).hasSameSizeAs(sentences).hasSize(3);
        for (int i = 0; i < kept.size(); i++) {
            TextAnalysis.Sentence sentence = sentences.get(i);
            assertThat(TEXT.substring(kept.get(i).start(), kept.get(i).end())).isEqualTo(sentence.text());
            List<String> expected = new ArrayList<>();
            for (TextAnalysis.Word word : sentence.words()) {
                expected.add(numbering.known(word.term()).orElseThrow() + " " + word.start() + " " + word.end());
            }
            for (Glossary.Mention mention : sentence.mentions()) {
                expected.add(
                        numbering.known(mention.concept()).orElseThrow() + " " + mention.start() + " " + mention.end());
            }
            List<String> marks = new ArrayList<>();
            kept.get(i).each((number, start, end) -> marks.add(number + " " + start + " " + end));
            assertThat(marks).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void aTextWithoutSentencesIsKeptAsNone() throws IOException {
        assertThat(MarkedSentence.read(MarkedSentence.stored(List.of(), numbering)))
                .isEmpty();
    }

    @Test
    void keptCountsAreThoseGivenInTheOrderOfTheirNumbers() throws IOException {
        Map<Object, Integer> counts = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            numbering.of(i);
            if (i % 7 == 0) {
                counts.put(i, 1 + i % 5 * 100);
            }
        }
        Map<Integer, Integer> expected = new TreeMap<>();
        counts.forEach((thing, count) -> expected.put(numbering.known(thing).orElseThrow(), count));
        List<String> kept = new ArrayList<>();
        FormCounts.each(FormCounts.stored(counts, numbering), (number, count) -> kept.add(number + "=" + count));
        assertThat(kept)
                .isEqualTo(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    @Test
    void aWordAndItsNamesakeInTheOtherLanguageHaveNumbersOfTheirOwn() {
        int korean = numbering.of(new TextAnalysis.Term(Language.KO, "gan"));
        int english = numbering.of(new TextAnalysis.Term(Language.EN, "gan"));
        assertThat(korean).isNotEqualTo(english);
        assertThat(numbering.of(new TextAnalysis.Term(Language.KO, "gan"))).isEqualTo(korean);
        assertThat(numbering.known("unseen")).isEmpty();
        assertThat(numbering.size()).isEqualTo(2);
    }
}

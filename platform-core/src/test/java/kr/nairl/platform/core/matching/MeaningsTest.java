package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {

    private static final TextAnalysis ANALYSIS =
            new TextAnalysis(GlossaryTable.shipped().glossary());
    private static final Rendering RENDERING = new Rendering(ANALYSIS.glossary(), Lexicon.shipped());

    private final List<String> asked = new ArrayList<>();

    private final Meanings meanings = new Meanings(
            new Embedding() {
                @Override
                public String model() {
                    return "fake";
                }

                @Override
                public float[] embed(String english) {
                    asked.add(english);
                    return new float[] {1};
                }
            },
            Map.of("ready", new float[] {0, 1}));

    private float[] place(String text) {
        return meanings.of(ANALYSIS.sentences(text), RENDERING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t", "\u200b", "\u0000\u0001", "?!… — ·", "\uD83D\uDE00\uD83D\uDE00"})
    void aTextWithoutLettersHasNoPlaceAndNoModelIsAsked(String text) {
        assertThat(place(text)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void aTextIsPlacedOnceAndAReadyOneNever() {
        place("robot grasping");
        place("robot grasping");
        assertThat(meanings.ofExample("ready", ANALYSIS.sentences("ready"), RENDERING))
                .containsExactly(0, 1);
        assertThat(asked).containsExactly("robot grasping");
    }

    @Test
    void koreanIsPlacedByItsEnglishWords() {
        place("로봇 파지");
        assertThat(asked)
                .singleElement()
                .satisfies(english ->
                        assertThat(english).matches(text -> text.chars().noneMatch(TextAnalysis::isHangul)));
    }
}

package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * What the index keeps of a text.
 *
 * @param words index forms by language, as often as they stand there
 * @param mentions how often each concept is named
 */
record TextReading(Map<Language, List<String>> words, Map<ConceptId, Integer> mentions) {

    /** Of no text; others can be {@linkplain #add added}. */
    static TextReading empty() {
        return new TextReading(new EnumMap<>(Language.class), new HashMap<>());
    }

    static TextReading of(List<TextAnalysis.Sentence> sentences) {
        TextReading reading = empty();
        for (TextAnalysis.Sentence sentence : sentences) {
            for (TextAnalysis.Word word : sentence.words()) {
                reading.words
                        .computeIfAbsent(word.term().language(), any -> new ArrayList<>())
                        .add(word.term().form());
            }
            for (Glossary.Mention mention : sentence.mentions()) {
                reading.mentions.merge(mention.concept(), 1, Integer::sum);
            }
        }
        return reading;
    }

    void add(TextReading other) {
        other.words.forEach((language, forms) ->
                words.computeIfAbsent(language, any -> new ArrayList<>()).addAll(forms));
        other.mentions.forEach((concept, count) -> mentions.merge(concept, count, Integer::sum));
    }
}

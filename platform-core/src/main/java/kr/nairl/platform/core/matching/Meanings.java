package kr.nairl.platform.core.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of texts by their meaning, remembered so that what is read again is not computed again. */
final class Meanings {

    /** About 80 MB of them. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final float[] NOWHERE = {};

    private final Embedding embedding;
    private final Map<String, float[]> shipped;
    private final Map<String, float[]> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    /** @param shipped examples' places that need no computing, by their texts */
    Meanings(Embedding embedding, Map<String, float[]> shipped) {
        this.embedding = embedding;
        this.shipped = Map.copyOf(shipped);
    }

    /** An example's place, as {@link #of}. */
    float[] ofExample(String text, List<TextAnalysis.Sentence> sentences, Rendering rendering) {
        float[] ready = shipped.get(text);
        return ready == null ? of(sentences, rendering) : ready;
    }

    /** The place of these sentences together, of length 1; empty when there is no model or nothing to place. */
    float[] of(List<TextAnalysis.Sentence> sentences, Rendering rendering) {
        if (embedding == Embedding.NONE) {
            return NOWHERE;
        }
        String english = rendering.english(sentences);
        // Models refuse what they take for blank, such as zero-width spaces, which Java does not call so.
        if (english.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return NOWHERE;
        }
        float @Nullable [] known;
        synchronized (remembered) {
            known = remembered.get(english);
        }
        if (known == null) {
            known = embedding.embed(english);
            synchronized (remembered) {
                remembered.put(english, known);
            }
        }
        return known;
    }
}

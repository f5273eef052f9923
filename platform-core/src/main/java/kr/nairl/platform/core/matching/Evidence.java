package kr.nairl.platform.core.matching;

import java.util.List;

/**
 * A sentence of the subject beside what it answers in the probe.
 *
 * @param found the subject's sentence
 * @param asked what it meets
 * @param reasons what the two have in common, greatest first; never empty
 */
public record Evidence(Quote found, Asked asked, List<Reason> reasons) {

    public Evidence {
        reasons = List.copyOf(reasons);
    }

    /** What a sentence meets in the probe. */
    public sealed interface Asked {
        /** A sentence of the probe. */
        record Sentence(Quote quote) implements Asked {}

        /** A topic that was chosen and that no sentence of the probe names. */
        record Topic(Reason.SharedConcept concept) implements Asked {}
    }

    /**
     * A sentence as it stands in its source (in Unicode's composed form, NFC).
     *
     * @param highlights marked places, in their order, not overlapping, inside the sentence
     */
    public record Quote(SourceReference source, String sentence, List<Range> highlights) {
        public Quote {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * A place in a sentence, in UTF-16 units as {@link String#substring(int, int)} counts them.
     *
     * @param start from 0
     * @param end after start, at most the sentence's length
     */
    public record Range(int start, int end) {}
}

package kr.nairl.platform.core.matching;

import org.jspecify.annotations.Nullable;

/**
 * What one engine version reached on one task. All figures are means over the task's queries, 0 to 1; gain is normalised
 * discounted cumulative gain with gain {@code 2^grade - 1} down to {@link QualityTask#depth}.
 *
 * @param candidates how many people and areas, or texts, are ranked
 * @param queries how many needs, or texts, are asked that have an answer
 * @param unanswerable how many more are asked that have none; they do not count in the figures
 * @param industries of how many branches the needs are; 0 where that means nothing
 * @param reciprocalRank one over the place of the first that is worth asking
 * @param recall the part of the relevant among the first hundred; null where fewer are ranked
 * @param success how often one of the best is among the first three; null for all but judged needs
 * @param bm25 the same task done by plain BM25 in the same run
 * @param tfIdf the same task done by plain TF-IDF in the same run
 */
public record QualityFigures(
        QualityTask task,
        int candidates,
        int queries,
        int unanswerable,
        int industries,
        Interval gain,
        double reciprocalRank,
        @Nullable Double recall,
        @Nullable Double success,
        Rival bm25,
        Rival tfIdf) {

    /** A mean and the ends of the interval that holds 95 % of its bootstrap resamples. */
    public record Interval(double mean, double low, double high) {

        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("ends of an interval: " + low + ", " + high);
            }
        }
    }

    /**
     * A plain search on the same queries.
     *
     * @param gain its own, 0 to 1
     * @param lead by how much the engine is better, query by query (paired bootstrap), -1 to 1
     */
    public record Rival(double gain, Interval lead) {

        public Rival {
            share("rival", gain);
            within("lead", lead.mean(), -1);
            within("lead", lead.low(), -1);
            within("lead", lead.high(), -1);
        }

        /** Is the engine better beyond chance? */
        public boolean isBeaten() {
            return lead.low() > 0;
        }
    }

    public QualityFigures {
        share("gain", gain.mean());
        share("gain", gain.low());
        share("gain", gain.high());
        share("reciprocal rank", reciprocalRank);
        if (recall != null) {
            share("recall", recall);
        }
        if (success != null) {
            share("success", success);
        }
        if (candidates < 1 || queries < 1 || unanswerable < 0 || industries < 0) {
            throw new IllegalArgumentException("counts of " + task.key());
        }
    }

    private static void share(String what, double value) {
        within(what, value, 0);
    }

    private static void within(String what, double value, double least) {
        if (!(value >= least && value <= 1)) {
            throw new IllegalArgumentException(what + " out of range: " + value);
        }
    }
}

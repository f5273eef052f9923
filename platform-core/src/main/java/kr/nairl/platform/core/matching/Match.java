package kr.nairl.platform.core.matching;

import java.util.List;

/**
 * One ranked subject.
 *
 * @param score 0 to 1, where 0 means nothing in common; {@link Weights} documents the transform. Comparable between
 *     probes of one engine version
 * @param shares parts of the score, greatest first; they sum to 1
 * @param evidence best sentences first, one per field and language at most, those of a field together; empty only where a match rests on topics alone
 */
public record Match(Subject subject, double score, Strength strength, List<Share> shares, List<Evidence> evidence) {

    public Match {
        shares = List.copyOf(shares);
        evidence = List.copyOf(evidence);
    }

    /** The score in words. */
    public enum Strength {
        /** From 0.60. */
        STRONG,
        /** From 0.35. */
        GOOD,
        /** Below: worth a look. */
        POSSIBLE;

        static Strength of(double score) {
            return score >= 0.60 ? STRONG : score >= 0.35 ? GOOD : POSSIBLE;
        }
    }
}

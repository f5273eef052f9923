package kr.nairl.platform.core.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * Which way earlier answers of a researcher lean for a need: the mean of what they say, each weighed by how alike the two
 * needs' topics are (their cosine), beside a number of answers that say nothing. One answer alone therefore moves little.
 */
public final class Leaning {

    private final FitWeights weights;

    Leaning(FitWeights weights) {
        this.weights = weights;
    }

    /** With the shipped weights. */
    public static Leaning shipped() {
        return new Leaning(FitWeights.shipped());
    }

    /**
     * @param asked the need's topics
     * @param answers of one researcher
     * @return above -1 and below 1; 0 when nothing alike was answered
     */
    public double of(Set<ConceptId> asked, Collection<Answer> answers) {
        double said = 0;
        double alike = 0;
        for (Answer answer : answers) {
            double likeness = likeness(asked, answer.concepts());
            said += likeness * weights.answers().getOrDefault(answer.kind(), 0.0);
            alike += likeness;
        }
        return said / (weights.smoothing() + alike);
    }

    /**
     * A score as a leaning moves it.
     *
     * @param score 0 to 1
     */
    public double moved(double score, double leaning) {
        double amount = TwoSidedFit.amount(score);
        return TwoSidedFit.score(
                leaning >= 0
                        ? amount * (1 + weights.answersRaise() * leaning)
                        : amount * (1 + weights.answersLower() * leaning));
    }

    static double likeness(Set<ConceptId> one, Set<ConceptId> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        Set<ConceptId> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size() / Math.sqrt((double) one.size() * other.size());
    }
}

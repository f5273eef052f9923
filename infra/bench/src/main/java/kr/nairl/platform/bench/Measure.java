package kr.nairl.platform.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Figures of rankings against judgements. */
final class Measure {

    private static final int RESAMPLES = 10_000;

    /** Of every resampling, so that a run can be repeated. */
    static final int SEED = 20261130;

    /** @param low lower end of the interval that holds 95 % of the resampled differences */
    record Difference(double mean, double low, double high) {}

    private Measure() {}

    /**
     * Normalised discounted cumulative gain of the first {@code depth}, with gain {@code 2^grade - 1} (Järvelin and
     * Kekäläinen 2002), 0 to 1.
     *
     * @param grades of what is relevant, above 0
     */
    static double ndcg(List<String> ranking, Map<String, Integer> grades, int depth) {
        double gained = 0;
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            gained += gain(grades.getOrDefault(ranking.get(i), 0)) / log2(i + 2);
        }
        int[] best =
                grades.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double ideal = 0;
        for (int i = 0; i < Math.min(depth, best.length); i++) {
            ideal += gain(best[best.length - 1 - i]) / log2(i + 2);
        }
        return ideal == 0 ? 0 : gained / ideal;
    }

    /** One over the place of the first relevant, 0 when there is none. */
    static double reciprocalRank(List<String> ranking, Map<String, Integer> grades) {
        for (int i = 0; i < ranking.size(); i++) {
            if (grades.getOrDefault(ranking.get(i), 0) > 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** The part of the relevant that is among the first {@code depth}. */
    static double recall(List<String> ranking, Map<String, Integer> grades, int depth) {
        long found = ranking.stream()
                .limit(depth)
                .filter(id -> grades.getOrDefault(id, 0) > 0)
                .count();
        return grades.isEmpty() ? 0 : (double) found / grades.size();
    }

    /** 1 when one of the greatest grade given is among the first {@code depth}. */
    static double bestAmong(List<String> ranking, Map<String, Integer> grades, int depth) {
        int most = grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return ranking.stream().limit(depth).anyMatch(id -> grades.getOrDefault(id, 0) == most) ? 1 : 0;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Paired bootstrap over the queries (Efron and Tibshirani 1993). */
    static Difference difference(double[] one, double[] other) {
        Random random = new Random(SEED);
        double[] differences = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            differences[i] = one[i] - other[i];
        }
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[resample] = sum / Math.max(1, differences.length);
        }
        Arrays.sort(means);
        return new Difference(mean(differences), means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES)]);
    }

    private static double gain(int grade) {
        return Math.pow(2, grade) - 1;
    }

    private static double log2(int value) {
        return Math.log(value) / Math.log(2);
    }
}

package kr.nairl.platform.ui.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Shares of a whole in whole percents that add up as the shares do. */
final class WholePercents {

    private WholePercents() {}

    /** Rounds down, then gives what is left over to the greatest remainders. */
    static int[] of(double[] shares) {
        int[] percents =
                Arrays.stream(shares).mapToInt(share -> (int) (share * 100)).toArray();
        int left = (int) Math.round(Arrays.stream(shares).sum() * 100)
                - Arrays.stream(percents).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> percents[i] - shares[i] * 100))
                .limit(Math.max(0, left))
                .forEach(i -> percents[i]++);
        return percents;
    }
}

package kr.nairl.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1);

    @Test
    void gradedGainIsOneForTheIdealOrderAndLessForAnyOther() {
        assertThat(Measure.ndcg(List.of("a", "b", "c"), GRADES, 5)).isCloseTo(1, within(1e-9));
        // (3/1 + 7/log2(3) + 1/2) over (7/1 + 3/log2(3) + 1/2)
        assertThat(Measure.ndcg(List.of("b", "a", "c"), GRADES, 5))
                .isCloseTo((3 + 7 / 1.584962500721156 + 0.5) / (7 + 3 / 1.584962500721156 + 0.5), within(1e-9));
        assertThat(Measure.ndcg(List.of("x", "y"), GRADES, 5)).isZero();
    }

    @Test
    void whatComesAfterTheDepthDoesNotCount() {
        assertThat(Measure.ndcg(List.of("x", "a"), GRADES, 1)).isZero();
        assertThat(Measure.recall(List.of("x", "a", "b"), GRADES, 2)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(Measure.bestAmong(List.of("b", "c", "x", "a"), GRADES, 3)).isZero();
        assertThat(Measure.bestAmong(List.of("b", "c", "a"), GRADES, 3)).isEqualTo(1);
    }

    @Test
    void theReciprocalRankIsThatOfTheFirstRelevant() {
        assertThat(Measure.reciprocalRank(List.of("x", "c", "a"), GRADES)).isEqualTo(0.5);
        assertThat(Measure.reciprocalRank(List.of("x"), GRADES)).isZero();
    }

    @Test
    void aDifferenceThatIsTheSameForEveryQueryHasNoWidth() {
        Measure.Difference difference = Measure.difference(new double[] {0.5, 0.7, 0.9}, new double[] {0.4, 0.6, 0.8});
        assertThat(difference.mean()).isCloseTo(0.1, within(1e-9));
        assertThat(difference.low()).isCloseTo(0.1, within(1e-9));
        assertThat(difference.high()).isCloseTo(0.1, within(1e-9));
    }
}

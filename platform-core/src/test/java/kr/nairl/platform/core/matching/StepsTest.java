package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final Random random = new Random(384);

    @Test
    void anglesStayTheSameToAHundredth() {
        for (int i = 0; i < 200; i++) {
            // Some lengths are no multiple of four.
            float[] one = place(384 + i % 4);
            float[] other = place(one.length);
            double share = random.nextDouble();
            for (int j = 0; j < other.length; j++) {
                other[j] = (float) (share * one[j] + (1 - share) * other[j]);
            }
            assertThat(new Steps.Target(Steps.of(one)).cosine(Steps.of(other)))
                    .isCloseTo(cosine(one, other), within(0.01));
        }
    }

    @Test
    void howLongAPlaceIsDoesNotMatter() {
        float[] one = place(64);
        float[] longer = one.clone();
        for (int i = 0; i < longer.length; i++) {
            longer[i] *= 8;
        }
        assertThat(Steps.of(longer)).isEqualTo(Steps.of(one));
        assertThat(new Steps.Target(Steps.of(one)).cosine(Steps.of(longer))).isCloseTo(1, within(0.01));
    }

    @Test
    void nowhereStaysNowhere() {
        assertThat(Steps.of(new float[0])).isEmpty();
    }

    private float[] place(int numbers) {
        float[] place = new float[numbers];
        for (int i = 0; i < numbers; i++) {
            place[i] = (float) random.nextGaussian();
        }
        return place;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }
}

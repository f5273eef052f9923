package kr.nairl.platform.ui.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholePercentsTest {

    @Test
    void partsOfAWholeAddUpToAHundred() {
        assertThat(WholePercents.of(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3})).containsExactly(34, 33, 33);
        assertThat(WholePercents.of(new double[] {0.416, 0.417, 0.167})).containsExactly(41, 42, 17);
        assertThat(WholePercents.of(new double[] {1})).containsExactly(100);
        assertThat(WholePercents.of(new double[0])).isEmpty();
    }
}

package kr.nairl.platform.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RationTest {

    private final Moving clock = new Moving();

    @Test
    void afterAMinuteTheNextOneTellsHowManyWereHeldBack() {
        Ration ration = new Ration(2, 100, clock);
        assertThat(ration.take("a")).hasValue(0);
        assertThat(ration.take("a")).hasValue(0);
        assertThat(ration.take("a")).isEmpty();
        assertThat(ration.take("a")).isEmpty();
        assertThat(ration.take("b")).hasValue(0);
        clock.now = clock.now.plus(Duration.ofSeconds(59));
        assertThat(ration.take("a")).isEmpty();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(ration.take("b")).hasValue(0);
        assertThat(ration.take("a")).hasValue(3);
        assertThat(ration.take("a")).hasValue(0);
    }

    @Test
    void manyKindsTogetherAreHeldBackTooAndForgottenInTheEnd() {
        Ration ration = new Ration(2, 10, clock);
        assertThat(IntStream.range(0, 5_000).filter(i -> ration.take(i).isPresent()))
                .hasSize(10);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(ration.take(4_999)).hasValue(0);
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-11-23T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

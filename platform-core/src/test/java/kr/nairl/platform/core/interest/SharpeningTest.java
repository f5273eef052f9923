package kr.nairl.platform.core.interest;

import static org.assertj.core.api.Assertions.assertThat;

import kr.nairl.platform.core.shared.LocalizedText;
import org.junit.jupiter.api.Test;

class SharpeningTest {

    @Test
    void aFullInterestLacksNothing() {
        assertThat(Sharpening.of(LocalizedText.of("가".repeat(200), "a"), 3, 1)).isEmpty();
    }

    @Test
    void everythingThatIsThinIsNamed() {
        assertThat(Sharpening.of(LocalizedText.of("짧은 글", null), 2, 0))
                .containsExactlyInAnyOrder(
                        Sharpening.ENGLISH, Sharpening.DETAIL, Sharpening.TOPICS, Sharpening.SUB_PROJECT);
        assertThat(Sharpening.of(LocalizedText.of(null, "a".repeat(199)), 3, 1))
                .containsExactlyInAnyOrder(Sharpening.KOREAN, Sharpening.DETAIL);
        assertThat(Sharpening.of(LocalizedText.EMPTY, 3, 1)).containsExactly(Sharpening.DETAIL);
    }
}

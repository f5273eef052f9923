package kr.nairl.platform.core.matching;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the engine is measured on; {@code infra/bench/match-quality} runs each. */
public enum QualityTask {
    /** The lab's judged needs that no weight was chosen on, in both languages. */
    JUDGED_TEST("judged-test", 5),
    JUDGED_TEST_KO("judged-test-ko", 5),
    JUDGED_TEST_EN("judged-test-en", 5),
    /** The judged needs that weights were chosen on. */
    JUDGED_DEV_KO("judged-dev-ko", 5),
    JUDGED_DEV_EN("judged-dev-en", 5),
    /** A Korean title, searched for among Korean texts. */
    KO_KO("ko-ko", 10, 0.714),
    /** An English title, searched for among English texts. */
    EN_EN("en-en", 10, 0.690),
    /** The beginning of a Korean text, searched for among English ones. */
    KO_EN("ko-en", 10, 0.838),
    /** The same without any Latin letter or digit. */
    KO_EN_HANGUL("ko-enH", 10, 0.960),
    /** A Korean title without Latin letters and digits, searched for among English texts. */
    KO_EN_TITLE("ko-enT", 10, 0.570),
    /** The beginning of an English text, searched for among Korean ones. */
    EN_KO("en-ko", 10, 0.950),
    /** A paper's beginning; its authors are searched for by what they wrote in earlier years. */
    JOINT("joint", 10);

    private final String key;
    private final int depth;
    private final double aim;

    QualityTask(String key, int depth) {
        this(key, depth, Double.NaN);
    }

    QualityTask(String key, int depth, double aim) {
        this.key = key;
        this.depth = depth;
        this.aim = aim;
    }

    /** How the bench and the record name it. */
    public String key() {
        return key;
    }

    /** So many of the first count in the gain. */
    public int depth() {
        return depth;
    }

    /** The gain, 0 to 1, that good simple systems reached on data of the same kind; what the engine must reach at least. */
    public OptionalDouble aim() {
        return Double.isNaN(aim) ? OptionalDouble.empty() : OptionalDouble.of(aim);
    }

    /** The task with this {@link #key}. */
    public static Optional<QualityTask> of(String key) {
        return Arrays.stream(values()).filter(task -> task.key.equals(key)).findFirst();
    }
}

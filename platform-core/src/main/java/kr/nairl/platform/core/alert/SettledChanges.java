package kr.nairl.platform.core.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what is matched last changed, told once things have been quiet for a while, or have not been quiet for long: an
 * import of a hundred results is one change. Safe for use by many threads.
 */
final class SettledChanges {

    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant settled;

    /** Something changed. */
    synchronized void changed(Instant now) {
        if (first == null) {
            first = now;
        }
        last = now;
    }

    /** The last change that has settled; null when none has since this node started. */
    synchronized @Nullable Instant settled(Instant now) {
        if (first != null && last != null && (!now.isBefore(last.plus(QUIET)) || !now.isBefore(first.plus(LONGEST)))) {
            settled = last;
            first = null;
            last = null;
        }
        return settled;
    }
}

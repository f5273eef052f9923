package kr.nairl.platform.core.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Lets a few of each kind through in a minute and counts the rest, so that a loop cannot fill the table. On one node;
 * what it remembers is small however many kinds there are.
 */
final class Ration {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1_000;

    private final int each;
    private final int all;
    private final Clock clock;
    private final Map<Object, Count> counts = new HashMap<>();
    private Instant end = Instant.MIN;
    private int taken;

    private static final class Count {
        private int taken;
        private long heldBack;
    }

    /**
     * @param each of one kind in a minute
     * @param all of all kinds together in a minute
     */
    Ration(int each, int all, Clock clock) {
        this.each = each;
        this.all = all;
        this.clock = clock;
    }

    /** Empty when this one is held back; otherwise how many of its kind were since the last that was let through. */
    synchronized OptionalLong take(Object kind) {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            begin(now);
        }
        Count count = counts.get(kind);
        if (count == null) {
            if (counts.size() >= MOST_REMEMBERED) {
                return OptionalLong.empty();
            }
            count = new Count();
            counts.put(kind, count);
        }
        if (count.taken >= each || taken >= all) {
            count.heldBack++;
            return OptionalLong.empty();
        }
        long before = count.heldBack;
        count.heldBack = 0;
        count.taken++;
        taken++;
        return OptionalLong.of(before);
    }

    /** Remembers from one minute to the next only what still has to be told. */
    private void begin(Instant now) {
        end = now.plus(MINUTE);
        taken = 0;
        counts.values().removeIf(count -> count.heldBack == 0);
        if (counts.size() >= MOST_REMEMBERED) {
            counts.clear();
        }
        counts.values().forEach(count -> count.taken = 0);
    }
}

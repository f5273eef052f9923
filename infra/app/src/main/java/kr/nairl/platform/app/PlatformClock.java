package kr.nairl.platform.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of the application. The demo plays its past on it: {@link #at} holds another time for one piece of work
 * on one thread, and nowhere else.
 */
public final class PlatformClock extends Clock {

    private static final ScopedValue<Instant> PLAYED = ScopedValue.newInstance();

    private final Clock real = Clock.systemUTC();

    /** Does the work as if it were that moment. */
    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(PLAYED, moment).run(work);
    }

    @Override
    public Instant instant() {
        return PLAYED.orElse(Instant.MIN).equals(Instant.MIN) ? real.instant() : PLAYED.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}

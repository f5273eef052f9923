package kr.nairl.platform.core.alert;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** How often an alert's owner is told. Never of nothing, whatever is chosen. */
public enum Frequency {
    /** Soon after something changed. */
    AT_ONCE,
    /** In the morning of a day. */
    DAILY,
    /** In the morning of a Monday. */
    WEEKLY,
    /** Not now. What comes up meanwhile is told once it is wanted again. */
    OFF;

    // Mails have no reader's zone; the platform's own is where most of them are read.
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Behind what is heard of at once: a node may have missed a change. */
    private static final Duration BACKSTOP = Duration.ofHours(6);

    /** When to look the next time, after now. */
    Instant next(Instant now) {
        return switch (this) {
            case AT_ONCE, OFF -> now.plus(BACKSTOP);
            case DAILY -> morning(now, false);
            case WEEKLY -> morning(now, true);
        };
    }

    private static Instant morning(Instant now, boolean monday) {
        ZonedDateTime here = now.atZone(ZONE);
        ZonedDateTime first = here.with(MORNING);
        ZonedDateTime next = first.isAfter(here) ? first : first.plusDays(1);
        return (monday ? next.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : next).toInstant();
    }
}

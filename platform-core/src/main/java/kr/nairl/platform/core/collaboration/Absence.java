package kr.nairl.platform.core.collaboration;

import java.time.LocalDate;

/**
 * Days on which a researcher answers nobody.
 *
 * @param first the first day away
 * @param last the last day away, not before the first
 */
public record Absence(LocalDate first, LocalDate last) {

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Whether the two have a day in common, or follow each other without one between. */
    boolean meets(Absence other) {
        return !other.first.isAfter(last.plusDays(1)) && !first.isAfter(other.last.plusDays(1));
    }

    Absence with(Absence other) {
        return new Absence(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}

package kr.nairl.platform.ui.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.audit.OpeningFilter;
import kr.nairl.platform.ui.component.Formats;
import org.jspecify.annotations.Nullable;

/** The side and days of the ledger as they stand in an address; what makes no sense there counts for nothing. */
final class LedgerQuery {

    static final String SIDE = "side";
    static final String FROM = "from";
    static final String UNTIL = "until";

    private LedgerQuery() {}

    /** @param ours whether the reader sees what others opened of their organisation, and so begins with it */
    static OpeningFilter filter(Map<String, List<String>> query, boolean ours) {
        boolean others = !ours || OpeningFilter.Side.OTHERS.name().equals(first(query, SIDE));
        LocalDate until = day(query, UNTIL);
        return new OpeningFilter(
                others ? OpeningFilter.Side.OTHERS : OpeningFilter.Side.OURS,
                begin(day(query, FROM)),
                begin(until == null ? null : until.plusDays(1)));
    }

    static @Nullable LocalDate day(Map<String, List<String>> query, String name) {
        String text = first(query, name);
        try {
            return text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static @Nullable String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.SEOUL).toInstant();
    }
}

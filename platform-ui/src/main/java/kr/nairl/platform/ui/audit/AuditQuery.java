package kr.nairl.platform.ui.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditKind;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Formats;
import org.jspecify.annotations.Nullable;

/** The filter of the audit trail as it stands in an address; what makes no sense there counts for nothing. */
final class AuditQuery {

    static final String KIND = "kind";
    static final String ORGANISATION = "organisation";
    static final String FROM = "from";
    static final String UNTIL = "until";

    private AuditQuery() {}

    /** @param organisation the one whose slug the address names, where the reader may choose one */
    static AuditFilter filter(Map<String, List<String>> query, @Nullable OrganisationId organisation) {
        LocalDate until = day(query, UNTIL);
        return new AuditFilter(
                kind(query),
                null,
                organisation,
                null,
                begin(day(query, FROM)),
                begin(until == null ? null : until.plusDays(1)));
    }

    static @Nullable AuditKind kind(Map<String, List<String>> query) {
        return Stream.of(AuditKind.values())
                .filter(kind -> kind.name().equals(first(query, KIND)))
                .findFirst()
                .orElse(null);
    }

    /** A day of years with four digits: others are no days that anything here happened on. */
    static @Nullable LocalDate day(Map<String, List<String>> query, String name) {
        String text = first(query, name);
        try {
            return text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}") ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    static @Nullable String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.SEOUL).toInstant();
    }
}

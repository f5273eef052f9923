package kr.nairl.platform.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serial;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.privacy.PersonalData;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.shell.PlatformMessages;

/** What is stored of one kind, behind its name and number. The newest are shown; all are in the file. */
final class DataSection extends NativeDetails {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 30;

    /** Fields whose values have words of their own. */
    private static final Set<String> WORDED = Set.of(
            "state",
            "status",
            "role",
            "roles",
            "audience",
            "theme",
            "language",
            "mail_off",
            "command",
            "kind",
            "action",
            "purpose",
            "accepting",
            "given");

    /** What an entry is comes first, its dates last; fields not named here stand between. */
    private static final List<String> FIRST =
            List.of("title", "organisation", "subject", "action", "command", "kind", "name_ko", "name_en", "email");

    private static final List<String> LAST = List.of(
            "state",
            "status",
            "created_at",
            "accepted_at",
            "published_at",
            "removed_at",
            "updated_at",
            "read_at",
            "at");

    private final transient PlatformMessages messages;

    DataSection(PersonalData.Section section, PlatformMessages messages) {
        this.messages = messages;
        List<Map<String, String>> entries = section.entries();
        setSummaryText(getTranslation(
                "privacy.section.count",
                getTranslation("privacy.section." + section.name()),
                Formats.here().number(entries.size())));
        setOpen(section.name().equals("account"));
        Div body = new Div();
        body.addClassName("own-data-entries");
        entries.subList(Math.max(0, entries.size() - SHOWN), entries.size())
                .reversed()
                .forEach(entry -> body.add(values(entry)));
        if (entries.size() > SHOWN) {
            Paragraph rest = new Paragraph(getTranslation("privacy.rest", SHOWN));
            rest.addClassNames("small", "faint");
            body.add(rest);
        }
        setContent(body);
    }

    private KeyValues values(Map<String, String> entry) {
        KeyValues values = new KeyValues();
        entry.keySet().stream()
                .sorted(Comparator.comparingInt(DataSection::place))
                .forEach(field -> values.with(
                        getTranslation("privacy.field." + field), words(field, entry.getOrDefault(field, ""))));
        return values;
    }

    private static int place(String field) {
        int first = FIRST.indexOf(field);
        int last = LAST.indexOf(field);
        return first >= 0 ? first : FIRST.size() + (last >= 0 ? 1 + last : 0);
    }

    private String words(String field, String value) {
        if (field.endsWith("_at") || field.equals("at")) {
            return moment(value);
        }
        if (!WORDED.contains(field)) {
            return value;
        }
        return Arrays.stream(value.split(", ")).map(one -> word(field, one)).collect(Collectors.joining(" · "));
    }

    /** Stable names that have no words in the bundles are shown as they are. */
    private String word(String field, String name) {
        List<String> keys = switch (field) {
            case "roles" -> List.of("role." + name);
            case "role" -> List.of("researcher.role." + name);
            case "action" -> List.of("audit.action." + name);
            default -> List.of("privacy.value." + field + "." + name, "privacy.value." + name);
        };
        return keys.stream()
                .filter(messages::has)
                .findFirst()
                .map(this::getTranslation)
                .orElse(name);
    }

    private static String moment(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return Formats.here().dateTime(at);
        } catch (DateTimeParseException other) {
            return text;
        }
    }
}

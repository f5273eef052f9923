package kr.nairl.platform.ui.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditKind;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;

/** Entries in the reader's words, the same on the page and in the file. What has no word of its own gets a general one. */
final class AuditWords {

    private final PlatformMessages messages;
    private final Locale locale;

    AuditWords(PlatformMessages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String what(AuditEntry entry) {
        boolean known = Arrays.stream(AuditKind.values())
                .anyMatch(kind -> kind.actions().contains(entry.action()));
        return say("audit.action." + (known ? entry.action() : "other"));
    }

    String who(AuditEntry entry) {
        if (entry.person() == null && AuditKind.ADMISSION.actions().contains(entry.action())) {
            return say("audit.who.applicant");
        }
        if (entry.person() == null) {
            boolean stranger =
                    entry.action().startsWith("session.") || entry.action().startsWith("refusal.");
            return say(stranger ? "audit.who.unknown" : "audit.who.platform");
        }
        String name = entry.personName().text(Language.of(locale));
        return name.isEmpty() ? say("audit.who.hidden") : name;
    }

    String organisation(AuditEntry entry) {
        return entry.organisationName().text(Language.of(locale));
    }

    /** What more there is to say, in a fixed order. */
    List<String> more(AuditEntry entry) {
        Map<String, String> detail = entry.detail();
        List<String> more = new ArrayList<>();
        String subject = entry.subjectName().text(Language.of(locale));
        boolean another =
                entry.person() == null || !entry.subject().equals(entry.person().value());
        if (!subject.isEmpty() && another) {
            more.add(say("audit.detail.subject", subject));
        }
        if (detail.containsKey("roles")) {
            more.add(say("audit.detail.roles", roles(detail.get("roles"))));
        }
        if (detail.containsKey("concept")) {
            more.add(detail.get("concept"));
        }
        add(more, "audit.field.", detail.get("field"));
        visibility(detail, more);
        add(more, "audit.feature.", detail.get("feature"));
        add(more, "audit.code.", detail.get("code"));
        counted(more, "audit.detail.rows", detail.get("rows"));
        counted(more, "audit.detail.unrecorded", detail.get("unrecorded"));
        return more;
    }

    private void visibility(Map<String, String> detail, List<String> more) {
        String to = detail.containsKey("public")
                ? (Boolean.parseBoolean(detail.get("public")) ? Audience.PUBLIC : Audience.MEMBERS).name()
                : detail.getOrDefault("to", "");
        String from = detail.getOrDefault("from", "");
        if (isAudience(to) && isAudience(from)) {
            more.add(say("audit.detail.visibility", say("audit.audience." + from), say("audit.audience." + to)));
        } else if (isAudience(to)) {
            more.add(say("audit.detail.visibleTo", say("audit.audience." + to)));
        }
    }

    private static boolean isAudience(String name) {
        return Stream.of(Audience.values()).anyMatch(audience -> audience.name().equals(name));
    }

    private String roles(String names) {
        return Stream.of(Role.values())
                .filter(role -> List.of(names.split(",")).contains(role.name()))
                .map(role -> say("role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    /** A word for one of a few known values; others are left out. */
    private void add(List<String> more, String prefix, @Nullable String value) {
        if (value != null && messages.has(prefix + value)) {
            more.add(say(prefix + value));
        }
    }

    private void counted(List<String> more, String key, @Nullable String value) {
        if (value != null && value.matches("\\d{1,9}")) {
            more.add(say(key, Integer.parseInt(value)));
        }
    }

    private String say(String key, Object... parameters) {
        return messages.getTranslation(key, locale, parameters);
    }
}

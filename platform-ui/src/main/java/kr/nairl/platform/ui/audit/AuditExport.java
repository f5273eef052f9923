package kr.nairl.platform.ui.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Csv;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.shell.Downloads;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The audit trail as a file for a spreadsheet, in the reader's words and with the stable names and ids beside them. Asks
 * the same use case as the page does, so nobody gets more here than there.
 */
@Controller
class AuditExport {

    static final String PATH = "/exports/audit.csv";

    private static final List<String> COLUMNS = List.of(
            "at",
            "who",
            "person",
            "what",
            "detail",
            "organisation",
            "organisationId",
            "action",
            "subjectKind",
            "subject",
            "link");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final AuditTrail audit;
    private final AuditOrganisation organisations;
    private final PlatformMessages messages;
    private final Downloads downloads;

    AuditExport(AuditTrail audit, PartnerDirectory directory, PlatformMessages messages, Downloads downloads) {
        this.audit = audit;
        this.organisations = new AuditOrganisation(directory);
        this.messages = messages;
        this.downloads = downloads;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> entries(HttpServletRequest request, @RequestParam MultiValueMap<String, String> query) {
        return downloads.csv(request, "/audit", "audit", (actor, language) -> {
            OrganisationId where = organisations
                    .named(actor, query)
                    .map(PartnerDirectory.Heading::id)
                    .orElse(null);
            return file(audit.export(actor, AuditQuery.filter(query, where)), language.locale());
        });
    }

    private String file(List<AuditEntry> entries, Locale locale) {
        AuditWords words = new AuditWords(messages, locale);
        StringBuilder file = new StringBuilder(Csv.MARK)
                .append(Csv.line(COLUMNS.stream()
                        .map(column -> messages.getTranslation("audit.column." + column, locale))
                        .toList()));
        entries.forEach(entry -> file.append(Csv.line(cells(entry, words))));
        return file.toString();
    }

    private static List<String> cells(AuditEntry entry, AuditWords words) {
        return Stream.of(
                        MOMENT.format(entry.at().atZone(Formats.SEOUL)),
                        words.who(entry),
                        orEmpty(entry.person()),
                        words.what(entry),
                        String.join(" · ", words.more(entry)),
                        words.organisation(entry),
                        orEmpty(entry.organisation()),
                        entry.action(),
                        entry.subjectKind(),
                        entry.subject().toString(),
                        orEmpty(entry.link()))
                .toList();
    }

    private static String orEmpty(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

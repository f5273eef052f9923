package kr.nairl.platform.ui.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kr.nairl.platform.core.audit.AccessLedger;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.ui.component.Csv;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.shell.Downloads;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The access ledger as a file for a spreadsheet, for administrators; asks the same use case as the page does. */
@Controller
class LedgerExport {

    static final String PATH = "/exports/access-ledger.csv";

    private static final List<String> COLUMNS = List.of("at", "who", "reader", "owner", "what", "audience");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final AccessLedger ledger;
    private final PlatformMessages messages;
    private final Downloads downloads;

    LedgerExport(AccessLedger ledger, PlatformMessages messages, Downloads downloads) {
        this.ledger = ledger;
        this.messages = messages;
        this.downloads = downloads;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> openings(HttpServletRequest request, @RequestParam MultiValueMap<String, String> query) {
        return downloads.csv(
                request,
                "/access-ledger",
                "access-ledger",
                (actor, language) -> file(
                        ledger.export(actor, LedgerQuery.filter(query, ledger.seesOurs(actor))), language.locale()));
    }

    private String file(List<Opening> openings, Locale locale) {
        LedgerWords words = new LedgerWords(messages, locale);
        StringBuilder file = new StringBuilder(Csv.MARK)
                .append(Csv.line(COLUMNS.stream().map(words::column).toList()));
        openings.forEach(opening -> file.append(Csv.line(List.of(
                MOMENT.format(opening.at().atZone(Formats.SEOUL)),
                words.who(opening),
                words.reader(opening),
                words.owner(opening),
                words.what(opening),
                words.audience(opening)))));
        return file.toString();
    }
}

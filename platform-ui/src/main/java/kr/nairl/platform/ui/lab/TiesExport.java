package kr.nairl.platform.ui.lab;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Csv;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.shell.Downloads;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The ties as a file for a spreadsheet, in the reader's language. Asks the same use case as the page does, so nobody gets
 * more here than there.
 */
@Controller
class TiesExport {

    static final String PATH = "/exports/ties.csv";

    private static final List<String> COLUMNS = List.of(
            "organisation", "organisationEnglish", "subProject", "sent", "open", "accepted", "declined", "lastContact");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final LabOverview lab;
    private final SubProjects subProjects;
    private final PlatformMessages messages;
    private final Downloads downloads;

    TiesExport(LabOverview lab, SubProjects subProjects, PlatformMessages messages, Downloads downloads) {
        this.lab = lab;
        this.subProjects = subProjects;
        this.messages = messages;
        this.downloads = downloads;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> ties(HttpServletRequest request, @RequestParam MultiValueMap<String, String> query) {
        return downloads.csv(request, "/ties", "ties", (actor, language) -> {
            List<Tie> ties = lab.export(actor, TieQuery.filter(query, subProjects.all(actor)));
            return file(ties, language);
        });
    }

    private String file(List<Tie> ties, Language language) {
        StringBuilder file = new StringBuilder(Csv.MARK)
                .append(Csv.line(COLUMNS.stream()
                        .map(column -> messages.getTranslation("ties.column." + column, language.locale()))
                        .toList()));
        ties.forEach(tie -> file.append(Csv.line(cells(tie, language))));
        return file.toString();
    }

    private static List<String> cells(Tie tie, Language language) {
        Integer number = tie.subProjectNumber();
        return List.of(
                tie.organisationName().text(Language.KO),
                tie.organisationName().text(Language.EN),
                number == null ? "" : number + " " + tie.subProjectTitle().text(language),
                String.valueOf(tie.sent()),
                String.valueOf(tie.open()),
                String.valueOf(tie.accepted()),
                String.valueOf(tie.declined()),
                MOMENT.format(tie.lastContact().atZone(Formats.SEOUL)));
    }
}

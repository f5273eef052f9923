package kr.nairl.platform.ui.lab;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The ties as a file for a spreadsheet, in the reader's language, written while they are read. Asks the same use case as the
 * page does, so nobody gets more here than there.
 */
@Controller
class TiesExport {

    static final String PATH = "/exports/ties.csv";

    private static final List<String> COLUMNS = List.of(
            "organisation", "organisationEnglish", "subProject", "sent", "open", "accepted", "declined", "lastContact");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final LabOverview lab;
    private final SubProjects subProjects;
    private final CurrentActor current;
    private final PlatformMessages messages;
    private final Clock clock;

    TiesExport(LabOverview lab, SubProjects subProjects, CurrentActor current, PlatformMessages messages, Clock clock) {
        this.lab = lab;
        this.subProjects = subProjects;
        this.current = current;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    void ties(@RequestParam MultiValueMap<String, String> query, HttpServletResponse response) throws IOException {
        Actor actor = current.actor();
        Language language = current.signedIn()
                .flatMap(SignedIn::login)
                .map(login -> login.language())
                .orElse(Language.KO);
        TieFilter filter = TieQuery.filter(query, subProjects.all(actor));
        String name = "ties-" + LocalDate.ofInstant(clock.instant(), Formats.SEOUL) + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        try {
            Lines lines = new Lines(response, language);
            lab.export(actor, filter, lines::add);
            lines.finish();
        } catch (ForbiddenException refused) {
            response.reset();
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Writes nothing before the first tie came, so that a refusal is still an answer of its own. */
    private final class Lines {

        private final HttpServletResponse response;
        private final Language language;
        private boolean begun;

        Lines(HttpServletResponse response, Language language) {
            this.response = response;
            this.language = language;
        }

        void add(Tie tie) {
            begin();
            Integer number = tie.subProjectNumber();
            write(Csv.line(Stream.of(
                            tie.organisationName().text(Language.KO),
                            tie.organisationName().text(Language.EN),
                            number == null
                                    ? ""
                                    : number + " " + tie.subProjectTitle().text(language),
                            tie.sent(),
                            tie.open(),
                            tie.accepted(),
                            tie.declined(),
                            MOMENT.format(tie.lastContact().atZone(Formats.SEOUL)))
                    .map(String::valueOf)
                    .toList()));
        }

        void finish() throws IOException {
            begin();
            response.getWriter().flush();
        }

        private void begin() {
            if (!begun) {
                begun = true;
                write(Csv.MARK
                        + Csv.line(COLUMNS.stream()
                                .map(column -> messages.getTranslation("ties.column." + column, language.locale()))
                                .toList()));
            }
        }

        private void write(String text) {
            try {
                Writer writer = response.getWriter();
                writer.write(text);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}

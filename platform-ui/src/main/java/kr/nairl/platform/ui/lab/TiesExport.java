package kr.nairl.platform.ui.lab;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.FreshProof;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The ties as a file for a spreadsheet, in the reader's language. Asks the same use case as the page does, so nobody gets
 * more here than there. Whoever has to prove who they are goes to do so and comes back to the page.
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
    ResponseEntity<byte[]> ties(HttpServletRequest request, @RequestParam MultiValueMap<String, String> query) {
        Language language =
                current.signedIn().flatMap(SignedIn::login).map(Login::language).orElse(Language.KO);
        try {
            Actor actor = current.actor();
            List<Tie> ties = lab.export(actor, TieQuery.filter(query, subProjects.all(actor)));
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("ties-" + LocalDate.ofInstant(clock.instant(), Formats.SEOUL) + ".csv")
                                    .build()
                                    .toString())
                    .body(file(ties, language).getBytes(StandardCharsets.UTF_8));
        } catch (ProofNeededException unproven) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(FreshProof.andBack(request, "/ties")))
                    .build();
        } catch (ForbiddenException | AuthorityEndedException refused) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
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

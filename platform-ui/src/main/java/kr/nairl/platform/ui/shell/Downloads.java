package kr.nairl.platform.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.FreshProof;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.ui.component.Formats;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Hands out lists as files for a spreadsheet. Whoever has to prove who they are goes to do so and comes back to the page
 * they came from; whoever may not have the file gets none, and that they asked is recorded.
 */
@Component
public class Downloads {

    private final CurrentActor current;
    private final AccessRecord record;
    private final Clock clock;

    Downloads(CurrentActor current, AccessRecord record, Clock clock) {
        this.current = current;
        this.record = record;
        this.clock = clock;
    }

    /**
     * A file that the browser keeps as {@code <name>-<day in Seoul>.csv} and nobody else keeps.
     *
     * @param page where a request leads back to that does not say which page it comes from
     * @param text makes the file, in the language of whoever asks
     */
    public ResponseEntity<byte[]> csv(
            HttpServletRequest request, String page, String name, BiFunction<Actor, Language, String> text) {
        return file(request, page, name, "csv", "text/csv", text);
    }

    /**
     * As {@link #csv}, of another type.
     *
     * @param extension without a point
     * @param mediaType of a text, without a charset
     */
    public ResponseEntity<byte[]> file(
            HttpServletRequest request,
            String page,
            String name,
            String extension,
            String mediaType,
            BiFunction<Actor, Language, String> text) {
        Language language =
                current.signedIn().flatMap(SignedIn::login).map(Login::language).orElse(Language.KO);
        Actor actor = current.actor();
        try {
            return file(
                    name + "-" + LocalDate.ofInstant(clock.instant(), Formats.SEOUL) + "." + extension,
                    mediaType,
                    text.apply(actor, language));
        } catch (ProofNeededException unproven) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(FreshProof.andBack(request, page)))
                    .build();
        } catch (ForbiddenException | AuthorityEndedException refused) {
            record.refused(actor, refused);
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
    }

    private static ResponseEntity<byte[]> file(String name, String mediaType, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(mediaType), StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

package kr.nairl.platform.ui.organisation;

import java.time.Duration;
import java.util.UUID;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.file.StoredFile;
import kr.nairl.platform.core.file.StoredFiles;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * Serves logos to whoever may see their organisation. A stored file never changes, so a browser may keep it; it asks
 * again each time, and gets the bytes only when it does not have them.
 */
@Controller
class LogoController {

    private static final String PATH = "/logos/";

    private final StoredFiles files;
    private final CurrentActor current;
    private final AccessRecord record;

    LogoController(StoredFiles files, CurrentActor current, AccessRecord record) {
        this.files = files;
        this.current = current;
        this.record = record;
    }

    /** Where a logo is served, from the root of the site. */
    static String address(UUID file) {
        return PATH + file;
    }

    @GetMapping(PATH + "{id}")
    ResponseEntity<byte[]> logo(@PathVariable("id") UUID id, WebRequest request) {
        Actor actor = current.actor();
        try {
            StoredFile file = files.describe(actor, id);
            CacheControl own = CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate();
            if (request.checkNotModified("\"" + file.etag() + "\"")) {
                return ResponseEntity.status(304).cacheControl(own).build();
            }
            return ResponseEntity.ok()
                    .eTag("\"" + file.etag() + "\"")
                    .cacheControl(own)
                    .contentType(MediaType.parseMediaType(file.mediaType()))
                    .header("X-Content-Type-Options", "nosniff")
                    .header(
                            "Content-Disposition",
                            ContentDisposition.attachment()
                                    .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(files.read(actor, id).bytes());
        } catch (NotFoundException absent) {
            return ResponseEntity.notFound().build();
        } catch (AuthorityEndedException ended) {
            record.refused(actor, ended);
            return ResponseEntity.notFound().build();
        }
    }
}

package kr.nairl.platform.ui.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.privacy.OwnData;
import kr.nairl.platform.core.privacy.PersonalData;
import kr.nairl.platform.ui.component.Formats;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The person's own data as a file. */
@Controller
class PrivacyExport {

    static final String PATH = "/exports/my-data.json";

    private final OwnData data;
    private final CurrentActor current;
    private final Clock clock;

    PrivacyExport(OwnData data, CurrentActor current, Clock clock) {
        this.data = data;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> own() {
        return current.signedIn()
                .flatMap(who -> data.export(who.issuer(), who.getName()))
                .map(this::file)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<byte[]> file(PersonalData own) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data-" + LocalDate.ofInstant(clock.instant(), Formats.SEOUL) + ".json")
                                .build()
                                .toString())
                .body(own.json().getBytes(StandardCharsets.UTF_8));
    }
}

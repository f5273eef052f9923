package kr.nairl.platform.ui.glossary;

import jakarta.servlet.http.HttpServletRequest;
import kr.nairl.platform.core.vocabulary.GlossaryExchange;
import kr.nairl.platform.core.vocabulary.GlossaryFormat;
import kr.nairl.platform.ui.shell.Downloads;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The whole glossary as a file, for everybody signed in: as the table it is imported from, and as SKOS. */
@Controller
class GlossaryExport {

    /** Before the file's extension. */
    static final String PATH = "/exports/glossary.";

    private static final String NAME = "glossary";

    private final GlossaryExchange exchange;
    private final Downloads downloads;

    GlossaryExport(GlossaryExchange exchange, Downloads downloads) {
        this.exchange = exchange;
        this.downloads = downloads;
    }

    @GetMapping(PATH + "tsv")
    ResponseEntity<byte[]> table(HttpServletRequest request) {
        return file(request, GlossaryFormat.TSV);
    }

    @GetMapping(PATH + "ttl")
    ResponseEntity<byte[]> skos(HttpServletRequest request) {
        return file(request, GlossaryFormat.TURTLE);
    }

    private ResponseEntity<byte[]> file(HttpServletRequest request, GlossaryFormat format) {
        String address = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return downloads.file(
                request,
                "/glossary",
                NAME,
                format.extension(),
                format.mediaType(),
                (actor, language) -> exchange.export(actor, format, address));
    }
}

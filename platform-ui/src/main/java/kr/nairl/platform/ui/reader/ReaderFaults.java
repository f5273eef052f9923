package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What a reader sees when there is no such page, or when it cannot be read just now. */
@ControllerAdvice(basePackageClasses = ReaderFaults.class)
class ReaderFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderFaults.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Frame frame;

    ReaderFaults(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class, InvalidInputException.class})
    String missing(HttpServletRequest request, HttpServletResponse response, Model model) {
        Language language = language(request);
        Words words = new Words(language);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        frame.around(model, language, "", words.say("missing.title"), words.say("missing.lead"), null);
        return "reader/missing";
    }

    @ExceptionHandler(RuntimeException.class)
    String trouble(RuntimeException failed, HttpServletRequest request, HttpServletResponse response, Model model) {
        LOG.error("public page {} failed", request.getRequestURI(), failed);
        Language language = language(request);
        Words words = new Words(language);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        frame.aroundTrouble(model, language, words.say("trouble.title"), words.say("trouble.lead"));
        return "reader/trouble";
    }

    private static Language language(HttpServletRequest request) {
        return PathLanguage.named(request).orElse(Language.KO);
    }
}

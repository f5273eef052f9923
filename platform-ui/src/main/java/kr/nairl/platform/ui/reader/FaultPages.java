package kr.nairl.platform.ui.reader;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import kr.nairl.platform.core.shared.Language;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a browser shows when a request failed outside of the pages themselves: refused by a filter, or broken where no
 * page could answer. Reads nothing from the database, which may be what is broken.
 */
@Component
class FaultPages implements ErrorViewResolver {

    private final Frame frame;

    FaultPages(Frame frame) {
        this.frame = frame;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> facts) {
        Language language = language(request);
        String kind = status.is4xxClientError() ? "missing" : "trouble";
        Words words = new Words(language);
        ExtendedModelMap model = new ExtendedModelMap();
        frame.aroundTrouble(model, language, words.say(kind + ".title"), words.say(kind + ".lead"));
        return new ModelAndView("reader/" + kind, model, status);
    }

    /** The failed address's language, or the browser's where the address has none. */
    private static Language language(HttpServletRequest request) {
        String failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                ? address.substring(request.getContextPath().length())
                : "";
        return PathLanguage.named(failed).orElseGet(() -> Language.of(request.getLocale()));
    }
}

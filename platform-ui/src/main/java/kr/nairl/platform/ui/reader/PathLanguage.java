package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Language;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * A page whose address names its language is in that language, whatever the browser prefers; this is what Content-Language
 * says of it. Everywhere else the browser's preference decides.
 */
final class PathLanguage extends AcceptHeaderLocaleResolver {

    private static final Pattern NAMED = Pattern.compile("(?:" + Proof.ROOT + ")?/(ko|en)(?:/.*)?");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return named(request).map(Language::locale).orElseGet(() -> super.resolveLocale(request));
    }

    /** The language that the address names, if it names one. */
    static Optional<Language> named(HttpServletRequest request) {
        return named(request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** The language that a path without its context names, if it names one. */
    static Optional<Language> named(String address) {
        Matcher path = NAMED.matcher(address);
        return path.matches() ? Optional.of(Language.ofCode(path.group(1))) : Optional.empty();
    }
}

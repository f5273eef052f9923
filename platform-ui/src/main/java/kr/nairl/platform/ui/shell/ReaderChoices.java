package kr.nairl.platform.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Language and theme as a reader chose them: with the person once signed in, and in a cookie of this browser for the
 * pages before that. The cookies hold nothing else and are read by the server only.
 */
final class ReaderChoices {
    private static final String LANGUAGE_COOKIE = "platform-language";
    private static final String THEME_COOKIE = "platform-theme";
    private static final int KEPT_SECONDS = Math.toIntExact(Duration.ofDays(365).toSeconds());

    private ReaderChoices() {}

    /** The person's choice, else this browser's, else what the browser asks for, else Korean. */
    static Locale language(ShellContents contents, @Nullable VaadinRequest request) {
        return contents.language()
                .or(() -> cookie(request, LANGUAGE_COOKIE).map(Locale::forLanguageTag))
                .map(PlatformMessages::nearest)
                .orElseGet(() -> asked(request));
    }

    /** The person's choice, else this browser's, else the system's. */
    static Theme theme(ShellContents contents, @Nullable VaadinRequest request) {
        return contents.theme()
                .or(() -> cookie(request, THEME_COOKIE).map(Theme::ofCode))
                .orElse(Theme.SYSTEM);
    }

    static void keepLanguage(Locale language) {
        keep(LANGUAGE_COOKIE, language.getLanguage());
    }

    static void keepTheme(Theme theme) {
        keep(THEME_COOKIE, theme.code());
    }

    private static Locale asked(@Nullable VaadinRequest request) {
        if (request != null && request.getHeader("Accept-Language") != null) {
            for (Locale locale : Collections.list(request.getLocales())) {
                for (Locale provided : PlatformMessages.LANGUAGES) {
                    if (provided.getLanguage().equals(locale.getLanguage())) {
                        return provided;
                    }
                }
            }
        }
        return PlatformMessages.LANGUAGES.getFirst();
    }

    private static Optional<String> cookie(@Nullable VaadinRequest request, String name) {
        if (request == null || request.getCookies() == null) {
            return Optional.empty();
        }
        return List.of(request.getCookies()).stream()
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void keep(String name, String value) {
        VaadinRequest request = VaadinRequest.getCurrent();
        VaadinResponse response = VaadinResponse.getCurrent();
        if (request == null || response == null) {
            return;
        }
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath().isEmpty() ? "/" : request.getContextPath());
        cookie.setMaxAge(KEPT_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}

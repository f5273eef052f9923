package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to prove once more, with a second factor, who one is. Keycloak asks for nothing else when its session is there,
 * and the session here goes on for the same organisation.
 */
public final class FreshProof {

    private static final String PROVE = "prove";

    private static final String START = "/oauth2/authorization/" + AuthConfiguration.REGISTRATION + "?" + PROVE;

    /** The address to open in a window of its own, while the page that needs the proof stays open. */
    public static final String IN_A_WINDOW = START + "=window";

    /** The page that such a window ends on. */
    public static final String DONE = "/proven";

    private FreshProof() {}

    /**
     * The address for a request that is no page, such as a download: leads back to the page that it was made from.
     *
     * @param otherwise a path of this application, for a request that does not say where it comes from
     */
    public static String andBack(HttpServletRequest request, String otherwise) {
        Landing.on(request, page(request).orElse(otherwise));
        return START + "=page";
    }

    /** Does the sign-in that begins have to prove more than a session? Also says where it leads. */
    static boolean asked(HttpServletRequest request) {
        String how = request.getParameter(PROVE);
        if ("window".equals(how)) {
            Landing.on(request, DONE);
        }
        return how != null;
    }

    /** Only a page of our own: whoever links here from elsewhere does not choose where people come out. */
    private static Optional<String> page(HttpServletRequest request) {
        return Optional.ofNullable(address(request.getHeader("Referer")))
                .filter(page -> request.getServerName().equals(page.getHost())
                        && (page.getPort() == -1 || page.getPort() == request.getServerPort()))
                .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            return text == null ? null : URI.create(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}

package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way in through an organisation's own identity provider, and how a token tells that somebody took it. */
public final class ThroughProvider {

    /** The claim with the provider that the session at Keycloak began through. */
    private static final String CLAIM = "identity_provider";

    private static final String PARAMETER = "provider";
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,80}");

    private ThroughProvider() {}

    /**
     * The address that signs in through this provider, also when somebody is signed in already.
     *
     * @param alias as the realm knows it
     */
    public static String signIn(String alias) {
        return "/oauth2/authorization/" + AuthConfiguration.REGISTRATION + "?" + PARAMETER + "=" + alias;
    }

    /**
     * The same, leading to a page.
     *
     * @param page a path of this application
     */
    public static String signInAndOpen(HttpServletRequest request, String alias, String page) {
        Landing.on(request, page);
        return signIn(alias);
    }

    /** The provider that the sign-in which begins is to go through. */
    static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER))
                .filter(alias -> ALIAS.matcher(alias).matches());
    }

    /** The provider that the person came through; null when they signed in with what they set up themselves. */
    static @Nullable String of(Map<String, Object> claims) {
        return claims.get(CLAIM) instanceof String alias && !alias.isBlank() ? alias : null;
    }
}

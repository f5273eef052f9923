package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The invitation that a person chose to accept before signing in. Only its token lies in the session; the next sign-in,
 * whose issuer and subject it is bound to, uses it up. It stays there while accepting it fails, so that signing in again
 * is all that is needed.
 */
@Component
public class PendingInvitation {

    private static final String REGISTER = "register";

    /** The address that starts Keycloak's registration for the remembered invitation. */
    public static final String REGISTRATION =
            "/oauth2/authorization/" + AuthConfiguration.REGISTRATION + "?" + REGISTER;

    /** The address that signs in with an account that is there. */
    public static final String SIGN_IN = "/oauth2/authorization/" + AuthConfiguration.REGISTRATION;

    private static final String TOKEN = PendingInvitation.class.getName() + ".token";
    private static final String EMAIL = PendingInvitation.class.getName() + ".email";

    /** Where Spring Security looks for the page to return to. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private final Onboarding onboarding;

    PendingInvitation(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /**
     * Remembers the invitation for the sign-in that follows, which then leads to a page.
     *
     * @param landing a path of this application
     */
    public void remember(HttpServletRequest request, String token, OpenInvitation invitation, String landing) {
        HttpSession session = request.getSession(true);
        session.setAttribute(TOKEN, token);
        session.setAttribute(EMAIL, invitation.email().value());
        session.setAttribute(SAVED_REQUEST, new SimpleSavedRequest(landing));
    }

    /** The invited address, to fill in the registration form; null for a sign-in that is no registration. */
    @Nullable
    String address(HttpServletRequest request) {
        if (request.getParameter(REGISTER) == null) {
            return null;
        }
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(EMAIL);
    }

    Optional<OrganisationId> accept(OidcIdToken person) {
        HttpSession session = session();
        if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) {
            return Optional.empty();
        }
        Onboarding.Acceptance acceptance = onboarding.accept(
                token, Claims.issuer(person.getIssuer()), Claims.subject(person.getSubject()), nameOf(person));
        session.removeAttribute(TOKEN);
        session.removeAttribute(EMAIL);
        return switch (acceptance) {
            case Onboarding.Acceptance.Joined joined -> Optional.of(joined.organisation());
            case Onboarding.Acceptance.NotOpen notOpen -> Optional.empty();
        };
    }

    /** A name typed in Hangul is kept as the Korean one, family name first; any other as the English one. */
    private static LocalizedText nameOf(OidcIdToken person) {
        String given = Optional.ofNullable(person.getGivenName()).orElse("").strip();
        String family = Optional.ofNullable(person.getFamilyName()).orElse("").strip();
        boolean hangul = (given + family).codePoints().anyMatch(c -> c >= 0xAC00 && c <= 0xD7A3);
        if (hangul) {
            return LocalizedText.of(family + given, null);
        }
        String name = (given + " " + family).strip();
        return LocalizedText.of(null, name.isEmpty() ? Claims.subject(person.getPreferredUsername()) : name);
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
    }
}

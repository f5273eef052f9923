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
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The invitation that a person opened before signing in. Only its token lies in the session; it is used up by the next
 * sign-in, whose issuer and subject it is bound to.
 */
@Component
public class PendingInvitation {

    private static final String TOKEN = PendingInvitation.class.getName() + ".token";
    private static final String EMAIL = PendingInvitation.class.getName() + ".email";

    private final Onboarding onboarding;

    PendingInvitation(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** Remembers the invitation for the sign-in that follows. */
    public void remember(HttpServletRequest request, String token, OpenInvitation invitation) {
        HttpSession session = request.getSession(true);
        session.setAttribute(TOKEN, token);
        session.setAttribute(EMAIL, invitation.email().value());
    }

    /** The invited address, to fill in the registration form. */
    @Nullable
    String address(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(EMAIL);
    }

    Optional<OrganisationId> accept(OidcIdToken person) {
        HttpSession session = session();
        if (session == null || !(session.getAttribute(TOKEN) instanceof String token)) {
            return Optional.empty();
        }
        session.removeAttribute(TOKEN);
        session.removeAttribute(EMAIL);
        return switch (onboarding.accept(
                token, Claims.issuer(person.getIssuer()), Claims.subject(person.getSubject()), nameOf(person))) {
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

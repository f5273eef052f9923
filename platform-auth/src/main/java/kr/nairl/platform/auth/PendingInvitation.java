package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.privacy.Consents;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;

/**
 * The invitation that a person chose to accept before signing in. Its token lies in the session until the sign-in that was
 * begun from the invitation's page comes back, which uses it up. A sign-in begun anywhere else forgets it: whoever uses this
 * browser next, after a registration that was left half-way, must not join an organisation that invited somebody else.
 */
@Component
public class PendingInvitation {

    private static final String REGISTER = "register";

    private static final String INVITED = "invited";

    private static final String START = "/oauth2/authorization/" + AuthConfiguration.REGISTRATION;

    /** The address that starts Keycloak's registration for the remembered invitation. */
    public static final String REGISTRATION = START + "?" + REGISTER;

    /** The address that signs in with an account that is there and takes the remembered invitation along. */
    public static final String SIGN_IN = START + "?" + INVITED;

    private static final String TOKEN = PendingInvitation.class.getName() + ".token";
    private static final String GIVEN = PendingInvitation.class.getName() + ".given";
    private static final String EMAIL = PendingInvitation.class.getName() + ".email";

    /** The state of the authorization request that was begun from the invitation's page. */
    private static final String STATE = PendingInvitation.class.getName() + ".state";

    private final Onboarding onboarding;
    private final Consents consents;

    PendingInvitation(Onboarding onboarding, Consents consents) {
        this.onboarding = onboarding;
        this.consents = consents;
    }

    /** The address that signs in through an organisation's own identity provider and takes the invitation along. */
    public static String through(String alias) {
        return ThroughProvider.signIn(alias) + "&" + INVITED;
    }

    /**
     * Remembers the invitation for the sign-in that follows, which then leads to a page.
     *
     * @param landing a path of this application
     * @param given what they agreed to
     */
    public void remember(
            HttpServletRequest request, String token, OpenInvitation invitation, String landing, Set<Purpose> given) {
        HttpSession session = request.getSession(true);
        session.setAttribute(TOKEN, token);
        session.setAttribute(EMAIL, invitation.email().value());
        session.setAttribute(GIVEN, given.stream().map(Purpose::name).sorted().collect(Collectors.joining(",")));
        Landing.on(request, landing);
    }

    /**
     * Ties the remembered invitation to a sign-in that begins, or forgets it when that sign-in is not the invitation's.
     *
     * @param state the authorization request's state, which comes back with its answer
     */
    void begins(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(TOKEN) == null) {
            return;
        }
        if (request.getParameter(REGISTER) == null && request.getParameter(INVITED) == null) {
            forget(session);
        } else {
            session.setAttribute(STATE, state);
        }
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
        HttpServletRequest request = AuthConfiguration.request();
        if (request == null) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(TOKEN) instanceof String token)
                || !(session.getAttribute(STATE) instanceof String state)
                || !state.equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            return Optional.empty();
        }
        String issuer = Claims.issuer(person.getIssuer());
        String subject = Claims.subject(person.getSubject());
        Set<Purpose> given = given(session);
        Onboarding.Acceptance acceptance = onboarding.accept(token, issuer, subject, nameOf(person));
        forget(session);
        return switch (acceptance) {
            case Onboarding.Acceptance.Joined joined -> {
                consents.joined(issuer, subject, given);
                yield Optional.of(joined.organisation());
            }
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

    private static Set<Purpose> given(HttpSession session) {
        return session.getAttribute(GIVEN) instanceof String names && !names.isEmpty()
                ? Arrays.stream(names.split(",")).map(Purpose::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    private static void forget(HttpSession session) {
        session.removeAttribute(GIVEN);
        session.removeAttribute(TOKEN);
        session.removeAttribute(EMAIL);
        session.removeAttribute(STATE);
    }
}

package kr.nairl.platform.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.federation.OwnProviders;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Turns a validated ID token into the session's principal. The token says who and, if it names exactly one, which
 * organisation; what the person may do there is read from the membership table.
 */
@Component
class SigningIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** The level of authentication that includes a second factor. */
    static final String SECOND_LEVEL = "2";

    private static final Set<String> BEYOND_A_PASSWORD = Set.of("otp", "mfa", "hwk", "swk", "webauthn");

    private final Logins logins;
    private final PendingInvitation invitation;
    private final OwnProviders providers;
    private final AccessRecord record;

    SigningIn(Logins logins, PendingInvitation invitation, OwnProviders providers, AccessRecord record) {
        this.logins = logins;
        this.invitation = invitation;
        this.providers = providers;
        this.record = record;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
        OidcIdToken token = request.getIdToken();
        Optional<OrganisationId> joined = invitation.accept(token);
        String provider = ThroughProvider.of(token.getClaims());
        Login login = logins.find(Claims.issuer(token.getIssuer()), Claims.subject(token.getSubject()), provider)
                .orElse(null);
        OrganisationId organisation = joined.or(() -> before(token)).orElseGet(() -> only(token, login));
        if (login == null) {
            record.unknownAccount(Actor.Job.DOORKEEPER);
        } else {
            if (provider != null) {
                providers.came(Actor.Job.DOORKEEPER, provider, login.person());
            }
            record.session(Actor.Job.DOORKEEPER, AccessRecord.Step.SIGNED_IN, login.person(), organisation);
        }
        return new SignedIn(token, login, organisation, strength(token.getClaims()));
    }

    /** Whoever only confirms who they are, or comes back from setting something up, goes on for the same organisation. */
    private static Optional<OrganisationId> before(OidcIdToken token) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        return before != null
                        && before.getPrincipal() instanceof SignedIn signedIn
                        && signedIn.getName().equals(token.getSubject())
                ? signedIn.acting().map(Login.Acting::organisation)
                : Optional.empty();
    }

    /**
     * The one organisation to act for: the only membership, or the membership that a claim with a single organisation
     * names. A missing or many-valued claim decides nothing.
     */
    static @Nullable OrganisationId only(OidcIdToken token, @Nullable Login login) {
        if (login == null) {
            return null;
        }
        List<Login.Acting> actings = login.actings();
        if (actings.size() == 1) {
            return actings.getFirst().organisation();
        }
        List<String> claimed = OrganisationClaim.aliases(token.getClaims());
        return claimed.size() != 1
                ? null
                : actings.stream()
                        .filter(acting -> acting.slug().equals(claimed.getFirst()))
                        .map(Login.Acting::organisation)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Keycloak names in {@code amr} the methods that the session's sign-ins used, and in {@code acr} the level that this
     * one was asked for and reached; anything beyond a password counts as a second factor.
     */
    static Actor.LoginStrength strength(Map<String, Object> claims) {
        boolean named =
                claims.get("amr") instanceof Collection<?> used && used.stream().anyMatch(BEYOND_A_PASSWORD::contains);
        return named || SECOND_LEVEL.equals(claims.get("acr"))
                ? Actor.LoginStrength.MULTI_FACTOR
                : Actor.LoginStrength.SINGLE_FACTOR;
    }

    /** Reads Keycloak's {@code organization} claim, which is a list of aliases or an object keyed by them. */
    static final class OrganisationClaim {

        private OrganisationClaim() {}

        static List<String> aliases(Map<String, Object> claims) {
            return switch (claims.get("organization")) {
                case Map<?, ?> byAlias ->
                    byAlias.keySet().stream().map(String::valueOf).toList();
                case Collection<?> list -> list.stream().map(String::valueOf).toList();
                case String one -> List.of(one);
                case null, default -> List.of();
            };
        }
    }
}

package kr.nairl.platform.auth;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Turns a validated bearer token into an actor. A token whose organisation claim is missing or names several is
 * accepted only from a person with a single membership; otherwise the caller must ask for a token with the scope
 * {@code organization:<alias>}.
 */
@Component
public class BearerTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Logins logins;

    BearerTokens(Logins logins) {
        this.logins = logins;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Login login = logins.find(
                        Claims.issuer(token.getIssuer()),
                        Claims.subject(token.getSubject()),
                        ThroughProvider.of(token.getClaims()))
                .orElseThrow(() -> refused("the account belongs to no organisation here"));
        return new BearerOfToken(
                token,
                new Actor.Person(
                        login.person(),
                        acting(token, login).organisation(),
                        acting(token, login).roles(),
                        SigningIn.strength(token.getClaims()),
                        provenAt(token)));
    }

    private static Instant provenAt(Jwt token) {
        Instant proven = token.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        return proven == null ? Instant.EPOCH : proven;
    }

    private static Login.Acting acting(Jwt token, Login login) {
        List<String> claimed = SigningIn.OrganisationClaim.aliases(token.getClaims());
        List<Login.Acting> actings = login.actings();
        if (claimed.size() == 1) {
            return actings.stream()
                    .filter(acting -> acting.slug().equals(claimed.getFirst()))
                    .findFirst()
                    .orElseThrow(() -> refused("no membership in the organisation that the token names"));
        }
        if (actings.size() == 1) {
            return actings.getFirst();
        }
        throw refused("ask for a token with the scope organization:<alias>: the person acts for several or none");
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null), why);
    }
}

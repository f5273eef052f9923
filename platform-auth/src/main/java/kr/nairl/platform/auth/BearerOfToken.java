package kr.nairl.platform.auth;

import java.io.Serial;
import kr.nairl.platform.core.shared.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** The authentication of an API call: a validated token and the actor that it stands for. */
final class BearerOfToken extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Jwt token;
    private final transient Actor.Person actor;

    BearerOfToken(Jwt token, Actor.Person actor) {
        super(actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.token = token;
        this.actor = actor;
        setAuthenticated(true);
    }

    Actor.Person actor() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return token.getTokenValue();
    }

    @Override
    public Object getPrincipal() {
        return Claims.subject(token.getSubject());
    }
}

package kr.nairl.platform.auth;

import java.io.Serial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The principal of a browser session: who signed in, what they may act for, and the one organisation they act for now.
 *
 * <p>Life cycle: made at sign-in; replaced, never changed, when the person chooses an organisation. Without a membership,
 * or before the choice is made, there is no actor and so no access.
 */
public final class SignedIn implements OidcUser {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OidcIdToken idToken;
    private final transient @Nullable Login login;
    private final transient @Nullable OrganisationId actingFor;
    private final Actor.LoginStrength strength;

    SignedIn(
            OidcIdToken idToken,
            @Nullable Login login,
            @Nullable OrganisationId actingFor,
            Actor.LoginStrength strength) {
        this.idToken = idToken;
        this.login = login;
        this.actingFor = actingFor;
        this.strength = strength;
    }

    /** What is known of the person here; empty for an account that nobody invited. */
    public Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    /** The membership acted for, once it is clear which one. */
    public Optional<Login.Acting> acting() {
        return login().flatMap(known -> known.actings().stream()
                .filter(acting -> acting.organisation().equals(actingFor))
                .findFirst());
    }

    /** Memberships that this way of signing in does not open. */
    public List<Login.HeldBack> heldBack() {
        return login().map(Login::heldBack).orElse(List.of());
    }

    /** The organisation's own identity provider that the person came through, as the realm knows it. */
    public Optional<String> provider() {
        return Optional.ofNullable(ThroughProvider.of(getClaims()));
    }

    /** This principal as an actor; empty without a membership or before the choice. */
    public Optional<Actor.Person> actor() {
        return acting().map(acting -> new Actor.Person(
                login().orElseThrow().person(), acting.organisation(), acting.roles(), strength, provenAt()));
    }

    private Instant provenAt() {
        Instant proven = idToken.getAuthenticatedAt();
        return proven == null ? Instant.EPOCH : proven;
    }

    SignedIn actingFor(OrganisationId organisation) {
        return new SignedIn(idToken, login, organisation, strength);
    }

    SignedIn withLogin(Login fresh) {
        return new SignedIn(idToken, fresh, actingFor, strength);
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    /** The roles of the organisation acted for, as Spring Security and Vaadin's access annotations know them. */
    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return acting().map(Login.Acting::roles).stream()
                .flatMap(Collection::stream)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getName() {
        return Claims.subject(idToken.getSubject());
    }

    /** Who vouches for the name. */
    public String issuer() {
        return Claims.issuer(idToken.getIssuer());
    }

    /** The session at the identity provider, as {@code sid} names it; empty when the token does not. */
    public Optional<String> session() {
        return Optional.ofNullable(idToken.getClaimAsString("sid"));
    }

    List<OrganisationId> choices() {
        return login().map(known ->
                        known.actings().stream().map(Login.Acting::organisation).toList())
                .orElse(List.of());
    }
}

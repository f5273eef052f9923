package kr.nairl.platform.auth;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the identity provider is and as whom this application speaks to it.
 *
 * @param url base address of Keycloak, without a trailing slash
 * @param apiAudience the audience that bearer tokens for the API must name
 */
@ConfigurationProperties("platform.keycloak")
public record KeycloakSettings(
        String url,
        String realm,
        String uiClientId,
        String uiClientSecret,
        String adminClientId,
        String adminClientSecret,
        @DefaultValue("platform-api") String apiAudience) {

    /** The issuer that every token must name. */
    public String issuer() {
        return url + "/realms/" + realm;
    }

    /** An OpenID Connect endpoint of the realm, such as {@code auth}, {@code token}, {@code certs} or {@code logout}. */
    public String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** The account pages where people change their password and second factors. */
    public String accountPages() {
        return issuer() + "/account";
    }

    @Override
    public String toString() {
        return "KeycloakSettings[" + issuer() + "]";
    }
}

package kr.nairl.platform.auth.keycloak;

import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.nairl.platform.auth.KeycloakSettings;
import kr.nairl.platform.core.organisation.OrganisationDirectory.Unreachable;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.springframework.stereotype.Component;

/** The realm as the admin client sees it, reached when first asked for: the application starts while Keycloak is down. */
@Component
class KeycloakRealm {

    private static final int CONNECT_SECONDS = 3;
    private static final int READ_SECONDS = 15;

    private final KeycloakSettings settings;
    private @Nullable Keycloak client;

    KeycloakRealm(KeycloakSettings settings) {
        this.settings = settings;
    }

    synchronized RealmResource realm() {
        if (client == null) {
            client = KeycloakBuilder.builder()
                    .serverUrl(settings.url())
                    .realm(settings.realm())
                    .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                    .clientId(settings.adminClientId())
                    .clientSecret(settings.adminClientSecret())
                    .resteasyClient(((org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder) ClientBuilder.newBuilder())
                            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                            .register(new org.keycloak.admin.client.JacksonProvider(), 100)
                            .build())
                    .build();
        }
        return client.realm(settings.realm());
    }

    /**
     * Calls the realm.
     *
     * @throws Unreachable when it did not answer as it should
     */
    static <T> T reaching(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProcessingException | WebApplicationException failed) {
            throw new Unreachable("Keycloak: " + failed.getMessage());
        }
    }

    String issuer() {
        return settings.issuer();
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}

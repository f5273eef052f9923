package kr.nairl.platform.auth.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.shared.EmailAddress;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.springframework.stereotype.Component;

/** Accounts that are made here and not by their owners: the demo's people. Everybody else registers in Keycloak. */
@Component
public class KeycloakAccounts {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KeycloakRealm realm;

    KeycloakAccounts(KeycloakRealm realm) {
        this.realm = realm;
    }

    /** The issuer that these accounts sign in from. */
    public String issuer() {
        return realm.issuer();
    }

    /**
     * Waits until the realm answers: at a first start Keycloak takes longer than this application.
     *
     * @throws IllegalStateException when it does not answer in time
     */
    public void awaitRealm(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                realm.realm().users().count();
                return;
            } catch (ProcessingException | WebApplicationException notYet) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Keycloak did not answer within " + patience, notYet);
                }
                Thread.sleep(RETRY);
            }
        }
    }

    /**
     * Makes the account unless the address has one, and answers its subject.
     *
     * @param language {@code ko} or {@code en}, the account's own language
     */
    public String ensure(EmailAddress email, String givenName, String familyName, String language, String password) {
        UsersResource users = realm.realm().users();
        List<UserRepresentation> known = users.searchByEmail(email.value(), true);
        if (!known.isEmpty()) {
            return known.getFirst().getId();
        }
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email.value());
        user.setEmail(email.value());
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName(givenName);
        user.setLastName(familyName);
        user.setAttributes(Map.of("locale", List.of(language)));
        user.setCredentials(List.of(credential));
        try (Response response = users.create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }
}

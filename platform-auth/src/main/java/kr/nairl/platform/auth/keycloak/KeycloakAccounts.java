package kr.nairl.platform.auth.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.shared.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Single accounts: what their owners have set up, and those that are made here, the demo's people. Everybody else
 * registers in Keycloak.
 */
@Component
public class KeycloakAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakAccounts.class);
    private static final String OTP = "otp";
    private static final String PASSKEY = "webauthn";
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
     * Makes the account unless the address has one, and answers its subject. An account that is there gets the codes
     * if it has none.
     *
     * @param language {@code ko} or {@code en}, the account's own language
     * @param codes the secret behind its one-time codes, as an authenticator app would hold it; null for none
     */
    public String ensure(
            EmailAddress email,
            String givenName,
            String familyName,
            String language,
            String password,
            @Nullable String codes) {
        UsersResource users = realm.realm().users();
        List<UserRepresentation> known = users.searchByEmail(email.value(), true);
        if (!known.isEmpty()) {
            String subject = known.getFirst().getId();
            if (codes != null) {
                ensureCodes(users.get(subject), codes);
            }
            return subject;
        }
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email.value());
        user.setEmail(email.value());
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName(givenName);
        user.setLastName(familyName);
        user.setAttributes(Map.of("locale", List.of(language)));
        user.setCredentials(
                codes == null ? List.of(password(password)) : List.of(password(password), oneTimeCodes(codes)));
        try (Response response = users.create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    /**
     * What the account has set up beyond its password; empty when Keycloak does not answer, which is no reason to keep
     * anybody from a page.
     */
    public Optional<SecondFactors> secondFactors(String subject) {
        try {
            List<CredentialRepresentation> credentials =
                    realm.realm().users().get(subject).credentials();
            return Optional.of(new SecondFactors(count(credentials, OTP), count(credentials, PASSKEY)));
        } catch (ProcessingException | WebApplicationException unknown) {
            LOG.warn("Keycloak does not tell what an account has set up: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Where the account is signed in now, the last used first; empty when Keycloak does not answer.
     *
     * @param subject whose
     */
    public Optional<List<Session>> sessions(String subject) {
        try {
            return Optional.of(realm.realm().users().get(subject).getUserSessions().stream()
                    .map(one -> new Session(
                            one.getId(),
                            one.getIpAddress() == null ? "" : one.getIpAddress(),
                            Instant.ofEpochMilli(one.getStart()),
                            Instant.ofEpochMilli(one.getLastAccess())))
                    .sorted(Comparator.comparing(Session::lastUsed).reversed())
                    .toList());
        } catch (ProcessingException | WebApplicationException unknown) {
            LOG.warn("Keycloak does not tell where an account is signed in: {}", unknown.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Ends one of the account's sessions, and with it what it opened here. One that is over or somebody else's is left
     * alone.
     *
     * @return whether Keycloak answered
     */
    public boolean endSession(String subject, String session) {
        Optional<List<Session>> own = sessions(subject);
        if (own.isEmpty()) {
            return false;
        }
        if (own.get().stream().noneMatch(one -> one.id().equals(session))) {
            return true;
        }
        try {
            realm.realm().deleteSession(session, false);
            return true;
        } catch (NotFoundException over) {
            return true;
        } catch (ProcessingException | WebApplicationException unknown) {
            LOG.warn("Keycloak does not end a session: {}", unknown.getMessage());
            return false;
        }
    }

    /**
     * One place where an account is signed in.
     *
     * @param id as the ID token's {@code sid} names it
     * @param address from where, as Keycloak saw it; may be empty
     */
    public record Session(String id, String address, Instant begun, Instant lastUsed) {}

    /** How many of each an account has. */
    public record SecondFactors(int apps, int passkeys) {}

    private static int count(List<CredentialRepresentation> credentials, String type) {
        return (int)
                credentials.stream().filter(one -> type.equals(one.getType())).count();
    }

    private static void ensureCodes(UserResource account, String secret) {
        if (account.credentials().stream().noneMatch(one -> OTP.equals(one.getType()))) {
            UserRepresentation user = account.toRepresentation();
            user.setCredentials(List.of(oneTimeCodes(secret)));
            account.update(user);
        }
    }

    private static CredentialRepresentation password(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }

    /** As RFC 6238 has them by default, which is what authenticator apps know. */
    private static CredentialRepresentation oneTimeCodes(String secret) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(OTP);
        credential.setSecretData("{\"value\":\"" + secret + "\"}");
        credential.setCredentialData(
                "{\"subType\":\"totp\",\"algorithm\":\"HmacSHA1\",\"digits\":6,\"period\":30,\"counter\":0}");
        return credential;
    }
}

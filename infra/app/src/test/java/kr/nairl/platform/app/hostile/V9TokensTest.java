package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * ASVS V9 and V10: which tokens the API takes. Every forgery begins with a real token and changes one thing of it, and the
 * same token with nothing changed is taken.
 */
class V9TokensTest {

    private static final String PERSON = "hyungjin.chung@everex.example";
    private static final String OWN = "/api/v1/interests/own";

    private static ApiClient api;
    private static Forge forge;
    private static String real;

    @BeforeAll
    static void obtain() {
        Canaries.planted();
        api = ApiClient.get();
        forge = Forge.get();
        real = api.token(PERSON, ApiClient.OURS);
    }

    @Test
    void onlyTheRealmsOwnSignatureCounts() {
        assertTaken("real", real);
        assertTaken("signed anew by the realm", forge.signed(real, claims -> {}));
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("signed by anybody under the realm's key id", forge.signedByAnybody(real));
        forgeries.put("bringing its own key", forge.signedByItsOwnKey(real));
        forgeries.put("taking the public key for a secret", forge.signedWithThePublicKey(real));
        forgeries.put("unsigned", Forge.unsigned(real));
        forgeries.put("signature cut off", real.substring(0, real.lastIndexOf('.') + 1));
        forgeries.put("another's claims under this signature", swapped());
        forgeries.forEach(V9TokensTest::assertRefused);
    }

    @Test
    void aTokenIsForItsTimeItsIssuerItsAudienceAndItsUse() {
        Instant now = Instant.now();
        Map<String, Consumer<JWTClaimsSet.Builder>> forgeries = new LinkedHashMap<>();
        forgeries.put("expired", claims -> claims.expirationTime(Date.from(now.minus(Duration.ofMinutes(2)))));
        forgeries.put("not yet", claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(5)))));
        forgeries.put("of another issuer", claims -> claims.issuer("https://elsewhere.example/realms/nairl"));
        forgeries.put("of no issuer", claims -> claims.issuer(null));
        forgeries.put("for another client", claims -> claims.audience("platform-ui"));
        forgeries.put("for nobody", claims -> claims.audience(List.of()));
        forgeries.put("for the account page", claims -> claims.audience(List.of("account", "platform-ui")));
        forgeries.put("an ID token", claims -> claims.claim("typ", "ID"));
        forgeries.put("a refresh token", claims -> claims.claim("typ", "Refresh"));
        forgeries.put("a logout token", claims -> claims.claim("typ", "Logout"));
        forgeries.put("of no subject", claims -> claims.subject(null));
        forgeries.put(
                "of an unknown subject",
                claims -> claims.subject(UUID.randomUUID().toString()));
        forgeries.forEach((how, change) -> assertRefused(how, forge.signed(real, change)));
        // an end that somebody forgot is no end in sight
        assertRefused("without end", forge.signed(real, claims -> claims.expirationTime(null)));
    }

    @Test
    void theSamePersonsTokenForAnotherClientOpensNothing() {
        assertRefused("of another client", api.token(PERSON, ApiClient.FOREIGN));
    }

    /** A realm beside ours, in the same Keycloak, with a person of the same name and a client of the same audience. */
    @Test
    void aTokenOfAnotherRealmOpensNothing() {
        assertThat(api.administrate("POST", "", """
                        {"realm": "elsewhere", "enabled": true, "sslRequired": "none",
                         "clients": [{"clientId": "test-api", "publicClient": true, "directAccessGrantsEnabled": true,
                           "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                             "protocolMapper": "oidc-audience-mapper",
                             "config": {"included.custom.audience": "platform-api", "access.token.claim": "true"}}]}],
                         "users": [{"username": "%s", "email": "%s", "emailVerified": true, "enabled": true,
                           "firstName": "Somebody", "lastName": "Else",
                           "credentials": [{"type": "password", "value": "%s"}]}]}""".formatted(PERSON, PERSON, RunningPlatform.PASSWORD))
                        .status())
                .isEqualTo(201);
        try {
            String foreign = api.grant(
                    "elsewhere",
                    new HashMap<>(Map.of(
                            "client_id", "test-api",
                            "grant_type", "password",
                            "scope", "openid",
                            "username", PERSON,
                            "password", RunningPlatform.PASSWORD)));
            assertThat(claims(foreign).get("aud").toString()).contains("platform-api");
            assertRefused("of another realm", foreign);
        } finally {
            api.administrate("DELETE", "/elsewhere", "");
        }
    }

    /** The claim chooses among memberships; it never makes one. */
    @Test
    void aForgedOrganisationOpensNothing() {
        assertRefused(
                "naming another organisation",
                forge.signed(real, claims -> claims.claim("organization", List.of("hanbit-robotics"))));
        assertRefused(
                "naming another organisation as an object",
                forge.signed(
                        real,
                        claims -> claims.claim("organization", Map.of("hanbit-robotics", Map.of("id", "something")))));
        assertRefused(
                "naming an organisation that nobody has",
                forge.signed(real, claims -> claims.claim("organization", List.of("nobody-has-this"))));
        assertTaken("naming their own", forge.signed(real, claims -> claims.claim("organization", List.of("everex"))));
        String foreign = "/api/v1/interests/" + Canaries.planted().draft();
        for (Object claim : List.of(
                List.of("everex", "hanbit-robotics"),
                List.of(),
                Map.of("everex", Map.of(), "hanbit-robotics", Map.of()),
                "everex",
                17,
                true)) {
            String token = forge.signed(real, claims -> claims.claim("organization", claim));
            ApiClient.Answer own = api.call(token, "GET", OWN, "");
            if (own.status() == 200) {
                // whatever it claims, no more than the one membership that there is
                Canaries.mustNotLeak(own.text(), PERSON, OWN);
                assertThat(own.text())
                        .as("%s", claim)
                        .isEqualTo(api.call(real, "GET", OWN, "").text());
                assertThat(api.call(token, "GET", foreign, "").status())
                        .as("%s", claim)
                        .isEqualTo(404);
            } else {
                assertThat(own.status()).as("%s", claim).isEqualTo(401);
            }
        }
    }

    /** Roles live in the membership alone. */
    @Test
    void rolesInATokenCountForNothing() {
        String token = forge.signed(
                real,
                claims -> claims.claim("roles", List.of("LAB_MANAGER", "ADMINISTRATOR"))
                        .claim("scope", "openid ROLE_LAB_MANAGER")
                        .claim("realm_access", Map.of("roles", List.of("LAB_MANAGER", "EDITOR")))
                        .claim("resource_access", Map.of("platform-api", Map.of("roles", List.of("LAB_MANAGER"))))
                        .claim("groups", List.of("second-factor")));
        for (Place place : Surface.through(Audience.Door.TOKEN)) {
            Audience audience = place.audience();
            if (audience != null
                    && place.reads()
                    && !audience.includes(RunningPlatform.get().actor(PERSON))) {
                assertThat(api.call(token, "GET", place.address(), "").status())
                        .as("%s", place)
                        .isEqualTo(403);
            }
        }
        Canaries.mustNotLeak(api.call(token, "GET", "/api/v1/requests", "").text(), PERSON, "/api/v1/requests");
    }

    private static String swapped() {
        String other = api.token(Canaries.OWNER, ApiClient.OURS);
        return real.split("\\.")[0] + "." + other.split("\\.")[1] + "." + real.split("\\.")[2];
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static void assertTaken(String how, String token) {
        assertThat(api.call(token, "GET", OWN, "").status()).as(how).isEqualTo(200);
    }

    private static void assertRefused(String how, String token) {
        for (Place place : Surface.through(Audience.Door.TOKEN)) {
            if (place.reads()) {
                ApiClient.Answer answer = api.call(token, "GET", place.address(), "");
                assertThat(answer.status()).as("%s at %s", how, place).isEqualTo(401);
                assertThat(answer.text()).contains("token-needed");
                // the answer tells the holder of a stolen or forged token nothing
                assertThat(answer.response().headers().allValues("www-authenticate"))
                        .as("%s at %s", how, place)
                        .containsExactly("Bearer");
            }
        }
    }
}

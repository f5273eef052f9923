package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DevKeycloakTest {

    private static final String PLATFORM = "http://localhost:18080";
    private static final String PASSWORD = "nairl-demo-2025";
    private static final String ONE = "one@everex.example";
    private static final String BOTH = "both@everex.example";
    private static final String NONE = "none@elsewhere.example";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> ORGANISATIONS = new HashMap<>();
    private static DevPostgres postgres;
    private static DevKeycloak keycloak;
    private static String adminToken;

    @BeforeAll
    static void startAndLetThePlatformAddPeople() throws Exception {
        postgres = DevPostgres.temporaryForKeycloak();
        keycloak = DevKeycloak.temporary(postgres, DevKeycloak.Surroundings.of(PLATFORM));
        adminToken = SignIn.post(
                        keycloak,
                        HTTP,
                        JSON,
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                DevKeycloak.ADMIN_CLIENT,
                                "client_secret",
                                keycloak.adminClientSecret()))
                .get("access_token")
                .stringValue();
        organisation("everex");
        organisation("hanbit");
        person(ONE, "everex");
        person(BOTH, "everex", "hanbit");
        person(NONE);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        postgres.close();
        HTTP.close();
    }

    @Test
    void aMemberSignsInNameFirstAndTheTokenNamesTheOrganisationById() throws Exception {
        JsonNode claims = signIn(ONE, "openid organization");
        assertThat(claims.get("organization").get("everex").get("id").stringValue())
                .isEqualTo(ORGANISATIONS.get("everex"));
        assertThat(claims.get("iss").stringValue()).isEqualTo(keycloak.issuer().toString());
        assertThat(claims.has("realm_access")).isFalse();
    }

    @Test
    void aMemberOfTwoGetsBothWithTheWildcardAndOneByItsAlias() throws Exception {
        JsonNode all = signIn(BOTH, "openid organization:*").get("organization");
        assertThat(all.get("everex").get("id").stringValue()).isEqualTo(ORGANISATIONS.get("everex"));
        assertThat(all.get("hanbit").get("id").stringValue()).isEqualTo(ORGANISATIONS.get("hanbit"));
        JsonNode one = signIn(BOTH, "openid organization:hanbit").get("organization");
        assertThat(one.has("everex")).isFalse();
        assertThat(one.get("hanbit").get("id").stringValue()).isEqualTo(ORGANISATIONS.get("hanbit"));
    }

    @Test
    void aPersonWithoutMembershipGetsNoOrganisation() throws Exception {
        assertThat(signIn(NONE, "openid organization:*").has("organization")).isFalse();
    }

    @Test
    void anInvitedPersonMakesAnAccountAndGetsNothingByTheDomainOfTheAddress() throws Exception {
        try (var window = new SignIn(keycloak, PLATFORM)) {
            List<String> fields = window.ask(
                    "openid organization:*", Map.of("prompt", "create", "login_hint", "invited@everex.example"));
            assertThat(fields).contains("email", "password", "password-confirm").doesNotContain("username");
            assertThat(window.page()).contains("invited@everex.example").contains("lang=\"ko\"");
            var values = new HashMap<>(Map.of(
                    "email", "invited@everex.example",
                    "firstName", "새",
                    "lastName", "김",
                    "password", "too short",
                    "password-confirm", "too short"));
            assertThat(window.fill(values)).contains("password");
            values.put("password", PASSWORD);
            values.put("password-confirm", PASSWORD);
            assertThat(window.fill(values)).isEmpty();
            JsonNode claims = window.claims();
            assertThat(claims.get("email").stringValue()).isEqualTo("invited@everex.example");
            assertThat(claims.get("email_verified").booleanValue()).isFalse();
            assertThat(claims.has("organization")).isFalse();
        }
    }

    /** One that many have, one of the lab's words, one of the keyboard's, the address itself. */
    @Test
    void aPasswordThatIsEasilyGuessedIsRefused() throws Exception {
        String email = "guessed@everex.example";
        for (Map.Entry<String, String> refused : Map.of(
                        "Password1234",
                        "너무 흔한 비밀번호입니다",
                        "NAIRL-2026!!!",
                        "너무 흔한 비밀번호입니다",
                        "1q2w3e4r5t6y",
                        "너무 흔한 비밀번호입니다",
                        "my" + email,
                        "이메일 주소와 다른 비밀번호")
                .entrySet()) {
            try (var window = new SignIn(keycloak, PLATFORM)) {
                window.ask("openid", Map.of("prompt", "create", "login_hint", email));
                assertThat(window.fill(Map.of(
                                "email",
                                email,
                                "firstName",
                                "새",
                                "lastName",
                                "김",
                                "password",
                                refused.getKey(),
                                "password-confirm",
                                refused.getKey())))
                        .as(refused.getKey())
                        .contains("password");
                assertThat(window.page()).as(refused.getKey()).contains(refused.getValue());
            }
        }
    }

    /** Such a client cannot keep anything secret: when its short token ends, its page asks again. */
    @Test
    void theClientOfAPublicPageGetsNoRefreshToken() throws Exception {
        try (var console =
                new SignIn(keycloak, DevKeycloak.API_CONSOLE_CLIENT, PLATFORM + "/swagger-ui/oauth2-redirect.html")) {
            console.ask("openid organization:*", Map.of());
            console.fill(Map.of("username", ONE));
            console.fill(Map.of("username", ONE, "password", PASSWORD));
            JsonNode tokens = console.tokens();
            assertThat(tokens.has("access_token")).isTrue();
            assertThat(tokens.has("refresh_token")).isFalse();
        }
    }

    @Test
    void tokensAreSignedWithAKeyOf4096Bits() throws Exception {
        String head = new String(Base64.getUrlDecoder().decode(adminToken.split("\\.")[0]), StandardCharsets.UTF_8);
        String kid = JSON.readTree(head).get("kid").stringValue();
        JsonNode keys = JSON.readTree(HTTP.send(
                        HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/certs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        JsonNode key = keys.get("keys")
                .valueStream()
                .filter(each -> each.get("kid").stringValue().equals(kid))
                .findFirst()
                .orElseThrow();
        assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(key.get("n").stringValue())).bitLength())
                .isEqualTo(4096);
    }

    @Test
    void thePlatformsOwnAccountMayDoNoMoreThanItNeeds() throws Exception {
        assertThat(send("GET", "/clients", "").statusCode()).isEqualTo(403);
        assertThat(send("GET", "/events", "").statusCode()).isEqualTo(403);
        // organisations bring their own: ADR 24
        assertThat(send("GET", "/identity-provider/instances", "").statusCode()).isEqualTo(200);
        assertThat(send("PUT", "", "{\"registrationAllowed\":false}").statusCode())
                .isEqualTo(403);
        JsonNode roles = SignIn.claims(JSON, adminToken)
                .get("resource_access")
                .get("realm-management")
                .get("roles");
        assertThat(roles.values().stream().map(JsonNode::stringValue))
                .contains("manage-users", "manage-organizations", "manage-identity-providers")
                .doesNotContain("manage-realm", "realm-admin", "manage-clients", "impersonation");
    }

    @Test
    void whoeverNeedsASecondFactorSetsOneUpAndIsAskedForItFromThenOn() throws Exception {
        String strong = "strong@everex.example";
        person(strong, "everex");
        created(send("PUT", "/users/" + userId(strong) + "/groups/" + groupId(), ""));
        String secret;
        try (var window = new SignIn(keycloak, PLATFORM)) {
            window.ask("openid", Map.of());
            window.fill(Map.of("username", strong));
            assertThat(window.fill(Map.of("username", strong, "password", PASSWORD)))
                    .contains("totp", "totpSecret");
            secret = window.value("totpSecret");
            assertThat(window.fill(Map.of("totp", "000000", "totpSecret", secret, "userLabel", "")))
                    .contains("totp");
            Instant now = Instant.now();
            assertThat(window.fill(Map.of("totp", OneTimeCode.of(secret, now), "totpSecret", secret, "userLabel", "")))
                    .isEmpty();
            assertThat(methods(window.claims())).doesNotContain("otp");
        }
        try (var window = new SignIn(keycloak, PLATFORM)) {
            window.ask("openid", Map.of());
            window.fill(Map.of("username", strong));
            assertThat(window.fill(Map.of("username", strong, "password", PASSWORD)))
                    .contains("otp");
            assertThat(window.fill(
                            Map.of("otp", OneTimeCode.of(secret, Instant.now().plusSeconds(30)))))
                    .isEmpty();
            JsonNode claims = window.claims();
            assertThat(methods(claims)).contains("pwd", "otp");
            assertThat(claims.get("acr").stringValue()).isEqualTo("1");

            // A session that is there is enough, until the platform asks for more; then only the code is asked for.
            assertThat(window.ask("openid", Map.of())).isEmpty();
            assertThat(methods(window.claims())).contains("pwd", "otp");
            Thread.sleep(1100);
            assertThat(window.ask("openid", Map.of("acr_values", "2")))
                    .contains("otp")
                    .doesNotContain("username", "password");
            confirm(window, secret);
            JsonNode confirmed = window.claims();
            assertThat(confirmed.get("acr").stringValue()).isEqualTo("2");
            assertThat(confirmed.get("auth_time").longValue())
                    .isGreaterThan(claims.get("auth_time").longValue());
        }
    }

    @Test
    void whoeverHasNoneAndIsAskedToConfirmSetsOneUp() throws Exception {
        String plain = "plain@everex.example";
        person(plain, "everex");
        try (var window = new SignIn(keycloak, PLATFORM)) {
            window.ask("openid", Map.of());
            window.fill(Map.of("username", plain));
            assertThat(window.fill(Map.of("username", plain, "password", PASSWORD)))
                    .isEmpty();
            assertThat(methods(window.claims())).containsExactly("pwd");
            assertThat(window.ask("openid", Map.of("acr_values", "2"))).contains("totp");
            String secret = window.value("totpSecret");
            assertThat(window.fill(Map.of(
                            "totp", OneTimeCode.of(secret, Instant.now()), "totpSecret", secret, "userLabel", "")))
                    .isEmpty();
            assertThat(window.claims().get("acr").stringValue()).isEqualTo("2");
        }
    }

    @Test
    void aRealmThatIsThereGetsTheRulesOfSigningInOnce() throws Exception {
        try (RealmAdmin realm = keycloak.administration()) {
            var rules = new SignInRules(realm, DevKeycloak.text(SignInRules.FILE));
            JsonNode before = realm.get("/authentication/flows");
            rules.set();
            assertThat(realm.get("/authentication/flows")).isEqualTo(before);
            realm.put("", Map.of("browserFlow", "browser", "resetCredentialsFlow", "reset credentials"));
            rules.set();
            assertThat(realm.get("").get("browserFlow").stringValue()).isEqualTo("lab sign-in");
            assertThat(realm.get("/authentication/flows").size()).isEqualTo(before.size());
        }
        assertThat(signIn(ONE, "openid").get("iss").stringValue())
                .isEqualTo(keycloak.issuer().toString());
    }

    @Test
    void itsAddressesFollowThePlatform() throws Exception {
        try (RealmAdmin realm = keycloak.administration()) {
            var settings = new RealmSettings(realm);
            settings.set(keycloak.realmFile(DevKeycloak.Surroundings.of("http://localhost:19999")));
            try (var window = new SignIn(keycloak, "http://localhost:19999")) {
                assertThat(window.ask("openid", Map.of())).contains("username");
            }
            try (var window = new SignIn(keycloak, PLATFORM)) {
                assertThat(window.ask("openid", Map.of())).isEmpty();
            }
            settings.set(keycloak.realmFile(DevKeycloak.Surroundings.of(PLATFORM)));
        }
    }

    private static JsonNode signIn(String email, String scope) throws Exception {
        try (var window = new SignIn(keycloak, PLATFORM)) {
            assertThat(window.ask(scope, Map.of())).contains("username").doesNotContain("password");
            assertThat(window.fill(Map.of("username", email))).contains("password");
            window.fill(Map.of("username", email, "password", PASSWORD));
            return window.claims();
        }
    }

    /** No code counts twice, and which was used depends on the clock: one of three that count now was not. */
    private static void confirm(SignIn window, String secret) throws Exception {
        for (int seconds : List.of(-30, 0, 30)) {
            if (window.fill(Map.of("otp", OneTimeCode.of(secret, Instant.now().plusSeconds(seconds))))
                    .isEmpty()) {
                return;
            }
        }
        throw new AssertionError("no code counts: " + window.page());
    }

    private static List<String> methods(JsonNode claims) {
        return claims.get("amr").values().stream().map(JsonNode::stringValue).toList();
    }

    private static String userId(String email) throws Exception {
        return JSON.readTree(send("GET", "/users?exact=true&email=" + email, "").body())
                .get(0)
                .get("id")
                .stringValue();
    }

    private static String groupId() throws Exception {
        return JSON.readTree(send("GET", "/groups?exact=true&search=second-factor", "")
                        .body())
                .get(0)
                .get("id")
                .stringValue();
    }

    private static void organisation(String alias) throws Exception {
        created(send(
                "POST",
                "/organizations",
                JSON.writeValueAsString(Map.of(
                        "name", alias,
                        "alias", alias,
                        "domains", List.of(Map.of("name", alias + ".example", "verified", true))))));
        for (JsonNode each : JSON.readTree(send("GET", "/organizations", "").body())) {
            ORGANISATIONS.put(each.get("alias").stringValue(), each.get("id").stringValue());
        }
    }

    private static void person(String email, String... organisations) throws Exception {
        created(send(
                "POST",
                "/users",
                JSON.writeValueAsString(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "firstName",
                        "이름",
                        "lastName",
                        "성",
                        "enabled",
                        true,
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))))));
        String id = userId(email);
        for (String alias : organisations) {
            created(send("POST", "/organizations/" + ORGANISATIONS.get(alias) + "/members", id));
        }
    }

    private static void created(HttpResponse<String> answer) {
        assertThat(Set.of(201, 204)).as(answer.body()).contains(answer.statusCode());
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/" + DevKeycloak.REALM + path))
                        .header("Authorization", "Bearer " + adminToken)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

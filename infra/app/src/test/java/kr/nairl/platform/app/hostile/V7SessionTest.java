package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.FilterChain;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.auth.SessionAgeLimit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ASVS V7 and V17's kin: sessions begin fresh, end everywhere, and nobody else's key opens the channel behind a page. */
class V7SessionTest {

    /** What Vaadin tells the client of a page that it does not know, or whose session is over. */
    private static final String[] GO_AWAY = {"\"sessionExpired\":true", "\"appError\""};

    private static final String COLLEAGUE = "jongchul.ye@kaist.example";
    private static final String OWN = "/exports/my-data.json";
    private static final String BACK_CHANNEL = "/logout/connect/back-channel/keycloak";

    private static RunningPlatform platform;

    @BeforeAll
    static void plant() {
        platform = RunningPlatform.get();
        Canaries.planted();
    }

    @Test
    void signingInBeginsANewSessionAndThePlantedOneOpensNothing() {
        PlainVisit attacker = new PlainVisit();
        attacker.get("/home");
        String planted = attacker.session();
        assertThat(planted).isNotEmpty();
        PlainVisit victim = new PlainVisit().steal(planted).signIn(COLLEAGUE);
        assertThat(victim.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(victim.get(OWN).statusCode()).isEqualTo(200);
        assertThat(attacker.steal(planted).get(OWN).statusCode()).isEqualTo(302);
        // 128 bits and more, and never in an address
        assertThat(victim.session()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new PlainVisit().get("/home;jsessionid=" + victim.session()).statusCode())
                .isIn(302, 400);
        assertThat(new PlainVisit()
                        .get(OWN + "?" + PlainVisit.SESSION + "=" + victim.session())
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aSessionEndsIdleAndAlsoHoweverBusyItIs() throws Exception {
        assertThat(Surface.servletContext().getSessionTimeout()).isEqualTo(45);
        Instant now = Instant.now();
        for (Duration age : List.of(Duration.ofHours(11), Duration.ofHours(13))) {
            MockHttpServletRequest request = new MockHttpServletRequest();
            MockHttpSession session = new MockHttpSession();
            request.setSession(session);
            boolean[] went = {false};
            FilterChain on = (asked, answered) -> went[0] = true;
            new SessionAgeLimit(Clock.fixed(now.plus(age), ZoneOffset.UTC))
                    .doFilter(request, new MockHttpServletResponse(), on);
            assertThat(session.isInvalid()).as("%s", age).isEqualTo(age.compareTo(SessionAgeLimit.LIMIT) > 0);
            assertThat(went[0]).isTrue();
        }
    }

    /** The key of a page is in the page: whoever saw it without the session has nothing, nor whoever has another session. */
    @Test
    void anothersPageIsNotSpokenWith() {
        PlainVisit owner = PlainVisit.of(Canaries.OWNER);
        Page page = Page.opened(owner, "requests");
        PlainVisit stranger = PlainVisit.of("hyungjin.chung@everex.example");
        Page own = Page.opened(stranger, "requests");
        Map<String, HttpResponse<String>> attempts = new LinkedHashMap<>();
        attempts.put("nobody with the page's key", new PlainVisit().send(page.call(new PlainVisit(), page.key)));
        attempts.put("another session with the page's key", stranger.send(page.call(stranger, page.key)));
        attempts.put("another session with its own key", stranger.send(page.call(stranger, own.key)));
        attempts.put("its session with another's key", owner.send(page.call(owner, own.key)));
        attempts.put("its session with no key", owner.send(page.call(owner, "")));
        attempts.forEach((how, answer) -> {
            Canaries.mustNotLeak(answer.body(), how, page.toString());
            assertThat(answer.body()).as(how).doesNotContain("\"changes\":[{", "hanbit");
        });
        // the page itself goes on for its owner
        assertThat(owner.send(page.call(owner, page.key)).body()).contains("syncId");
    }

    @Test
    void anothersPushChannelIsNotListenedTo() throws Exception {
        PlainVisit owner = PlainVisit.of(Canaries.OWNER);
        Page page = Page.opened(owner, "requests");
        PlainVisit stranger = PlainVisit.of("hyungjin.chung@everex.example");
        Page own = Page.opened(stranger, "requests");
        assertThat(page.pushKey).isNotEmpty().isNotEqualTo(own.pushKey);
        String here = RunningPlatform.get().url();
        // whose page it is gets through and is not told to go away; without this the rest would prove nothing
        Heard right = heard(owner.cookieLine(), page.pushAddress(page.pushKey), here);
        assertThat(right.open()).isTrue();
        assertThat(right.words()).doesNotContain(GO_AWAY);
        Map<String, Heard> attempts = new LinkedHashMap<>();
        attempts.put("nobody", heard("", page.pushAddress(page.pushKey), here));
        attempts.put("another session", heard(stranger.cookieLine(), page.pushAddress(page.pushKey), here));
        attempts.put("its session, another's key", heard(owner.cookieLine(), page.pushAddress(own.pushKey), here));
        attempts.put("its session, no key", heard(owner.cookieLine(), page.pushAddress(""), here));
        attempts.forEach((how, heard) -> {
            Canaries.mustNotLeak(heard.words(), how, "push");
            assertThat(heard.words()).as(how).doesNotContain("\"changes\":[{", "\"rpc\"", "\"execute\"");
            assertThat(heard.words()).as(how).containsAnyOf(GO_AWAY);
        });
        // another site's page brings the cookie along, and may have come by the key
        String key = page.pushAddress(page.pushKey);
        for (String origin :
                List.of("https://evil.example", here.replace("http:", "https:"), here + ".evil.example", "null")) {
            assertThat(heard(owner.cookieLine(), key, origin)).as(origin).isEqualTo(Heard.REFUSED);
        }
        assertThat(heard(owner.cookieLine(), key, null)).isEqualTo(Heard.REFUSED);
    }

    @Test
    void keycloaksWordEndsASessionAndNobodyElsesDoes() {
        PlainVisit victim = new PlainVisit().signIn(COLLEAGUE);
        String subject = subject();
        Instant now = Instant.now();
        Consumer<JWTClaimsSet.Builder> logout = claims -> claims.audience("platform-ui")
                .subject(subject)
                .claim("typ", "Logout")
                .claim("sid", null)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        String real = ApiClient.get().token(COLLEAGUE, ApiClient.OURS);
        String good = Forge.get().signed(real, logout);
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("nothing", "");
        forgeries.put("nonsense", "nonsense");
        forgeries.put("an access token", real);
        forgeries.put("unsigned", Forge.unsigned(good));
        forgeries.put("signed by anybody", Forge.get().signedByAnybody(good));
        forgeries.put("with the public key as a secret", Forge.get().signedWithThePublicKey(good));
        forgeries.put("for another client", Forge.get().signed(good, claims -> claims.audience("platform-api")));
        forgeries.put("of another issuer", Forge.get().signed(good, claims -> claims.issuer("https://evil.example")));
        forgeries.put("about no event", Forge.get().signed(good, claims -> claims.claim("events", null)));
        forgeries.put("of an ID token's kind", Forge.get().signed(good, claims -> claims.claim("nonce", "x")));
        forgeries.put(
                "expired",
                Forge.get().signed(good, claims -> claims.expirationTime(Date.from(now.minus(Duration.ofMinutes(5))))));
        forgeries.forEach((how, token) -> {
            assertThat(backChannel(token).statusCode()).as(how).isIn(400, 500);
            assertThat(victim.get(OWN).statusCode()).as(how).isEqualTo(200);
        });
        assertThat(new PlainVisit().get(BACK_CHANNEL).statusCode()).isNotEqualTo(200);
        assertThat(backChannel(good).statusCode()).isEqualTo(200);
        assertThat(victim.get(OWN).statusCode()).isEqualTo(302);
    }

    /** A sign-in that was begun elsewhere, or by nobody, does not end here. */
    @Test
    void anAnswerThatNobodyAskedForSignsNobodyIn() {
        for (String query : List.of(
                "?code=x&state=y",
                "?code=x",
                "?error=access_denied&state=y",
                "?state=" + "x".repeat(200),
                "?code=<script>alert(1)</script>&state=<script>")) {
            PlainVisit visit = new PlainVisit();
            HttpResponse<String> answer = visit.get("/login/oauth2/code/keycloak" + encoded(query));
            assertThat(answer.headers().firstValue("location").orElse(""))
                    .as(query)
                    .endsWith("/sign-in-failed");
            assertThat(visit.get(OWN).statusCode()).as(query).isEqualTo(302);
            assertThat(visit.follow(answer).body()).doesNotContain("<script>alert");
        }
    }

    @Test
    void eachSignInIsAskedForWithItsOwnStateNonceAndProofKey() {
        String first = asked();
        String second = asked();
        for (String parameter : List.of("state", "nonce", "code_challenge")) {
            assertThat(value(first, parameter)).as(parameter).hasSizeGreaterThanOrEqualTo(22);
            assertThat(value(first, parameter)).as(parameter).isNotEqualTo(value(second, parameter));
        }
        assertThat(first)
                .contains("code_challenge_method=S256", "response_type=code")
                .doesNotContain("client_secret");
    }

    private static String asked() {
        return new PlainVisit()
                .get("/oauth2/authorization/keycloak")
                .headers()
                .firstValue("location")
                .orElseThrow();
    }

    private static String value(String address, String parameter) {
        var found = Pattern.compile("[?&]" + parameter + "=([^&]+)").matcher(address);
        return found.find() ? found.group(1) : "";
    }

    private static HttpResponse<String> backChannel(String token) {
        PlainVisit keycloak = new PlainVisit();
        return keycloak.send(keycloak.request(BACK_CHANNEL)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)));
    }

    private static String subject() {
        JsonNode claims = JsonMapper.shared()
                .readTree(Base64.getUrlDecoder()
                        .decode(ApiClient.get().token(COLLEAGUE, ApiClient.OURS).split("\\.")[1]));
        return claims.get("sub").asString();
    }

    private static String encoded(String query) {
        return query.replace("<", "%3C").replace(">", "%3E").replace("(", "%28").replace(")", "%29");
    }

    /**
     * What became of a line within a moment.
     *
     * @param open whether it was taken and nobody closed it
     * @param words all that came over it
     */
    private record Heard(boolean open, String words) {
        static final Heard REFUSED = new Heard(false, "");
    }

    private static Heard heard(String cookies, String address, @Nullable String origin) throws Exception {
        StringBuilder words = new StringBuilder();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            WebSocket.Builder builder = http.newWebSocketBuilder();
            if (!cookies.isEmpty()) {
                builder.header("Cookie", cookies);
            }
            if (origin != null) {
                builder.header("Origin", origin);
            }
            WebSocket line = builder.buildAsync(URI.create(address), new WebSocket.Listener() {
                        @Override
                        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                            words.append(data);
                            from.request(1);
                            return CompletableFuture.completedFuture(null);
                        }

                        @Override
                        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                            closed.complete(null);
                            return CompletableFuture.completedFuture(null);
                        }
                    })
                    .get(5, TimeUnit.SECONDS);
            try {
                closed.get(1, TimeUnit.SECONDS);
                return new Heard(false, words.toString());
            } catch (TimeoutException stillOpen) {
                line.abort();
                return new Heard(true, words.toString());
            }
        } catch (ExecutionException refused) {
            assertThat(refused.getCause())
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            answered -> assertThat(answered.getResponse().statusCode())
                                    .isEqualTo(403));
            return Heard.REFUSED;
        }
    }

    /** An open page, as its own client knows it. */
    private record Page(int number, String key, String pushKey) {

        static Page opened(PlainVisit visit, String route) {
            HttpResponse<String> start = visit.get("/?v-r=init&location=" + route + "&query=");
            assertThat(start.statusCode()).isEqualTo(200);
            JsonNode page = JsonMapper.shared().readTree(start.body());
            return new Page(
                    page.findValue("v-uiId").asInt(),
                    page.findValue("Vaadin-Security-Key").asString(),
                    page.findValue("Vaadin-Push-ID").asString());
        }

        HttpRequest.Builder call(PlainVisit visit, String with) {
            return visit.request("/?v-r=uidl&v-uiId=" + number)
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"csrfToken\":\"" + with
                            + "\",\"rpc\":[],\"syncId\":0,\"clientId\":0,\"wsver\":\"1.0\"}"));
        }

        String pushAddress(String with) {
            return RunningPlatform.get().url().replace("http://", "ws://")
                    + "/VAADIN/push?v-r=push&v-uiId=" + number + "&v-pushId="
                    + URLEncoder.encode(with, StandardCharsets.UTF_8)
                    + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=5.0.0";
        }
    }
}

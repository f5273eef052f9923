package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ASVS V3: what every answer tells the browser, and what another site's page can do in a signed-in browser. */
class V3BrowserTest {

    private static final String EVIL = "https://evil.example";
    private static final String YEAR = "31536000";

    private static RunningPlatform platform;

    /** One answer of each place that answers to reading, signed out and signed in, and what no place answers. */
    private static List<HttpResponse<String>> answers;

    @BeforeAll
    static void readEverything() {
        platform = RunningPlatform.get();
        Canaries.planted();
        PlainVisit owner = PlainVisit.of(Canaries.OWNER);
        answers = Stream.concat(
                        Surface.places().stream().filter(Place::reads).map(Place::address),
                        Stream.of(
                                "/",
                                "/no-such-page",
                                "/api/v1/nothing-here",
                                "/styles/tokens.css",
                                "/sign-in-failed",
                                "/logout"))
                .distinct()
                .flatMap(address -> Stream.of(asIfSecure(new PlainVisit(), address), asIfSecure(owner, address)))
                .toList();
        assertThat(answers).hasSizeGreaterThan(150);
    }

    @Test
    void everyAnswerSaysWhatMayRunAndThatNobodyMayFrameIt() {
        String keycloak = platform.keycloak().url().toString();
        assertThat(answers).allSatisfy(answer -> {
            // the page to try the API gets its tokens from Keycloak
            String policy = header(answer, "content-security-policy").replace(keycloak, "keycloak");
            assertThat(policy)
                    .as("%s", answer.uri())
                    .contains("frame-ancestors 'none'", "base-uri '")
                    .containsPattern("object-src 'none'|default-src 'none'")
                    .doesNotContain("http:", "https:", "*");
            assertThat(header(answer, "x-content-type-options"))
                    .as("%s", answer.uri())
                    .isEqualTo("nosniff");
            assertThat(header(answer, "referrer-policy"))
                    .as("%s", answer.uri())
                    .isIn("same-origin", "no-referrer", "strict-origin");
            assertThat(header(answer, "strict-transport-security"))
                    .as("%s", answer.uri())
                    .contains("max-age=" + YEAR, "includeSubDomains");
            if (!answer.body().isEmpty()) {
                assertThat(header(answer, "content-type"))
                        .as("%s", answer.uri())
                        .isNotEmpty();
            }
        });
    }

    /** Over plain HTTP a browser would ignore it, and anybody on the way could plant it. */
    @Test
    void onlyASecureAnswerAsksToStaySecure() {
        assertThat(new PlainVisit().get("/ko").headers().firstValue("strict-transport-security"))
                .isEmpty();
    }

    @Test
    void anotherSitesScriptReadsNothing() {
        PlainVisit owner = PlainVisit.of(Canaries.OWNER);
        for (Place place : Surface.places()) {
            for (String method : List.of("GET", "OPTIONS")) {
                HttpResponse<String> answer = owner.send(owner.request(place.address())
                        .header("Origin", EVIL)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .method(method, HttpRequest.BodyPublishers.noBody()));
                assertThat(answer.headers().map().keySet())
                        .as("%s %s", method, place)
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            }
        }
    }

    /** What another site's page can make a browser send: its cookies, a form, but no key that only our pages know. */
    @Test
    void anotherSitesFormChangesNothing() {
        PlainVisit owner = new PlainVisit().signIn(Canaries.OWNER);
        for (String address : List.of("/logout", "/home", "/requests", "/exports/ties.csv", "/no-such-page")) {
            HttpResponse<String> answer = owner.send(form(owner, address));
            assertThat(answer.statusCode()).as(address).isIn(403, 405);
        }
        assertThat(owner.get("/exports/my-data.json").statusCode()).isEqualTo(200);
        for (Place place : Surface.through(Audience.Door.TOKEN)) {
            if (!place.reads() && place.method().equals("POST")) {
                assertThat(owner.send(form(owner, place.address())).statusCode())
                        .as("%s", place)
                        .isEqualTo(401);
            }
        }
        // signing out by a link or an image is no signing out either
        assertThat(owner.get("/logout").statusCode()).isNotEqualTo(302);
        assertThat(owner.get("/exports/my-data.json").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionsCookieIsForThisServerAloneAndForNoScript() {
        PlainVisit visit = new PlainVisit();
        HttpResponse<String> answer = visit.get("/home");
        List<String> cookies = answer.headers().allValues("set-cookie");
        assertThat(cookies)
                .hasSize(1)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith(PlainVisit.SESSION + "=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain="));
        // readers get none at all
        for (Place place : Surface.through(Audience.Door.OPEN)) {
            if (place.kind() == Place.Kind.HANDLER
                    && place.reads()
                    && place.pattern().startsWith("/{lang")) {
                assertThat(new PlainVisit().get(place.address()).headers().allValues("set-cookie"))
                        .as("%s", place)
                        .isEmpty();
            }
        }
    }

    /** Nobody else's address is ever led to, whatever an address of ours is given. */
    @Test
    void nobodyIsLedToAnotherSite() {
        for (String parameter : List.of("continue", "redirect", "redirect_uri", "return", "next", "url", "prove")) {
            for (String address : List.of("/home", "/letter", "/", "/oauth2/authorization/keycloak", "/login")) {
                HttpResponse<String> answer = new PlainVisit().get(address + "?" + parameter + "=" + EVIL);
                assertThat(header(answer, "location")).as(address).doesNotStartWith(EVIL);
                assertThat(header(answer, "location")).as(address).doesNotContain("redirect_uri=" + EVIL);
            }
        }
        PlainVisit manager = PlainVisit.of(Canaries.MANAGER);
        HttpResponse<String> led =
                manager.send(manager.request("/exports/ties.csv").header("Referer", EVIL + "/ties"));
        assertThat(header(led, "location")).doesNotContain("evil");
        HttpResponse<String> hosted = new PlainVisit().get("//evil.example/%2e%2e");
        assertThat(header(hosted, "location")).doesNotContain("//evil.example");
    }

    /** What is somebody's is kept by no cache, not even the browser's own. */
    @Test
    void whatIsSomebodysIsKeptByNoCache() {
        PlainVisit owner = PlainVisit.of(Canaries.OWNER);
        String token = ApiClient.get().token(Canaries.OWNER, ApiClient.OURS);
        for (Place place : Surface.places()) {
            Audience audience = place.audience();
            if (!place.reads() || audience == null || audience.door() == Audience.Door.OPEN) {
                continue;
            }
            HttpRequest.Builder request = owner.request(place.address());
            if (audience.door() == Audience.Door.TOKEN) {
                request.header("Authorization", "Bearer " + token);
            }
            assertThat(header(owner.send(request), "cache-control"))
                    .as("%s", place)
                    .contains("no-store");
        }
    }

    /** The client's own files, which are the same for all, stay in the browser in spite of that. */
    @Test
    void theClientsFilesStayInTheBrowser() {
        String shell = PlainVisit.of(Canaries.OWNER).get("/home").body();
        Matcher script =
                Pattern.compile("src=\"\\.?/?(VAADIN/build/[^\"]+\\.js)\"").matcher(shell);
        assertThat(script.find()).as(shell).isTrue();
        HttpResponse<String> file = PlainVisit.of(Canaries.OWNER).get("/" + script.group(1));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "cache-control")).contains("max-age=").doesNotContain("no-store");
    }

    private static HttpResponse<String> asIfSecure(PlainVisit visit, String address) {
        return visit.send(
                visit.request(address).header("X-Forwarded-Proto", "https").header("X-Forwarded-Port", "443"));
    }

    private static HttpRequest.Builder form(PlainVisit visit, String address) {
        return visit.request(address)
                .header("Origin", EVIL)
                .header("Referer", EVIL + "/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("version=1&command=OPEN"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

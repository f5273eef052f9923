package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.api.NeedsProof;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.ApiEndpoint;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** ASVS V4, V2.2 and V15.3: what a program may send to the API. Every endpoint is asked, each as somebody who reaches it. */
class V4ApiTest {

    private static final List<String> PEOPLE = List.of(
            "hyungjin.chung@everex.example", "minsu.cho@postech.example", Canaries.MANAGER, "editor@nairl.example");

    /** What nobody sets by sending it: whose it is, how it stands, who did it. */
    private static final List<String> SMUGGLED = List.of(
            "\"owner\": \"hanbit-robotics\"",
            "\"organisation\": {\"slug\": \"hanbit-robotics\"}",
            "\"organisationId\": \"00000000-0000-0000-0000-000000000001\"",
            "\"state\": \"ACCEPTED\"",
            "\"status\": \"ACTIVE\"",
            "\"role\": \"LAB_MANAGER\"",
            "\"roles\": [\"LAB_MANAGER\"]",
            "\"personId\": \"00000000-0000-0000-0000-000000000001\"",
            "\"createdAt\": \"2020-01-01T00:00:00Z\"",
            "\"partner\": true",
            "\"@type\": \"java.lang.Runtime\"",
            "\"__proto__\": {\"admin\": true}");

    private static ApiClient api;
    private static List<ApiEndpoint> endpoints;

    @BeforeAll
    static void find() {
        Canaries.planted();
        api = ApiClient.get();
        endpoints = ApiEndpoint.all();
    }

    @Test
    void aFieldThatAnEndpointDoesNotTakeIsRefused() {
        List<ApiEndpoint> writing = endpoints.stream()
                .filter(endpoint -> !endpoint.body().isEmpty())
                .toList();
        assertThat(writing).hasSizeGreaterThan(10);
        for (ApiEndpoint endpoint : writing) {
            if (takesNoBody(endpoint)) {
                continue;
            }
            for (String more : SMUGGLED) {
                String body = endpoint.body();
                // the id of something that nobody has: refused for what it says, or absent, and never done
                ApiClient.Answer answer = api.call(
                        reaching(endpoint),
                        endpoint.method(),
                        endpoint.address(false),
                        body.substring(0, body.lastIndexOf('}')) + ", " + more + "}");
                assertThat(answer.status())
                        .as("%s with %s: %s", endpoint.name(), more, answer.text())
                        .isEqualTo(400);
                assertThat(answer.json().get("code").asString()).isEqualTo("unreadable");
            }
        }
    }

    @Test
    void onlyJsonIsReadAndOnlyWellFormedJson() {
        for (ApiEndpoint endpoint : endpoints) {
            if (endpoint.body().isEmpty() || takesNoBody(endpoint)) {
                continue;
            }
            for (String type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/xml",
                    "text/xml")) {
                HttpResponse<String> answer = send(endpoint, type, endpoint.body());
                assertThat(answer.statusCode())
                        .as("%s as %s", endpoint.name(), type)
                        .isEqualTo(415);
            }
            for (String body : List.of(
                    "{",
                    "[]",
                    "\"text\"",
                    "17",
                    "null",
                    "{\"version\": \"one\"}",
                    "{\"version\": 1e999}",
                    "{\"version\": 99999999999999999999}",
                    "[".repeat(5000),
                    "{\"a\":".repeat(3000) + "1" + "}".repeat(3000))) {
                HttpResponse<String> answer = send(endpoint, "application/json", body);
                assertThat(answer.statusCode())
                        .as("%s with %s", endpoint.name(), body.substring(0, Math.min(40, body.length())))
                        .isIn(400, 404, 422);
            }
        }
    }

    /** Nothing of a megabyte of text is kept, and nobody waits for it. */
    @Test
    void whatIsTooLongIsNamedAndNotKept() {
        String megabyte = "x".repeat(1_000_000);
        ApiClient.Answer answer = api.as(
                "hyungjin.chung@everex.example",
                "POST",
                "/api/v1/interests",
                "{\"title\": {\"ko\": \"" + megabyte + "\"}, \"mode\": \"DATA\"}");
        assertThat(answer.status()).isIn(400, 413, 422);
        assertThat(answer.text()).doesNotContain(megabyte.substring(0, 1000));
        for (String parameter : List.of("limit=1000000000", "limit=-1", "limit=0", "cursor=" + "x".repeat(5000))) {
            assertThat(api.read("hyungjin.chung@everex.example", "/api/v1/researchers?" + parameter)
                            .status())
                    .as(parameter)
                    .isIn(400, 422);
        }
    }

    @Test
    void aMethodThatIsNotDeclaredDoesNothing() {
        String token = api.token("hyungjin.chung@everex.example", ApiClient.OURS);
        Map<String, Set<String>> declared = endpoints.stream()
                .collect(Collectors.groupingBy(
                        ApiEndpoint::path, Collectors.mapping(ApiEndpoint::method, Collectors.toSet())));
        for (ApiEndpoint endpoint : endpoints) {
            Set<String> methods = Objects.requireNonNull(declared.get(endpoint.path()));
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")) {
                if (!methods.contains(method) && methods.contains("GET")) {
                    ApiClient.Answer answer = api.call(token, method, endpoint.address(false), "");
                    assertThat(answer.status())
                            .as("%s %s", method, endpoint.path())
                            .isIn(400, 404, 405);
                }
            }
        }
        // a header that some servers take for the method
        HttpResponse<String> overridden = new PlainVisit()
                .send(HttpRequest.newBuilder(URI.create(RunningPlatform.get().url() + "/api/v1/interests"))
                        .header("Authorization", "Bearer " + token)
                        .header("X-HTTP-Method-Override", "DELETE")
                        .GET());
        assertThat(overridden.statusCode()).isIn(200, 405);
    }

    @Test
    void everyAnswerIsJsonAndSaysSo() {
        for (ApiEndpoint endpoint : endpoints) {
            // nothing is made by it: an empty object lacks what each needs
            ApiClient.Answer answer = api.call(
                    reaching(endpoint),
                    endpoint.method(),
                    endpoint.address(false),
                    endpoint.body().isEmpty() ? "" : "{}");
            if (answer.status() != 204) {
                assertThat(answer.response()
                                .headers()
                                .firstValue("content-type")
                                .orElse(""))
                        .as(endpoint.name())
                        .startsWith("application/")
                        .contains("json");
            }
        }
    }

    /** The same parameter twice, or in the body as well: the endpoint reads one place and one value, or refuses. */
    @Test
    void parametersGivenTwiceDoNotAddUp() {
        ApiClient.Answer twice = api.read("hyungjin.chung@everex.example", "/api/v1/researchers?limit=1&limit=100");
        assertThat(twice.status()).isIn(200, 400, 422);
        if (twice.status() == 200) {
            assertThat(twice.json().get("items").size()).isEqualTo(1);
        }
        ApiClient.Answer fields = api.as(
                "hyungjin.chung@everex.example",
                "POST",
                "/api/v1/interests",
                "{\"title\": {\"ko\": \"하나\"}, \"title\": {\"ko\": \"둘\"}, \"mode\": \"DATA\"}");
        assertThat(fields.status()).isEqualTo(400);
    }

    /** RFC 9470: which strength and age of sign-in is wanted, in words that a client understands. */
    @Test
    void whatNeedsAFreshProofSaysSoAsTheStandardHasIt() throws NoSuchMethodException {
        RunningPlatform platform = RunningPlatform.get();
        RequestMappingHandlerMapping handlers =
                platform.application().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo endpoint = RequestMappingInfo.paths("/api/v1/needs-proof")
                .methods(RequestMethod.GET)
                .options(handlers.getBuilderConfiguration())
                .build();
        handlers.registerMapping(
                endpoint,
                new NeedsProof(platform.bean(CurrentActor.class), platform.bean(Clock.class)),
                NeedsProof.class.getMethod("answer"));
        try {
            String real = api.token("hyungjin.chung@everex.example", ApiClient.OURS);
            Instant now = Instant.now();
            String fresh = proven(real, "2", now);
            assertThat(api.call(fresh, "GET", "/api/v1/needs-proof", "").status())
                    .isEqualTo(200);
            for (String token : List.of(
                    proven(real, "1", now),
                    proven(real, "2", now.minus(Actor.Person.PROOF_HOLDS).minusSeconds(60)),
                    Forge.get()
                            .signed(
                                    real,
                                    claims -> claims.claim("acr", "2")
                                            .claim("amr", null)
                                            .claim("auth_time", null)))) {
                ApiClient.Answer answer = api.call(token, "GET", "/api/v1/needs-proof", "");
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.json().get("code").asString()).isEqualTo("proof-needed");
                assertThat(answer.response().headers().allValues("www-authenticate"))
                        .containsExactly(
                                "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\", max_age=\"900\"");
            }
        } finally {
            handlers.unregisterMapping(endpoint);
        }
    }

    private static String proven(String token, String level, Instant when) {
        return Forge.get()
                .signed(
                        token,
                        claims -> claims.claim("acr", level)
                                .claim("amr", List.of())
                                .claim("auth_time", when.getEpochSecond()));
    }

    private static boolean takesNoBody(ApiEndpoint endpoint) {
        return endpoint.path().contains("/follows/");
    }

    private static HttpResponse<String> send(ApiEndpoint endpoint, String type, String body) {
        return new PlainVisit()
                .send(HttpRequest.newBuilder(URI.create(RunningPlatform.get().url() + endpoint.address(false)))
                        .header("Authorization", "Bearer " + reaching(endpoint))
                        .header("Content-Type", type)
                        .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A token of the first who reaches it. */
    private static String reaching(ApiEndpoint endpoint) {
        for (String email : PEOPLE) {
            Actor.Person person = RunningPlatform.get().actor(email);
            if (endpoint.isReachedBy(person)) {
                return api.token(email, ApiClient.OURS);
            }
        }
        throw new AssertionError("nobody reaches " + endpoint.name());
    }
}

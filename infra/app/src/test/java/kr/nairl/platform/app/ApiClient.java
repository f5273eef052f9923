package kr.nairl.platform.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the API of the running platform. Tokens come from a client that only this test's Keycloak has, since the shipped
 * realm grants none for a password.
 */
public final class ApiClient {

    /** With the API's audience, as the console's client has it. */
    public static final String OURS = "test-api";

    /** Of the same realm and people, but made for somebody else. */
    public static final String FOREIGN = "test-foreign";

    /** The realm lets a token live for five minutes. */
    private static final Duration SURELY_VALID = Duration.ofMinutes(3);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ApiClient ONLY = new ApiClient(RunningPlatform.get());

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningPlatform platform;
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();

    private ApiClient(RunningPlatform platform) {
        this.platform = platform;
        makeClient("""
                {"clientId": "test-api", "publicClient": true, "directAccessGrantsEnabled": true,
                 "standardFlowEnabled": false,
                 "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                   "protocolMapper": "oidc-audience-mapper",
                   "config": {"included.client.audience": "platform-api", "access.token.claim": "true"}}]}""");
        makeClient("""
                {"clientId": "test-foreign", "publicClient": true, "directAccessGrantsEnabled": true,
                 "standardFlowEnabled": false}""");
    }

    public static ApiClient get() {
        return ONLY;
    }

    /** An answer, with its body as text and, when it is JSON, read. */
    public record Answer(int status, String text, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** A person's token from one of the clients. */
    public String token(String email, String client) {
        return Objects.requireNonNull(tokens.compute(
                        email + "|" + client,
                        (key, held) -> held != null && Instant.now().isBefore(held.until())
                                ? held
                                : new Held(granted(email, client), Instant.now().plus(SURELY_VALID))))
                .token();
    }

    private String granted(String email, String client) {
        Map<String, String> form = new HashMap<>(Map.of(
                "client_id",
                client,
                "grant_type",
                "password",
                "scope",
                "openid",
                "username",
                email,
                "password",
                RunningPlatform.PASSWORD));
        if (platform.needsCode(email)) {
            form.put("otp", platform.code(email));
        }
        return grant("nairl", form);
    }

    private record Held(String token, Instant until) {}

    /** Calls as a person. */
    public Answer as(String email, String method, String path, String body) {
        return call(token(email, OURS), method, path, body);
    }

    /** Reads as a person. */
    public Answer read(String email, String path) {
        return as(email, "GET", path, "");
    }

    /** Calls with any token; an empty one sends none, an empty body sends none. */
    public Answer call(String token, String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = send(request.build());
        return new Answer(response.statusCode(), response.body(), response);
    }

    /**
     * Asks Keycloak's administration, as its own administrator.
     *
     * @param path below {@code /admin/realms}
     * @param body JSON; an empty one sends none
     */
    public Answer administrate(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(platform.keycloak().url() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        HttpResponse<String> response = send(request.build());
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** A token that any realm's client grants for a password, as the form says. */
    public String grant(String realm, Map<String, String> form) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(
                        URI.create(platform.keycloak().url() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("no token: " + response.body());
        }
        return JSON.readTree(response.body()).get("access_token").asString();
    }

    private void makeClient(String body) {
        Answer made = administrate("POST", "/nairl/clients", body);
        if (made.status() != 201) {
            throw new IllegalStateException("no client: " + made.status() + " " + made.text());
        }
    }

    private String administrator() {
        return grant(
                "master",
                Map.of(
                        "client_id", "admin-cli",
                        "grant_type", "password",
                        "username", "admin",
                        "password", platform.keycloak().consolePassword()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}

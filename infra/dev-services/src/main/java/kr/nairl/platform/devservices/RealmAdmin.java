package kr.nairl.platform.devservices;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A realm's administration over HTTP, signed in as somebody of the realm {@code master}. Paths are the realm's own. */
final class RealmAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String realm;
    private final String token;

    RealmAdmin(URI keycloak, String realm, String user, String password) throws IOException {
        this.keycloak = keycloak;
        this.realm = realm;
        String form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(user) + "&password=" + encoded(password);
        var request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        this.token = json.readTree(send(request).body()).get("access_token").stringValue();
    }

    JsonNode get(String path) throws IOException {
        return json.readTree(send(request(path).GET().build()).body());
    }

    /** Answers the id of what was made, the last part of its address; empty when it has none. */
    String post(String path, Object body) throws IOException {
        return send(with(path, "POST", body))
                .headers()
                .firstValue("Location")
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .orElse("");
    }

    void put(String path, Object body) throws IOException {
        send(with(path, "PUT", body));
    }

    void delete(String path) throws IOException {
        send(request(path).DELETE().build());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest with(String path, String method, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(keycloak.resolve("/admin/realms/" + realm + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.method() + " " + request.uri().getPath() + " was answered with "
                        + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

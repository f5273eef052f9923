package kr.nairl.platform.devservices;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets in a running realm what a realm file says of the realm itself, and the addresses of its clients. People,
 * organisations and sessions stay as they are; doing it again changes nothing.
 */
final class RealmSettings {

    private static final List<String> OF_A_CLIENT = List.of("rootUrl", "redirectUris", "webOrigins");
    private static final List<String> OF_THE_REALM = List.of("supportedLocales", "smtpServer");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JsonMapper json = JsonMapper.shared();
    private final URI keycloak;
    private final String user;
    private final String password;

    RealmSettings(URI keycloak, String user, String password) {
        this.keycloak = keycloak;
        this.user = user;
        this.password = password;
    }

    void set(String realmFile) throws IOException {
        JsonNode wanted = json.readTree(realmFile);
        String realm = "/admin/realms/" + wanted.get("realm").stringValue();
        try (var http = HttpClient.newHttpClient()) {
            String token = token(http);
            for (JsonNode client : wanted.get("clients")) {
                if (!client.has("rootUrl")) {
                    continue;
                }
                String id = client.get("clientId").stringValue();
                JsonNode found = json.readTree(send(
                        http,
                        request(realm + "/clients?clientId=" + encoded(id), token)
                                .GET()));
                if (found.isEmpty()) {
                    continue;
                }
                var present = (ObjectNode) found.get(0);
                OF_A_CLIENT.forEach(name -> present.set(name, client.get(name)));
                var attributes = (ObjectNode) present.get("attributes");
                client.get("attributes").properties().forEach(each -> attributes.set(each.getKey(), each.getValue()));
                send(http, put(realm + "/clients/" + present.get("id").stringValue(), token, present));
            }
            send(http, put(realm, token, ofTheRealmItself(wanted)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** All plain values, the languages and the mail server; not what has a life of its own, such as clients. */
    private ObjectNode ofTheRealmItself(JsonNode wanted) {
        ObjectNode settings = json.createObjectNode();
        wanted.properties().forEach(each -> {
            if (each.getValue().isValueNode() || OF_THE_REALM.contains(each.getKey())) {
                settings.set(each.getKey(), each.getValue());
            }
        });
        return settings;
    }

    private String token(HttpClient http) throws IOException, InterruptedException {
        String form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(user) + "&password=" + encoded(password);
        var request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return json.readTree(send(http, request)).get("access_token").stringValue();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(keycloak.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder put(String path, String token, JsonNode body) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private static String send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest built = request.build();
        var answer = http.send(built, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    built.method() + " " + built.uri().getPath() + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

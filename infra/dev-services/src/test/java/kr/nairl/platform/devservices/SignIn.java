package kr.nairl.platform.devservices;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser window without a browser, going through Keycloak's pages on behalf of one of the clients. */
final class SignIn implements AutoCloseable {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<input[^>]*name=\"([^\"]+)\"");
    private static final String VERIFIER = "0123456789abcdefghijklmnopqrstuvwxyz-0123456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final JsonMapper json = JsonMapper.shared();
    private final DevKeycloak keycloak;
    private final String client;
    private final String redirect;
    private String page = "";

    SignIn(DevKeycloak keycloak, String platformUrl) {
        this(keycloak, DevKeycloak.UI_CLIENT, platformUrl + "/login/oauth2/code/keycloak");
    }

    SignIn(DevKeycloak keycloak, String client, String redirect) {
        this.keycloak = keycloak;
        this.client = client;
        this.redirect = redirect;
    }

    /** Asks to sign in; returns the names of the fields that the first page shows. */
    List<String> ask(String scope, Map<String, String> more) throws IOException, InterruptedException {
        var query = new LinkedHashMap<>(Map.of(
                "client_id",
                client,
                "response_type",
                "code",
                "redirect_uri",
                redirect,
                "scope",
                scope,
                "state",
                "s",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        query.putAll(more);
        follow(HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/auth?" + form(query))));
        return fields();
    }

    /** Fills in the page that is shown; returns the fields of the next one, none when it was the last. */
    List<String> fill(Map<String, String> values) throws IOException, InterruptedException {
        var matcher = FORM.matcher(page);
        if (!matcher.find()) {
            throw new IOException("no form in: " + page);
        }
        follow(HttpRequest.newBuilder(URI.create(matcher.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(values))));
        return fields();
    }

    /** What the field holds already. */
    String value(String field) {
        var found = Pattern.compile("<input[^>]*name=\"" + field + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** What the page that is shown says, or the address to which the browser was sent back. */
    String page() {
        return page;
    }

    /** The id token's claims, once signed in. */
    JsonNode claims() throws IOException, InterruptedException {
        return claims(json, tokens().get("id_token").stringValue());
    }

    /** All that the client gets, once signed in. */
    JsonNode tokens() throws IOException, InterruptedException {
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(page);
        if (!code.find()) {
            throw new IOException("not signed in: " + page);
        }
        var values = new LinkedHashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                client,
                "code",
                code.group(1),
                "redirect_uri",
                redirect,
                "code_verifier",
                VERIFIER));
        if (client.equals(DevKeycloak.UI_CLIENT)) {
            values.put("client_secret", keycloak.uiClientSecret());
        }
        return post(keycloak, http, json, values);
    }

    static JsonNode claims(JsonMapper json, String token) {
        return json.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    static JsonNode post(DevKeycloak keycloak, HttpClient http, JsonMapper json, Map<String, String> values)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(keycloak.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(values)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private List<String> fields() {
        List<String> names = new ArrayList<>();
        var matcher = FIELD.matcher(page);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Follows within Keycloak only; the platform itself is not there. Cookies are Secure, which localhost counts as. */
    private void follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        HttpRequest.Builder next = first;
        while (true) {
            if (!cookies.isEmpty()) {
                var line = new ArrayList<String>();
                cookies.forEach((name, value) -> line.add(name + "=" + value));
                next.header("Cookie", String.join("; ", line));
            }
            var answer = http.send(next.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            String location = answer.headers().firstValue("Location").orElse("");
            if (location.isEmpty() || location.startsWith(redirect)) {
                page = location.isEmpty() ? answer.body() : location;
                return;
            }
            next = HttpRequest.newBuilder(URI.create(location));
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> values) {
        var pairs = new ArrayList<String>();
        values.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    @Override
    public void close() {
        http.close();
    }
}

package kr.nairl.platform.app.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.nairl.platform.app.RunningPlatform;

/**
 * Somebody's window without a browser around it: sends what no browser would send, and keeps cookies as a browser does.
 * Signs in through Keycloak's own pages.
 */
final class PlainVisit {

    /** The cookie that holds a session here. */
    static final String SESSION = "platform-session";

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, PlainVisit> SHARED = new ConcurrentHashMap<>();

    private final RunningPlatform platform = RunningPlatform.get();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Nobody's window. */
    PlainVisit() {}

    /** The window of somebody who signed in once for all tests; for those that neither sign out nor end it. */
    static PlainVisit of(String email) {
        return SHARED.computeIfAbsent(email, who -> new PlainVisit().signIn(who));
    }

    PlainVisit signIn(String email) {
        HttpResponse<String> page = follow(get("/home"));
        page = fill(page, Map.of("username", email));
        page = fill(page, Map.of("username", email, "password", RunningPlatform.PASSWORD));
        if (page.body().contains("id=\"otp\"")) {
            page = fill(page, Map.of("otp", platform.code(email)));
        }
        if (!page.uri().toString().startsWith(platform.url())) {
            throw new AssertionError(email + " is not signed in, but at " + page.uri());
        }
        return this;
    }

    /** Reads a path of the platform; redirects are answers like any other. */
    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A request to a path of the platform, to be completed and sent. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(platform.url() + path)).header("Accept", "text/html,*/*;q=0.8");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        String line = cookieLine();
        if (!line.isEmpty()) {
            request.setHeader("Cookie", line);
        }
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("set-cookie").forEach(this::keep);
            return answer;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** Goes where the answer leads, until one leads nowhere else. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            String location = last.headers().firstValue("location").orElse("");
            if (location.isEmpty()) {
                return last;
            }
            last = send(HttpRequest.newBuilder(last.uri().resolve(location)));
        }
        throw new AssertionError("no end of redirects at " + last.uri());
    }

    String cookieLine() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The session's secret; empty without one. */
    String session() {
        return cookies.getOrDefault(SESSION, "");
    }

    /** Goes on with another's session, as whoever stole it would. */
    PlainVisit steal(String session) {
        cookies.put(SESSION, session);
        return this;
    }

    private HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form at " + page.uri());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** One jar for both servers: they share a host. What is Secure is kept too, as browsers do for localhost. */
    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }
}

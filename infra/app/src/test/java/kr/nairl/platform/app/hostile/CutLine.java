package kr.nairl.platform.app.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The line to Keycloak, which can be cut: before a call, so that Keycloak never hears of it, or after one, so that Keycloak
 * did what it was asked and nobody learns of it. Everything after the cut fails too, as when the server stops.
 */
final class CutLine implements AutoCloseable {

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI keycloak;
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private int cutAt = Integer.MAX_VALUE;
    private boolean answerLost;

    CutLine(URI keycloak) throws IOException {
        this.keycloak = keycloak;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The calls to Keycloak's administration since the line was last opened. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** Passes everything from now on. */
    synchronized void open() {
        cut(Integer.MAX_VALUE, false);
    }

    /**
     * Passes so many calls from now on, and nothing more.
     *
     * @param lost whether the first call that is not answered reaches Keycloak all the same
     */
    synchronized void cut(int passing, boolean lost) {
        calls.clear();
        cutAt = passing;
        answerLost = lost;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            int number = count(exchange.getRequestMethod(), path);
            if (number > cutAt || (number == cutAt && !answerLost)) {
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(keycloak.resolve(path))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (number == cutAt) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The number of this call, from 0; getting a token is part of the call that needs it. */
    private synchronized int count(String method, String path) {
        if (!path.startsWith("/admin/")) {
            return calls.size() >= cutAt ? Integer.MAX_VALUE : -1;
        }
        calls.add(method + " " + path);
        return calls.size() - 1;
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}

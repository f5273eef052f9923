package kr.nairl.platform.core.matching.outside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.nairl.platform.core.matching.SearchCluster;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenSearch cluster by its REST interface. Asks once; follows no redirect, reads no more than allowed and waits no
 * longer. Logs nothing: neither what is asked nor what is answered.
 */
final class OpenSearchLine implements SearchCluster, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Bytes of one answer. */
    private static final int LARGEST = 64 << 20;

    private final OpenSearchSettings settings;
    private final JsonMapper json;
    private final HttpClient client;

    OpenSearchLine(OpenSearchSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Answer ask(String method, String path, String body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.base() + path))
                .header("Content-Type", "application/json")
                .timeout(patience)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!settings.authorization().isEmpty()) {
            request.header("Authorization", settings.authorization());
        }
        CompletableFuture<HttpResponse<byte[]>> asked =
                client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // The request's own limit ends with the headers; a body that drips is cut off here.
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    answer.statusCode(),
                    answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body()));
        } catch (TimeoutException slow) {
            throw unreachable("was too slow", null);
        } catch (ExecutionException failed) {
            throw unreachable("could not be asked", failed.getCause());
        } catch (JacksonException malformed) {
            throw unreachable("answered with no JSON", null);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw unreachable("was not waited for", null);
        } finally {
            asked.cancel(true);
        }
    }

    private UnreachableException unreachable(String why, @Nullable Throwable cause) {
        return new UnreachableException(settings + " " + why
                + (cause == null ? "" : ": " + cause.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

package kr.nairl.platform.core.matching.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import kr.nairl.platform.core.matching.SearchCluster;
import kr.nairl.platform.core.matching.SearchCluster.UnreachableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Against a server on this machine that does not answer as a cluster should. */
class OpenSearchLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String reply = "{}";
    private volatile long waitMillis;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void userAndPasswordGoAlongAndTheAnswerComesWithItsStatus() {
        status = 404;
        reply = "{\"error\":{\"type\":\"index_not_found_exception\"}}";
        try (OpenSearchLine line = line("lab", "s3cret")) {
            SearchCluster.Answer answer = line.ask("POST", "/a/_search", "{}", LONG);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("error").path("type").asString()).isEqualTo("index_not_found_exception");
        }
        assertThat(heads).containsExactly("POST /a/_search Basic bGFiOnMzY3JldA==");
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        waitMillis = 3_000;
        try (OpenSearchLine line = line("", "")) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> line.ask("POST", "/a", "{\"secret\":1}", SHORT))
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageNotContaining("secret");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2_500));
        }
    }

    @Test
    void noJsonAndNobodyThereAreToldAlike() {
        reply = "<html>";
        try (OpenSearchLine line = line("", "")) {
            assertThatThrownBy(() -> line.ask("GET", "/", "", LONG)).isInstanceOf(UnreachableException.class);
            server.stop(0);
            assertThatThrownBy(() -> line.ask("GET", "/", "", LONG)).isInstanceOf(UnreachableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://search.example",
                "search.example:9200",
                "https://lab:s3cret@search.example",
                "https://search.example/?a=b",
                "https://"
            })
    void onlyAHostsAddressIsTaken(String url) {
        assertThatThrownBy(() -> OpenSearchSettings.of(url, "", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aPasswordLeavesTheMachineEncryptedOnly() {
        assertThatThrownBy(() -> OpenSearchSettings.of("http://search.example:9200", "lab", "s3cret"))
                .isInstanceOf(IllegalArgumentException.class);
        for (String url : List.of(
                "https://search.example:9200/",
                "http://127.0.0.1:9200",
                "http://[::1]:9200",
                "http://localhost:9200")) {
            assertThat(OpenSearchSettings.of(url, "lab", "s3cret").isOn()).isTrue();
        }
        assertThat(OpenSearchSettings.of("https://search.example", "lab", "s3cret")
                        .toString())
                .doesNotContain("s3cret", "bGFi");
        assertThat(OpenSearchSettings.of(" ", "lab", "s3cret").isOn()).isFalse();
    }

    @Test
    void thereIsNoClusterUntilOneIsNamed() {
        OpenSearchConfiguration configuration = new OpenSearchConfiguration();
        assertThat(configuration.searchCluster("", "", "", JSON)).isSameAs(SearchCluster.NONE);
        assertThat(configuration
                        .searchCluster("http://localhost:9200", "", "", JSON)
                        .isOn())
                .isTrue();
    }

    private OpenSearchLine line(String user, String password) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new OpenSearchLine(OpenSearchSettings.of(url, user, password), JSON);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            heads.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            Thread.sleep(waitMillis);
            byte[] body = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

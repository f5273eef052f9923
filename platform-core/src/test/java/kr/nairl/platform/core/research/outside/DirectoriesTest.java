package kr.nairl.platform.core.research.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.OutsideWorks;
import kr.nairl.platform.core.research.OutsideWorks.Answer;
import kr.nairl.platform.core.research.OutsideWorks.Failure;
import kr.nairl.platform.core.shared.LocalizedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Against answers in the form that ORCID's and OpenAlex's documentation gives, with invented people, from this machine. */
class DirectoriesTest {

    private static final String SOMEBODY = "0000-0002-1825-0097";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HttpServer server;
    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();

    private record Reply(int status, String body, Map<String, String> headers, int drips) {
        static Reply ok(String body) {
            return new Reply(200, body, Map.of(), 0);
        }

        static Reply status(int status) {
            return new Reply(status, "{}", Map.of(), 0);
        }
    }

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
    void orcidsGroupsBecomeWorks() {
        replies.add(Reply.ok("""
                {"last-modified-date": {"value": 1700000000000}, "path": "/0000-0002-1825-0097/works", "group": [
                  {"external-ids": {"external-id": []}, "work-summary": [
                    {"put-code": 4711, "title": {"title": {"value": "Stripes <i>in</i> motion &amp; rest"}, "subtitle": null,
                        "translated-title": {"value": "움직이는 무늬", "language-code": "ko"}},
                     "external-ids": {"external-id": [
                        {"external-id-type": "issn", "external-id-value": "1234-5678", "external-id-relationship": "part-of"},
                        {"external-id-type": "doi", "external-id-value": "https://doi.org/10.5555/zoo.1", "external-id-relationship": "self"}]},
                     "url": {"value": "https://zoo.example/1"}, "type": "journal-article",
                     "publication-date": {"year": {"value": "2023"}, "month": null, "day": null},
                     "journal-title": {"value": "Zoo Letters"}},
                    {"put-code": 4712, "title": {"title": {"value": "The same, from elsewhere"}}}]},
                  {"work-summary": [{"put-code": 4713, "title": {"title": {"value": "날짜 없는 연구"}}, "publication-date": null,
                     "external-ids": null, "url": null, "journal-title": null}]},
                  {"work-summary": [{"put-code": 4714, "title": null}]}, {"work-summary": []}]}"""));
        List<FoundWork> works = told(orcid()).works();
        assertThat(works).hasSize(2);
        assertThat(works.getFirst()).satisfies(work -> {
            assertThat(work.sourceId()).isEqualTo("4711");
            assertThat(work.title()).isEqualTo(LocalizedText.of("움직이는 무늬", "Stripes in motion & rest"));
            assertThat(work.doi()).isEqualTo("10.5555/zoo.1");
            assertThat(work.year()).isEqualTo(2023);
            assertThat(work.venue()).isEqualTo("Zoo Letters");
            assertThat(work.url()).isEqualTo("https://zoo.example/1");
        });
        assertThat(works.getLast().title()).isEqualTo(LocalizedText.of("날짜 없는 연구", null));
        assertThat(works.getLast().year()).isNull();
        assertThat(asked).containsExactly("/0000-0002-1825-0097/works");
        assertThat(agents.getFirst()).contains("mailto:lab@lab.example");
    }

    @Test
    void openAlexIsReadAlongItsCursorAndAbstractsAreTextAgain() {
        replies.add(Reply.ok("""
                {"meta": {"count": 2, "per_page": 100, "next_cursor": "Ab+c/=="}, "results": [
                  {"id": "https://openalex.org/W100", "doi": "https://doi.org/10.5555/zoo.2", "display_name": "Zebras asleep",
                   "publication_year": 2021,
                   "primary_location": {"landing_page_url": "https://zoo.example/2", "source": {"display_name": "Zoo Journal"}},
                   "authorships": [{"author": {"display_name": "Bora Ahn"}}, {"author": {"display_name": "Jun Seok"}}],
                   "abstract_inverted_index": {"zebras": [1, 4], "Sleeping": [0], "watch": [2], "other": [3], "never": [99999999]}}]}"""));
        replies.add(Reply.ok("""
                {"meta": {"count": 2, "next_cursor": "last"}, "results": [
                  {"id": "https://openalex.org/W101", "doi": null, "display_name": "얼룩말", "publication_year": 1802,
                   "primary_location": null, "authorships": [], "abstract_inverted_index": null},
                  {"id": "somewhere else", "display_name": "No id"}]}"""));
        replies.add(Reply.ok("{\"meta\": {\"next_cursor\": null}, \"results\": []}"));
        Answer.Told told = told(openAlex());
        assertThat(told.more()).isFalse();
        assertThat(told.works()).extracting(FoundWork::sourceId).containsExactly("W100", "W101");
        assertThat(told.works().getFirst()).satisfies(work -> {
            assertThat(work.summary().en()).isEqualTo("Sleeping zebras watch other zebras");
            assertThat(work.authors()).containsExactly("Bora Ahn", "Jun Seok");
            assertThat(work.doi()).isEqualTo("10.5555/zoo.2");
        });
        assertThat(told.works().getLast().year()).isNull();
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst())
                .contains("filter=author.orcid:0000-0002-1825-0097", "cursor=*", "mailto=lab%40lab.example");
        assertThat(asked.get(1)).contains("cursor=Ab%2Bc%2F%3D%3D");
    }

    @Test
    void aCursorThatNeverEndsIsCutOff() {
        for (int page = 0; page < 6; page++) {
            replies.add(Reply.ok("{\"meta\": {\"next_cursor\": \"more\"}, \"results\": [{\"id\": \"W" + page
                    + "\", \"display_name\": \"One more\"}]}"));
        }
        Answer.Told told = told(openAlex());
        assertThat(told.more()).isTrue();
        assertThat(told.works()).hasSize(5);
    }

    @Test
    void aBusyDirectoryIsAskedAgainWhenItSaysSo() {
        replies.add(new Reply(429, "slow down", Map.of("Retry-After", "1"), 0));
        replies.add(new Reply(503, "", Map.of("Retry-After", "Thu, 01 Jan 2026 00:00:01 GMT"), 0));
        replies.add(Reply.ok("{\"group\": []}"));
        long start = System.nanoTime();
        assertThat(told(orcid()).works()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(asked).hasSize(3);
    }

    @Test
    void whoeverMakesUsWaitTooLongIsNotWaitedFor() {
        replies.add(new Reply(429, "", Map.of("Retry-After", "3600"), 0));
        assertThat(failure(orcid())).isEqualTo(Failure.BUSY);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aBrokenDirectoryIsGivenUpAfterFourTries() {
        Stream.generate(() -> Reply.status(500)).limit(10).forEach(replies::add);
        assertThat(failure(openAlex())).isEqualTo(Failure.UNREACHABLE);
        assertThat(asked).hasSize(DirectorySettings.TRIES);
    }

    @Test
    void anUnknownPersonAndAStrangeAnswerAreNotAskedForAgain() {
        replies.add(Reply.status(404));
        assertThat(failure(orcid())).isEqualTo(Failure.UNKNOWN_PERSON);
        replies.add(new Reply(302, "", Map.of("Location", "http://localhost:1/elsewhere"), 0));
        assertThat(failure(orcid())).isEqualTo(Failure.UNREADABLE);
        replies.add(Reply.ok("{\"group\": [{\"work-summary\": "));
        assertThat(failure(orcid())).isEqualTo(Failure.UNREADABLE);
        replies.add(Reply.ok("<html>"));
        assertThat(failure(openAlex())).isEqualTo(Failure.UNREADABLE);
        replies.add(Reply.ok("[1, 2]"));
        assertThat(failure(openAlex())).isEqualTo(Failure.UNREADABLE);
        assertThat(asked).hasSize(5);
    }

    @Test
    void anAnswerThatIsTooLargeIsNotRead() {
        replies.add(Reply.ok("{\"group\": [], \"filling\": \"" + "x".repeat(200_000) + "\"}"));
        assertThat(failure(orcid())).isEqualTo(Failure.UNREADABLE);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatDripsIsCutOff() {
        Stream.generate(() -> new Reply(200, "{\"group\": []}", Map.of(), 100))
                .limit(4)
                .forEach(replies::add);
        assertThat(failure(orcid())).isEqualTo(Failure.UNREACHABLE);
        assertThat(asked).hasSize(DirectorySettings.TRIES);
    }

    @Test
    void nobodyAtTheOtherEndIsToldAsSuch() {
        server.stop(0);
        assertThat(failure(orcid())).isEqualTo(Failure.UNREACHABLE);
    }

    private OutsideWorks orcid() {
        return new OrcidWorks(settings(), JSON, CLOCK);
    }

    private OutsideWorks openAlex() {
        return new OpenAlexWorks(settings(), JSON, CLOCK);
    }

    private DirectorySettings settings() {
        return new DirectorySettings(
                true,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "lab@lab.example",
                Duration.ofMillis(600),
                Duration.ofMillis(5),
                Duration.ofSeconds(3),
                100_000);
    }

    private static Answer.Told told(OutsideWorks directory) {
        return switch (directory.ask(SOMEBODY)) {
            case Answer.Told told -> told;
            case Answer.Failed(Failure why) -> throw new AssertionError(why);
        };
    }

    private static Failure failure(OutsideWorks directory) {
        return switch (directory.ask(SOMEBODY)) {
            case Answer.Told told -> throw new AssertionError(told);
            case Answer.Failed(Failure why) -> why;
        };
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            Reply reply = replies.poll();
            if (reply == null) {
                reply = Reply.status(500);
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), reply.drips() > 0 ? 0 : body.length);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < reply.drips(); i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(100);
            }
            out.write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.ApiEndpoint;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.PageRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** ASVS V16: a fault tells its reader nothing of how we are made, and the log nothing of what people say or prove with. */
class V16ErrorsTest {

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[\\w$]+)+\\(|[a-z]+(\\.[a-z0-9]+){2,}\\.[A-Z]\\w*(Exception|Error)|SQLSTATE|SELECT .* FROM"
                    + "|org\\.springframework|org\\.jooq|com\\.vaadin\\.flow\\.|Apache Tomcat|Whitelabel|PSQL|\\bjdbc:");

    private static RunningPlatform platform;
    private static ApiClient api;

    @BeforeAll
    static void plant() {
        platform = RunningPlatform.get();
        api = ApiClient.get();
        Canaries.planted();
    }

    @Test
    void whateverIsSentTheAnswerTellsNothingOfTheInside() {
        Set<String> told = new TreeSet<>();
        List<String> bent = List.of(
                "/%00",
                "/%ff%fe",
                "/..;/actuator",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/ko/..%2f..%2fapplication.yaml",
                "/ko/letter/%F0%28%8C%28",
                "/ko/partners/%27%20OR%201%3D1--",
                "/ko/sub-projects/999999999999",
                "/logos/not-an-id",
                "/logos/%00",
                "/exports/ties.csv?sort=%27",
                "/exports/audit.csv?from=never&kind=x",
                "/proofs/ko/x",
                "/proofs/xx/y",
                "/?v-r=uidl",
                "/?v-r=uidl&v-uiId=99999",
                "/?v-r=init",
                "/?v-r=heartbeat",
                "/?v-r=nonsense",
                "/VAADIN/nothing",
                "/VAADIN/../application.yaml",
                "/VAADIN/dynamic/resource/0/x/y",
                "/VAADIN/push",
                "/join/" + "x".repeat(4000),
                "/error",
                "/error?status=500&exception=x",
                "/login?error",
                "/sign-in-failed",
                "/webjars/",
                "/webjars/..%2f",
                "/styles/",
                "/reader/",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/actuator/env",
                "/actuator",
                "/h2-console",
                "/api/v1/" + "x".repeat(3000),
                "/api/v2",
                "/v3/api-docs/nothing");
        PlainVisit nobody = new PlainVisit();
        PlainVisit owner = PlainVisit.of("hyungjin.chung@everex.example");
        String token = api.token("hyungjin.chung@everex.example", ApiClient.OURS);
        for (String address : bent) {
            for (PlainVisit visit : List.of(nobody, owner)) {
                for (String language : List.of("ko", "en", "*;q=x", "x".repeat(3000))) {
                    noteWords(told, raw(visit, "GET", address, language), address);
                }
            }
            noteWords(told, raw(nobody, "GET", address, "ko", "Authorization: Bearer " + token), address);
            noteWords(told, raw(nobody, "GET", address, "ko", "Authorization: Bearer %00 ' \""), address);
            noteWords(told, raw(owner, "POST", address, "ko", "Content-Type: application/json"), address);
            noteWords(told, raw(owner, "TRACE", address, "ko"), address);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void traceAndOtherVerbsGiveNothingBack() {
        String secret = "X-Planted-Header: " + Canaries.PRIVATE;
        for (Place place : Surface.places()) {
            String answer = raw(new PlainVisit(), "TRACE", place.address(), "ko", secret);
            assertThat(answer).as("%s", place).doesNotContain(Canaries.PRIVATE);
            assertThat(status(answer)).as("%s", place).isNotEqualTo(200);
        }
    }

    /** No list of files, no source, no settings: what lies in the jar stays in the jar. */
    @Test
    void nothingOfTheBuildIsServed() {
        for (String address : List.of(
                "/application.yaml",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/classes/application.yaml",
                "/.git/HEAD",
                "/styles",
                "/webjars/",
                "/fonts/",
                "/demo/letter.json",
                "/db/migration/V0001__house.sql",
                "/messages_ko.properties",
                "/static/",
                "/BOOT-INF/classes/application.yaml",
                "/templates/reader/front.html")) {
            HttpResponse<String> answer =
                    PlainVisit.of("hyungjin.chung@everex.example").get(address);
            assertThat(answer.body())
                    .as(address)
                    .doesNotContain(
                            "spring:", "CREATE TABLE", "Manifest-Version", "ref: refs/", "th:fragment", "Index of");
        }
    }

    /** Everything is asked for once more, well and badly, while the log is watched. */
    @Test
    void theLogHoldsNoSecretsAndNobodysWords() throws SQLException {
        String token = api.token(Canaries.OWNER, ApiClient.OURS);
        PlainVisit owner;
        List<String> lines;
        try (LogWatch log = new LogWatch()) {
            owner = new PlainVisit().signIn(Canaries.OWNER);
            for (ApiEndpoint endpoint : ApiEndpoint.all()) {
                if (endpoint.reads()) {
                    api.call(token, endpoint.method(), endpoint.address(true), "");
                }
                api.call(token + "x", endpoint.method(), endpoint.address(true), endpoint.body());
                api.call(
                        token,
                        endpoint.method(),
                        endpoint.address(false),
                        endpoint.body().isEmpty()
                                ? ""
                                : "{\"text\": \"" + Canaries.PRIVATE + "\", \"version\": \"x\"}");
            }
            for (Place place : Surface.places()) {
                owner.get(place.address() + "?text=" + Canaries.PRIVATE + "&code=" + Canaries.CONFIDENTIAL);
            }
            new PlainVisit().get("/login/oauth2/code/keycloak?code=" + Canaries.SUMMARY + "&state=x");
            LoggerFactory.getLogger("hostile").warn("the watch itself works");
            lines = log.lines();
        }
        assertThat(lines).anyMatch(line -> line.contains("the watch itself works"));
        List<String> secrets = new ArrayList<>(List.of(
                Canaries.PRIVATE,
                Canaries.CONFIDENTIAL,
                Canaries.SUMMARY,
                Canaries.APPLICANT,
                token,
                token.split("\\.")[2],
                owner.session(),
                RunningPlatform.PASSWORD,
                platform.database().appPassword(),
                platform.database().ownerPassword(),
                platform.keycloak().uiClientSecret(),
                platform.keycloak().adminClientSecret()));
        for (String line : lines) {
            assertThat(secrets).as(line).noneMatch(line::contains);
        }
        assertThat(lines).noneMatch(line -> line.startsWith("ERROR"));
        // nor does the audit trail, whose entries anybody's export may carry away
        try (Connection all = platform.asSuperuser();
                PreparedStatement read = all.prepareStatement("SELECT audit_entry::text FROM platform.audit_entry");
                ResultSet entries = read.executeQuery()) {
            int seen = 0;
            while (entries.next()) {
                String entry = entries.getString(1);
                assertThat(secrets).as(entry).noneMatch(entry::contains);
                seen++;
            }
            assertThat(seen).isPositive();
        }
    }

    /** A few each minute, however many are sent; and never what stood in them. */
    @Test
    void aRejectedTokenIsWrittenDownWithoutItsWords() {
        String token = api.token(Canaries.OWNER, ApiClient.FOREIGN);
        assertThat(api.call(token, "GET", "/api/v1/requests", "").status()).isEqualTo(401);
        List<AuditEntry> rejected = platform.bean(AuditTrail.class)
                .page(
                        platform.actor(Canaries.MANAGER),
                        new AuditFilter("refusal.token-rejected", null, null, null, null),
                        PageRequest.first(20))
                .items();
        assertThat(rejected).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.person()).isNull();
            assertThat(entry.detail().keySet()).isSubsetOf("unrecorded");
        });
    }

    /** A line of the log begins where the platform begins it: what people send cannot look like an event of its own. */
    @Test
    void nobodyWritesLinesIntoTheLog() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        String forged = "x\r\n2026-11-28T00:00:00.000Z  INFO forged";
        LoggingEvent event = new LoggingEvent(
                "hostile",
                root,
                Level.WARN,
                "asked for " + forged,
                new IllegalArgumentException("For " + forged),
                null);
        String written = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
        assertThat(written).contains("forged").endsWith("\n");
        assertThat(written.lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("\tat ")
                        || line.startsWith("java.lang.IllegalArgumentException: For x")
                        || line.startsWith("\t... ")
                        || line.isBlank());
        assertThat(written.lines().findFirst().orElseThrow())
                .contains("asked for x")
                .contains("INFO forged");
    }

    /** Notes what an answer tells of the inside, and a fault; the page for faults itself answers as one. */
    private static void noteWords(Set<String> told, String answer, String address) {
        INSIDE.matcher(answer)
                .results()
                .map(found -> address + " tells " + found.group())
                .forEach(told::add);
        if (status(answer) >= 500 && !address.startsWith("/error")) {
            told.add(address + " answers " + status(answer));
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** As it stands: no client in between that would refuse to send it. Answers all that comes back, head and body. */
    private static String raw(PlainVisit visit, String method, String address, String language, String... headers) {
        URI url = URI.create(platform.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            String cookies = visit.cookieLine();
            String request = method + " " + address + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nAccept-Language: "
                    + language + "\r\nAccept: text/html,*/*\r\n"
                    + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                    + more + (method.equals("POST") ? "Content-Length: 1\r\n" : "") + "Connection: close\r\n\r\n"
                    + (method.equals("POST") ? "{" : "");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(address, failed);
        }
    }
}

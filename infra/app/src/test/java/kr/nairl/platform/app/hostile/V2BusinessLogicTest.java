package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.MailedLink;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.Onboarding.Acceptance;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ASVS V2: steps come in their order and once, however many ask for them at once. */
class V2BusinessLogicTest {

    private static final int MANY = 50;
    private static final String SENDER = Canaries.OWNER;
    private static final String ADDRESSEE = "minsu.cho@postech.example";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/join/[A-Za-z0-9_-]+");

    private static RunningPlatform platform;
    private static ApiClient api;

    @BeforeAll
    static void open() {
        platform = RunningPlatform.get();
        api = ApiClient.get();
        Canaries.planted();
    }

    @Test
    void ofFiftyWhoAcceptARequestAtOnceOneDoes() throws Exception {
        String id = sent();
        List<ApiClient.Answer> answers = atOnce(i -> () -> api.as(
                ADDRESSEE,
                "POST",
                "/api/v1/requests/" + id + "/accept",
                "{\"version\": 2, \"text\": \"number " + i + "\"}"));
        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(ApiClient.Answer::status, Collectors.counting()));
        assertThat(statuses).containsExactlyInAnyOrderEntriesOf(Map.of(200, 1L, 409, MANY - 1L));
        assertThat(count(
                        "SELECT count(*) FROM platform.request_history WHERE request_id = ? AND to_state = 'ACCEPTED'",
                        id))
                .isEqualTo(1);
        assertThat(count(
                        "SELECT count(*) FROM platform.domain_event WHERE subject_id = ? AND kind = 'request.accepted'",
                        id))
                .isEqualTo(1);
    }

    /** The limit is a person's, not a token's: a second token wins nothing, and nobody else is held up. */
    @Test
    void whoeverAsksTooOftenIsToldToWait() {
        String greedy = "gayoung.moon@nuri.example";
        String token = api.token(greedy, ApiClient.OURS);
        ApiClient.Answer last = api.call(token, "GET", "/api/v1/no-such-thing", "");
        int asked = 1;
        // a minute may end while we ask
        while (asked < 2 * RunningPlatform.API_REQUESTS_A_MINUTE + 2 && last.status() != 429) {
            last = api.call(token, "GET", "/api/v1/no-such-thing", "");
            asked++;
        }
        assertThat(asked).isGreaterThan(RunningPlatform.API_REQUESTS_A_MINUTE);
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.response().headers().firstValue("retry-after")).hasValue("60");
        assertThat(last.text()).contains("\"code\":\"too-many-requests\"");
        assertThat(api.call(api.token(greedy, ApiClient.OURS), "GET", "/api/v1/no-such-thing", "")
                        .status())
                .isEqualTo(429);
        assertThat(api.read("minsu.cho@postech.example", "/api/v1/researchers").status())
                .isEqualTo(200);
    }

    /** Half of them accept and half decline: it ends in one state, and nobody is told of the other. */
    @Test
    void ofFiftyOppositeAnswersOneCounts() throws Exception {
        String id = sent();
        List<ApiClient.Answer> answers = atOnce(i -> () -> i % 2 == 0
                ? api.as(ADDRESSEE, "POST", "/api/v1/requests/" + id + "/accept", "{\"version\": 2}")
                : api.as(
                        ADDRESSEE,
                        "POST",
                        "/api/v1/requests/" + id + "/decline",
                        "{\"version\": 2, \"reason\": \"OTHER\", \"text\": \"no time\"}"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(MANY - 1);
        assertThat(count(
                        "SELECT count(*) FROM platform.request_history WHERE request_id = ?"
                                + " AND to_state IN ('ACCEPTED', 'DECLINED')",
                        id))
                .isEqualTo(1);
    }

    /** Fifty accounts, one link; the real Keycloak hears of the one who came in. */
    @Test
    void ofFiftyWhoJoinWithOneInvitationOneDoes() throws Exception {
        Actor.Person administrator = platform.actor(SENDER);
        String email = "fifty@hanbit.example";
        platform.bean(Invitations.class)
                .inviteMember(
                        administrator,
                        administrator.organisation(),
                        new EmailAddress(email),
                        Set.of(Role.MEMBER),
                        Language.EN);
        String link = MailedLink.to(platform, LINK, email);
        String token = link.substring(link.lastIndexOf('/') + 1);
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ApiClient.Answer made = api.administrate(
                    "POST",
                    "/nairl/users",
                    "{\"username\": \"fifty-%d@hanbit.example\", \"email\": \"fifty-%d@hanbit.example\", \"enabled\": true}"
                            .formatted(i, i));
            String location = made.response().headers().firstValue("location").orElseThrow();
            subjects.add(location.substring(location.lastIndexOf('/') + 1));
        }
        Onboarding onboarding = platform.bean(Onboarding.class);
        String issuer = platform.keycloak().issuer().toString();
        try {
            List<Acceptance> acceptances = atOnce(i ->
                    () -> onboarding.accept(token, issuer, subjects.get(i), LocalizedText.of(null, "Number " + i)));
            List<Acceptance.Joined> joined = acceptances.stream()
                    .filter(Acceptance.Joined.class::isInstance)
                    .map(Acceptance.Joined.class::cast)
                    .toList();
            assertThat(joined).hasSize(1);
            assertThat(acceptances.stream().filter(Acceptance.NotOpen.class::isInstance))
                    .hasSize(MANY - 1);
            assertThat(count(
                            "SELECT count(*) FROM platform.membership m JOIN platform.person p ON p.id = m.person_id"
                                    + " WHERE m.organisation_id = ? AND p.subject = ANY (string_to_array('"
                                    + String.join(",", subjects) + "', ','))",
                            administrator.organisation().toString()))
                    .isEqualTo(1);
            String members = api.administrate(
                            "GET", "/nairl/organizations/" + keycloakId(administrator) + "/members?max=500", "")
                    .text();
            assertThat(subjects.stream().filter(members::contains)).hasSize(1);
            platform.bean(Members.class)
                    .remove(
                            administrator,
                            administrator.organisation(),
                            joined.getFirst().person());
        } finally {
            subjects.forEach(subject -> api.administrate("DELETE", "/nairl/users/" + subject, ""));
        }
    }

    @Test
    void noStepIsSkippedAndNoneIsTakenTwice() {
        ApiClient.Answer begun =
                api.as(SENDER, "POST", "/api/v1/requests", "{\"researcher\": \"minsu-cho\", \"mode\": \"ADVICE\"}");
        String id = begun.json().at("/request/id").asString();
        String version = "{\"version\": " + begun.json().at("/request/version").asInt() + "}";
        // a draft is nobody's to answer, not even its addressee's
        Map.of(
                        "accept", "{\"version\": 1}",
                        "ask", "{\"version\": 1, \"text\": \"?\"}",
                        "decline", "{\"version\": 1, \"reason\": \"OTHER\"}")
                .forEach((step, body) -> assertThat(
                                api.as(ADDRESSEE, "POST", "/api/v1/requests/" + id + "/" + step, body)
                                        .status())
                        .as(step)
                        .isEqualTo(404));
        // nor sent without words, nor answered by whoever sends it
        assertThat(api.as(SENDER, "POST", "/api/v1/requests/" + id + "/send", version)
                        .status())
                .isEqualTo(422);
        assertThat(api.as(SENDER, "POST", "/api/v1/requests/" + id + "/accept", version)
                        .status())
                .isIn(403, 409);
        assertThat(api.as(
                                SENDER,
                                "DELETE",
                                "/api/v1/requests/" + id + "?version="
                                        + begun.json().at("/request/version").asInt(),
                                "")
                        .status())
                .isEqualTo(204);
        String sent = sent();
        assertThat(api.as(SENDER, "POST", "/api/v1/requests/" + sent + "/send", "{\"version\": 2}")
                        .status())
                .isEqualTo(409);
        assertThat(api.as(SENDER, "POST", "/api/v1/requests/" + sent + "/withdraw", "{\"version\": 2}")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(ADDRESSEE, "POST", "/api/v1/requests/" + sent + "/accept", "{\"version\": 3}")
                        .status())
                .isEqualTo(409);
    }

    private static String sent() {
        ApiClient.Answer begun = api.as(
                SENDER, "POST", "/api/v1/requests", "{\"researcher\": \"minsu-cho\", \"mode\": \"JOINT_RESEARCH\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String id = begun.json().at("/request/id").asString();
        ApiClient.Answer saved = api.as(SENDER, "PUT", "/api/v1/requests/" + id, """
                {"title": "At once", "summary": "Many answers at once", "mode": "JOINT_RESEARCH", "version": %d,
                 "proposal": "We would like to measure together how far a model trained on public video carries over to patients at home."}""".formatted(
                        begun.json().at("/request/version").asInt()));
        ApiClient.Answer sent = api.as(
                SENDER,
                "POST",
                "/api/v1/requests/" + id + "/send",
                "{\"version\": " + saved.json().at("/request/version").asInt() + "}");
        assertThat(sent.json().at("/request/version").asInt()).as(sent.text()).isEqualTo(2);
        return id;
    }

    private static String keycloakId(Actor.Person person) throws SQLException {
        try (Connection all = platform.asSuperuser();
                PreparedStatement find =
                        all.prepareStatement("SELECT keycloak_id FROM platform.organisation WHERE id = ?")) {
            find.setObject(1, person.organisation().value());
            try (ResultSet row = find.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static int count(String sql, String id) throws SQLException {
        try (Connection all = platform.asSuperuser();
                PreparedStatement count = all.prepareStatement(sql)) {
            count.setObject(1, UUID.fromString(id));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Fifty that wait for one another and then begin together. */
    private static <T> List<T> atOnce(IntFunction<Callable<T>> work) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(MANY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Callable<T> one = work.apply(i);
                futures.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    return one.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}

package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API as a partner's program uses it. */
class ApiTest {

    private static final String PARTNER = "byunghoon.kim@everex.example";
    private static final String RESEARCHER = "minsu.cho@postech.example";

    private static final ApiClient API = ApiClient.get();

    @Test
    void pagesLeadToTheEndWithoutRepeatingAnything() {
        List<String> slugs = new ArrayList<>();
        String next = "";
        int pages = 0;
        do {
            JsonNode page = API.read(PARTNER, "/api/v1/researchers?limit=7" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .json();
            page.get("items").forEach(item -> slugs.add(item.get("slug").asString()));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(7);
            next = page.get("next").isNull() ? "" : page.get("next").asString();
            pages++;
            if (next.isEmpty()) {
                assertThat(slugs).hasSize(page.get("total").asInt());
            }
        } while (!next.isEmpty());
        assertThat(pages).isGreaterThan(2);
        assertThat(new HashSet<>(slugs)).hasSize(slugs.size()).contains("seungryong-kim");
    }

    @Test
    void aBadCursorAndABadLimitAreNamed() {
        assertProblem(API.read(PARTNER, "/api/v1/researchers?cursor=nonsense"), 422, "invalid", "cursor");
        assertProblem(API.read(PARTNER, "/api/v1/researchers?limit=101"), 422, "invalid", "limit");
        assertProblem(API.read(PARTNER, "/api/v1/researchers?limit=many"), 400, "invalid", "limit");
    }

    @Test
    void everybodySearchesInBothLanguagesAndByInitialConsonants() {
        for (String text : List.of("%EA%B9%80%EC%8A%B9%EB%A3%A1", "Seungryong", "%E3%84%B1%E3%85%85%E3%84%B9")) {
            assertThat(API.read(PARTNER, "/api/v1/researchers?text=" + text).text())
                    .as(text)
                    .contains("seungryong-kim");
        }
    }

    @Test
    void anInterestLivesFromDraftToClosed() {
        ApiClient.Answer created = API.as(PARTNER, "POST", "/api/v1/interests", """
                {"title": {"ko": "보행 분석", "en": "Gait analysis"}, "mode": "DATA", "horizonMonths": 6}""");
        assertThat(created.status()).isEqualTo(201);
        String id = created.json().get("id").asString();
        int version = created.json().get("version").asInt();
        assertThat(created.json().get("state").asString()).isEqualTo("DRAFT");

        ApiClient.Answer incomplete = command(id, "OPEN", version);
        assertThat(incomplete.status()).isEqualTo(409);
        assertThat(incomplete.json().get("code").asString()).isEqualTo("incomplete");
        assertThat(incomplete.text()).contains("NEED", "TOPIC");

        ApiClient.Answer written = API.as(PARTNER, "PUT", "/api/v1/interests/" + id, """
                {"title": {"ko": "보행 분석", "en": "Gait analysis"}, "mode": "DATA", "topics": ["pose-estimation"],
                 "need": {"en": "We film people walking and want to tell from the video where their gait changes."},
                 "subProjects": [3], "version": %d}""".formatted(version));
        assertThat(written.status()).isEqualTo(200);
        ApiClient.Answer stale = API.as(PARTNER, "PUT", "/api/v1/interests/" + id, """
                {"title": {"ko": "다른 제목"}, "mode": "DATA", "version": %d}""".formatted(version));
        assertProblem(stale, 409, "stale", "");

        ApiClient.Answer opened =
                command(id, "OPEN", written.json().get("version").asInt());
        assertThat(opened.json().get("state").asString()).isEqualTo("OPEN");
        assertThat(API.read(RESEARCHER, "/api/v1/interests/" + id).status()).isEqualTo(200);
        ApiClient.Answer closed =
                command(id, "CLOSE", opened.json().get("version").asInt());
        assertThat(closed.json().get("state").asString()).isEqualTo("CLOSED");
        assertThat(API.read(RESEARCHER, "/api/v1/interests/" + id).status()).isEqualTo(404);
    }

    @Test
    void ownerStateAndVersionCannotBeSmuggledIn() {
        ApiClient.Answer smuggled = API.as(PARTNER, "POST", "/api/v1/interests", """
                {"title": {"ko": "제목"}, "mode": "DATA", "state": "OPEN", "company": {"slug": "hanbit-robotics"}}""");
        assertThat(smuggled.status()).isEqualTo(400);
        assertThat(smuggled.json().get("code").asString()).isEqualTo("unreadable");
        assertThat(smuggled.json().get("field").asString()).isIn("state", "company");
    }

    @Test
    void aRequestGoesFromDraftToAccepted() {
        ApiClient.Answer begun = API.as(
                PARTNER, "POST", "/api/v1/requests", "{\"researcher\": \"minsu-cho\", \"mode\": \"JOINT_RESEARCH\"}");
        assertThat(begun.status()).isEqualTo(201);
        String id = begun.json().at("/request/id").asString();
        assertProblem(step(PARTNER, id, "send", version(begun), ""), 422, "invalid", "title");
        ApiClient.Answer saved = API.as(PARTNER, "PUT", "/api/v1/requests/" + id, """
                {"title": "Pose data", "summary": "Shared evaluation", "mode": "JOINT_RESEARCH", "version": %d,
                 "proposal": "We would like to measure together how far a model trained on public video carries over to patients at home."}""".formatted(version(begun)));
        ApiClient.Answer sent = step(PARTNER, id, "send", version(saved), "");
        assertThat(sent.json().at("/request/state").asString()).isEqualTo("SENT");
        assertThat(API.read("seungryong.kim@kaist.example", "/api/v1/requests/" + id)
                        .status())
                .isEqualTo(404);
        ApiClient.Answer accepted = step(RESEARCHER, id, "accept", version(sent), ", \"text\": \"With pleasure\"");
        assertThat(accepted.json().at("/request/state").asString()).isEqualTo("ACCEPTED");
        assertThat(API.read(PARTNER, "/api/v1/requests/" + id).text()).contains("With pleasure");
        assertThat(step(PARTNER, id, "withdraw", version(accepted), "").status())
                .isEqualTo(409);
    }

    @Test
    void matchesComeWithSharesThatSumUp() {
        JsonNode own = API.read(PARTNER, "/api/v1/interests/own").json();
        String open = "";
        for (JsonNode item : own.get("items")) {
            if (item.get("state").asString().equals("OPEN")) {
                open = item.get("id").asString();
            }
        }
        JsonNode matches =
                API.read(PARTNER, "/api/v1/interests/" + open + "/matches").json();
        assertThat(matches.get("matches").size()).isPositive();
        for (JsonNode match : matches.get("matches")) {
            double sum = 0;
            for (JsonNode share : match.get("shares")) {
                sum += share.get("part").asDouble();
            }
            assertThat(sum).isBetween(0.99, 1.01);
        }
    }

    @Test
    void storiesUpdatesAndSubProjectsAreThere() {
        assertThat(API.read(PARTNER, "/api/v1/stories?limit=3")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(3);
        assertThat(API.read(PARTNER, "/api/v1/stories/everex-rehabilitation").text())
                .contains("everex");
        assertThat(API.read(PARTNER, "/api/v1/sub-projects").json().size()).isEqualTo(3);
        assertThat(API.read(PARTNER, "/api/v1/updates").json().get("items").size())
                .isPositive();
        assertThat(API.as(PARTNER, "PUT", "/api/v1/follows/sub-projects/2", "").status())
                .isEqualTo(204);
        assertThat(API.read(PARTNER, "/api/v1/follows").text()).contains("\"number\":2");
        assertThat(API.as(PARTNER, "DELETE", "/api/v1/follows/sub-projects/2", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatIsNotThereOrNotUnderstoodIsAProblem() {
        assertProblem(API.read(PARTNER, "/api/v1/organisations/nobody"), 404, "not-found", "");
        assertProblem(API.read(PARTNER, "/api/v1/interests/not-an-id"), 404, "not-found", "");
        assertProblem(API.as(PARTNER, "PATCH", "/api/v1/interests", "{}"), 405, "http-405", "");
        assertProblem(API.read(PARTNER, "/api/v1/nothing-here"), 404, "", "");
        assertProblem(API.as(PARTNER, "POST", "/api/v1/interests", "{"), 400, "unreadable", "");
    }

    @Test
    void theDocumentDescribesEveryEndpointAndNothingElseOfTheActuatorIsOpen() {
        JsonNode document = API.call("", "GET", "/v3/api-docs", "").json();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(document.get("paths").propertyNames())
                .contains("/api/v1/interests/{id}/matches", "/api/v1/requests/{id}/accept")
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(document.findValues("parameters").stream()
                        .flatMap(JsonNode::valueStream)
                        .filter(parameter -> parameter.get("in").asString().equals("path")))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(
                                parameter.get("schema").get("type").asString())
                        .isIn("string", "integer"));
        assertThat(API.call("", "GET", "/actuator/health", "").status()).isEqualTo(200);
        assertThat(API.call("", "GET", "/actuator/health/liveness", "").status())
                .isEqualTo(200);
        assertThat(API.call("", "GET", "/actuator/health/readiness", "").status())
                .isEqualTo(200);
        for (String closed : List.of("/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator")) {
            assertThat(API.call("", "GET", closed, "").status()).as(closed).isNotEqualTo(200);
        }
    }

    private static ApiClient.Answer command(String id, String command, int version) {
        return API.as(
                PARTNER,
                "POST",
                "/api/v1/interests/" + id + "/commands",
                "{\"command\": \"%s\", \"version\": %d}".formatted(command, version));
    }

    private static ApiClient.Answer step(String email, String id, String step, int version, String more) {
        return API.as(
                email, "POST", "/api/v1/requests/" + id + "/" + step, "{\"version\": %d%s}".formatted(version, more));
    }

    private static int version(ApiClient.Answer answer) {
        return answer.json().at("/request/version").asInt();
    }

    private static void assertProblem(ApiClient.Answer answer, int status, String code, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("content-type").orElse(""))
                .startsWith("application/problem+json");
        if (!code.isEmpty()) {
            assertThat(answer.json().get("code").asString()).isEqualTo(code);
        }
        assertThat(answer.text()).contains(field);
    }
}

package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.core.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Calls every endpoint there is, found in Spring's own mapping, as everybody and as nobody, with a stranger's ids and with
 * ones that nobody has. An endpoint that declares no audience, or whose parameters this walk does not know, fails it.
 */
class ApiWalkTest {

    private static final String BASE = "/api/v1";

    /** A body that each writing endpoint can read. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /organisations/{slug}", """
                    {"name": {"ko": "이름"}, "country": "KR", "visibleToVisitors": true, "items": [], "version": 1}"""),
            Map.entry("POST /interests", interest("")),
            Map.entry("PUT /interests/{id}", interest(", \"version\": 0")),
            Map.entry("POST /interests/{id}/commands", "{\"command\": \"OPEN\", \"version\": 0}"),
            Map.entry("POST /requests", "{\"researcher\": \"minsu-cho\", \"mode\": \"ADVICE\"}"),
            Map.entry("PUT /requests/{id}", """
                    {"title": "t", "summary": "s", "proposal": "p", "mode": "ADVICE", "version": 0}"""),
            Map.entry("POST /requests/{id}/ask", "{\"text\": \"?\", \"version\": 1}"),
            Map.entry("POST /requests/{id}/answer", "{\"text\": \"!\", \"version\": 1}"),
            Map.entry("POST /requests/{id}/decline", "{\"reason\": \"OTHER\", \"version\": 1}"),
            Map.entry("POST /updates", """
                    {"title": {"ko": "제목"}, "body": {"ko": "본문"}, "audience": "MEMBERS"}"""),
            Map.entry("PUT /updates/{id}", """
                    {"title": {"ko": "제목"}, "body": {"ko": "본문"}, "audience": "MEMBERS", "version": 0}"""));

    private static ApiClient api;
    private static List<Endpoint> endpoints;

    private record Endpoint(
            String method, String path, @Nullable Reach reach) {

        String name() {
            return method + " " + path.substring(BASE.length());
        }

        boolean reads() {
            return method.equals("GET");
        }

        boolean isReachedBy(Actor.Person person) {
            return reach != null && (reach.value().length == 0 || person.hasAny(reach.value()));
        }

        String body() {
            return reads() || method.equals("DELETE") ? "" : BODIES.getOrDefault(name(), "{\"version\": 1}");
        }

        /** The address with ids of the planted secrets, or with ones that nobody has. */
        String address(boolean planted) {
            Canaries canaries = Canaries.planted();
            String kind = path.split("/")[3];
            String id = switch (kind) {
                case "interests" -> canaries.draft().toString();
                case "requests" -> canaries.sentRequest().toString();
                case "updates" -> UUID.randomUUID().toString();
                case "organisations", "researchers", "sub-projects", "follows", "stories", "issues" -> "";
                default -> throw new AssertionError("the walk knows no parameters for " + path);
            };
            String address = path.replace(
                            "{id}", planted ? id : UUID.randomUUID().toString())
                    .replace("{number}", planted ? "3" : "99")
                    .replace(
                            "{slug}",
                            !planted
                                    ? "nobody-has-this"
                                    : switch (kind) {
                                        case "organisations" -> "hanbit-robotics";
                                        case "stories" -> "everex-rehabilitation";
                                        default -> "seungryong-kim";
                                    });
            return method.equals("DELETE") && !path.contains("follows") ? address + "?version=1" : address;
        }
    }

    @BeforeAll
    static void find() {
        Canaries.planted();
        api = ApiClient.get();
        endpoints = RunningPlatform.get()
                .application()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("kr.nairl.platform.api"))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(path -> new Endpoint(
                                        method, path, entry.getValue().getMethodAnnotation(Reach.class)))))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(30);
    }

    @Test
    void everyEndpointDeclaresItsAudience() {
        assertThat(endpoints).allSatisfy(endpoint -> {
            assertThat(endpoint.path()).startsWith(BASE);
            assertThat(endpoint.reach()).as(endpoint.name()).isNotNull();
        });
    }

    @Test
    void nobodyGetsInWithoutATokenMadeForTheApi() {
        String foreign = api.token("byunghoon.kim@everex.example", ApiClient.FOREIGN);
        String good = api.token("byunghoon.kim@everex.example", ApiClient.OURS);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        for (Endpoint endpoint : endpoints) {
            for (String token : List.of("", "garbage", foreign, forged)) {
                ApiClient.Answer answer = api.call(token, endpoint.method(), endpoint.address(true), endpoint.body());
                assertThat(answer.status()).as(endpoint.name()).isEqualTo(401);
                assertThat(answer.text()).contains("token-needed").doesNotContain(Canaries.PRIVATE);
                assertThat(answer.response().headers().firstValue("set-cookie")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "byunghoon.kim@everex.example",
                "minsu.cho@postech.example",
                Canaries.MANAGER,
                "editor@nairl.example"
            })
    void aStrangersIdIsAsAbsentAsOneThatNobodyHas(String email) {
        Actor.Person person = RunningPlatform.get().actor(email);
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.isReachedBy(person)) {
                ApiClient.Answer refused = api.as(email, endpoint.method(), endpoint.address(true), endpoint.body());
                assertThat(refused.status())
                        .as("%s: %s", email, endpoint.name())
                        .isEqualTo(403);
                continue;
            }
            boolean theirs = Stream.of("interests", "requests").anyMatch(endpoint.path()::contains)
                    && endpoint.path().contains("{id}");
            boolean managersView =
                    email.equals(Canaries.MANAGER) && endpoint.path().contains("/requests/");
            if (!theirs) {
                if (endpoint.reads()) {
                    Canaries.mustNotLeak(api.read(email, endpoint.address(true)).text(), email, endpoint.name());
                }
                continue;
            }
            ApiClient.Answer stranger = api.as(email, endpoint.method(), endpoint.address(true), endpoint.body());
            ApiClient.Answer nobody = api.as(email, endpoint.method(), endpoint.address(false), endpoint.body());
            Canaries.mustNotLeak(stranger.text(), email, endpoint.name());
            assertThat(nobody.status()).as("%s: %s", email, endpoint.name()).isEqualTo(404);
            if (!managersView) {
                assertThat(stranger.status())
                        .as("%s: %s", email, endpoint.name())
                        .isEqualTo(404);
                assertThat(withoutAddress(stranger)).isEqualTo(withoutAddress(nobody));
            }
        }
    }

    @Test
    void theOwnerFindsEveryCanary() {
        StringBuilder seen = new StringBuilder();
        endpoints.stream()
                .filter(Endpoint::reads)
                .filter(endpoint -> endpoint.isReachedBy(RunningPlatform.get().actor(Canaries.OWNER)))
                .forEach(endpoint -> seen.append(
                        api.read(Canaries.OWNER, endpoint.address(true)).text()));
        assertThat(seen).contains(Canaries.PRIVATE, Canaries.CONFIDENTIAL, Canaries.SUMMARY, Canaries.GUARDED);
    }

    /** The interest is everybody's who is signed in, some of its parts are not yet. */
    @ParameterizedTest
    @ValueSource(
            strings = {"byunghoon.kim@everex.example", "minsu.cho@postech.example", Canaries.ADDRESSEE, Canaries.MANAGER
            })
    void whatIsNarrowerThanItsInterestIsNotGivenWithIt(String email) {
        String address = BASE + "/interests/" + Canaries.planted().narrowed();
        assertThat(api.read(Canaries.OWNER, address).text()).contains(Canaries.GUARDED, "UNDER_50M");
        assertThat(api.read(email, address).text())
                .contains("나누어 공개하는 관심사", "UNDECIDED")
                .doesNotContain(Canaries.GUARDED, "UNDER_50M", "ACCEPTED", "NDA");
    }

    private static String withoutAddress(ApiClient.Answer answer) {
        return answer.text().replaceAll("\"instance\":\"[^\"]*\",?", "");
    }

    private static String interest(String more) {
        return "{\"title\": {\"ko\": \"제목\"}, \"mode\": \"DATA\"" + more + "}";
    }
}

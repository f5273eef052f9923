package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls every endpoint there is, found in Spring's own mapping, as everybody and as nobody, with a stranger's ids and with
 * ones that nobody has. An endpoint that declares no audience, or whose parameters this walk does not know, fails it.
 */
class ApiWalkTest {

    private static ApiClient api;
    private static List<ApiEndpoint> endpoints;

    @BeforeAll
    static void find() {
        Canaries.planted();
        api = ApiClient.get();
        endpoints = ApiEndpoint.all();
        assertThat(endpoints).hasSizeGreaterThan(30);
    }

    @Test
    void everyEndpointDeclaresItsAudience() {
        assertThat(endpoints).allSatisfy(endpoint -> {
            assertThat(endpoint.path()).startsWith(ApiEndpoint.BASE);
            assertThat(endpoint.reach()).as(endpoint.name()).isNotNull();
        });
    }

    @Test
    void nobodyGetsInWithoutATokenMadeForTheApi() {
        String foreign = api.token("byunghoon.kim@everex.example", ApiClient.FOREIGN);
        String good = api.token("byunghoon.kim@everex.example", ApiClient.OURS);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        for (ApiEndpoint endpoint : endpoints) {
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
        for (ApiEndpoint endpoint : endpoints) {
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
                .filter(ApiEndpoint::reads)
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
        String address = ApiEndpoint.BASE + "/interests/" + Canaries.planted().narrowed();
        assertThat(api.read(Canaries.OWNER, address).text()).contains(Canaries.GUARDED, "UNDER_50M");
        assertThat(api.read(email, address).text())
                .contains("나누어 공개하는 관심사", "UNDECIDED")
                .doesNotContain(Canaries.GUARDED, "UNDER_50M", "ACCEPTED", "NDA");
    }

    private static String withoutAddress(ApiClient.Answer answer) {
        return answer.text().replaceAll("\"instance\":\"[^\"]*\",?", "");
    }
}

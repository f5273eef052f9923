package kr.nairl.platform.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import kr.nairl.platform.api.Undeclared;
import kr.nairl.platform.app.ApiClient;
import kr.nairl.platform.app.Canaries;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** ASVS V8: everything that answers says to whom, and keeps to it whoever asks and by whichever door. */
class V8AuthorizationTest {

    private static final String COLLEAGUE = "hyungjin.chung@everex.example";

    private static RunningPlatform platform;

    @BeforeAll
    static void plant() {
        platform = RunningPlatform.get();
        Canaries.planted();
    }

    @Test
    void everythingThatAnswersDeclaresItsAudience() {
        assertThat(Place.names(Surface.undeclared())).isEmpty();
        assertThat(Surface.places())
                .extracting(Place::kind)
                .contains(Place.Kind.ROUTE, Place.Kind.HANDLER, Place.Kind.MAPPING, Place.Kind.SERVLET);
        assertThat(Surface.places())
                .extracting(Place::pattern)
                .contains("/requests/:id", "/api/v1/requests/{id}/accept", "/exports/ties.csv", "/logos/{id}");
    }

    /** The day it appears: each kind is added to the running platform, found without an audience, and taken away. */
    @Test
    void whatIsNewAndDeclaresNothingIsFoundAtOnce() throws NoSuchMethodException {
        ApplicationRouteRegistry routes =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(Surface.servletContext()));
        RequestMappingHandlerMapping handlers =
                platform.application().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo endpoint = RequestMappingInfo.paths("/api/v1/undeclared")
                .methods(RequestMethod.GET)
                .options(handlers.getBuilderConfiguration())
                .build();
        RequestMappingInfo page = RequestMappingInfo.paths("/exports/undeclared.csv")
                .methods(RequestMethod.GET)
                .options(handlers.getBuilderConfiguration())
                .build();
        routes.setRoute("undeclared", NewView.class, List.of());
        handlers.registerMapping(endpoint, new Undeclared(), Undeclared.class.getMethod("answer"));
        handlers.registerMapping(page, new Undeclared(), Undeclared.class.getMethod("answer"));
        try {
            assertThat(Place.names(Surface.undeclared()))
                    .containsExactlyInAnyOrder(
                            "ROUTE GET /undeclared",
                            "HANDLER GET /api/v1/undeclared",
                            "HANDLER GET /exports/undeclared.csv");
            // and until somebody declares it, nobody reaches it
            String token = ApiClient.get().token(Canaries.OWNER, ApiClient.OURS);
            assertThat(ApiClient.get()
                            .call(token, "GET", "/api/v1/undeclared", "")
                            .status())
                    .isEqualTo(403);
            assertThat(new PlainVisit().get("/exports/undeclared.csv").statusCode())
                    .isEqualTo(302);
        } finally {
            routes.removeRoute("undeclared");
            handlers.unregisterMapping(endpoint);
            handlers.unregisterMapping(page);
        }
    }

    /** Sign-in, sign-out and their like are answered by filters, which have no mapping to be found in. */
    @Test
    void everyFilterThatMayAnswerIsKnown() {
        assertThat(platform.bean(FilterChainProxy.class).getFilterChains().stream()
                        .flatMap(chain -> chain.getFilters().stream())
                        .map(filter -> filter.getClass().getSimpleName())
                        .distinct())
                .isSubsetOf(
                        // answer at addresses of their own, walked in V7SessionTest
                        "OAuth2AuthorizationRequestRedirectFilter",
                        "OAuth2LoginAuthenticationFilter",
                        "OAuth2AuthorizationCodeGrantFilter",
                        "LogoutFilter",
                        "OidcBackChannelLogoutFilter",
                        "BearerTokenAuthenticationFilter",
                        "OAuth2ProtectedResourceMetadataFilter",
                        // only refuse
                        "PushDoor",
                        "RequestLimit",
                        // only look
                        "SessionAgeLimit",
                        "DisableEncodeUrlFilter",
                        "WebAsyncManagerIntegrationFilter",
                        "SecurityContextHolderFilter",
                        "HeaderWriterFilter",
                        "CsrfFilter",
                        "RequestCacheAwareFilter",
                        "SecurityContextHolderAwareRequestFilter",
                        "AnonymousAuthenticationFilter",
                        "SessionManagementFilter",
                        "ExceptionTranslationFilter",
                        "AuthorizationFilter");
    }

    @Test
    void whoeverIsSignedOutComesInByTheOpenDoorOnly() {
        String login = "/oauth2/authorization/keycloak";
        for (Place place : Surface.places()) {
            Audience audience = place.audience();
            if (!place.reads() || audience == null) {
                continue;
            }
            HttpResponse<String> answer = new PlainVisit().get(place.address());
            Canaries.mustNotLeak(answer.body() + answer.headers(), "nobody", place.toString());
            switch (audience.door()) {
                case OPEN ->
                    assertThat(answer.headers().firstValue("location").orElse(""))
                            .as("%s", place)
                            .doesNotContain(login);
                case SESSION -> {
                    assertThat(answer.statusCode()).as("%s", place).isEqualTo(302);
                    assertThat(answer.headers().firstValue("location").orElse(""))
                            .as("%s", place)
                            .endsWith(login);
                }
                case TOKEN -> assertThat(answer.statusCode()).as("%s", place).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Canaries.OWNER,
                "byunghoon.kim@everex.example",
                COLLEAGUE,
                "minsu.cho@postech.example",
                Canaries.MANAGER,
                "editor@nairl.example"
            })
    void exportsFilesAndProofsAreForThoseTheyNameAlone(String email) {
        Actor.Person person = platform.actor(email);
        for (Place place : Surface.through(Audience.Door.SESSION)) {
            Audience audience = place.audience();
            if (place.kind() != Place.Kind.HANDLER || audience == null) {
                continue;
            }
            HttpResponse<String> answer = PlainVisit.of(email).get(place.address());
            if (!email.equals(Canaries.OWNER)) {
                Canaries.mustNotLeak(answer.body(), email, place.toString());
            }
            boolean refused = answer.statusCode() == 403 || answer.statusCode() == 404;
            if (!audience.includes(person)) {
                assertThat(answer.statusCode()).as("%s: %s", email, place).isIn(403, 404);
            } else if (!place.pattern().contains("{")) {
                // with a parameter it is an id that nobody has
                assertThat(refused)
                        .as("%s: %s %s", email, place, answer.statusCode())
                        .isFalse();
            }
        }
    }

    @Test
    void eachDoorTakesItsOwnKeyOnly() {
        String token = ApiClient.get().token(Canaries.OWNER, ApiClient.OURS);
        PlainVisit signedIn = PlainVisit.of(Canaries.OWNER);
        for (Place place : Surface.places()) {
            Audience audience = place.audience();
            if (!place.reads() || audience == null) {
                continue;
            }
            String address = place.address();
            if (audience.door() == Audience.Door.TOKEN) {
                assertThat(signedIn.get(address).statusCode()).as("%s", place).isEqualTo(401);
                // nor one that stands in logs and histories
                assertThat(new PlainVisit()
                                .get(address + "?access_token=" + token)
                                .statusCode())
                        .as("%s", place)
                        .isEqualTo(401);
            } else if (audience.door() == Audience.Door.SESSION) {
                PlainVisit visit = new PlainVisit();
                HttpResponse<String> answer =
                        visit.send(visit.request(address).header("Authorization", "Bearer " + token));
                assertThat(answer.statusCode()).as("%s", place).isEqualTo(302);
            }
        }
    }

    /** Whoever is removed keeps an open session and a token that has not expired; neither opens anything any more. */
    @Test
    void aRemovedMemberIsOutByEveryDoor() throws SQLException {
        Actor.Person colleague = platform.actor(COLLEAGUE);
        PlainVisit visit = new PlainVisit().signIn(COLLEAGUE);
        String token = ApiClient.get().token(COLLEAGUE, ApiClient.OURS);
        assertThat(ApiClient.get()
                        .call(token, "GET", "/api/v1/interests/own", "")
                        .status())
                .isEqualTo(200);
        platform.membership(colleague, "REMOVED");
        try {
            for (Place place : Surface.through(Audience.Door.TOKEN)) {
                ApiClient.Answer answer = ApiClient.get().call(token, place.method(), place.address(), "");
                assertThat(answer.status()).as("%s", place).isEqualTo(401);
            }
            for (Place place : Surface.through(Audience.Door.SESSION)) {
                if (place.kind() == Place.Kind.HANDLER) {
                    HttpResponse<String> answer = visit.get(place.address());
                    // their own data stays theirs
                    if (!place.pattern().equals("/exports/my-data.json")) {
                        assertThat(answer.statusCode()).as("%s", place).isIn(403, 404);
                        assertThat(answer.body()).as("%s", place).doesNotContain("EverEx", "에버엑스");
                    }
                }
            }
        } finally {
            platform.membership(colleague, "ACTIVE");
        }
    }

    /** A view that says nothing of its audience. */
    public static final class NewView extends Div {}
}

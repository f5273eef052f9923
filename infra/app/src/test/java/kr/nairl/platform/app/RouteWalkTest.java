package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.FeedItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/**
 * Opens every route there is, found in Vaadin's own registry, as everybody: with ids of things that they may see, with a
 * stranger's, and with ones that nobody has. One company's secrets carry words that occur nowhere else; they must be on
 * their owner's pages and on nobody else's. A route with a parameter that this walk does not know fails it.
 */
class RouteWalkTest {

    /** A page with its frame stays below this many statements, however long its lists are. */
    private static final int MOST_STATEMENTS = 20;

    private static RunningPlatform platform;
    private static Browser browser;
    private static StatementLog statements;
    private static List<Way> routes;
    private static Canaries planted;

    @BeforeAll
    static void plant() {
        platform = RunningPlatform.get();
        browser = new Browser();
        statements = StatementLog.of(platform);
        routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(
                        ((ServletWebServerApplicationContext) platform.application()).getServletContext()))
                .getRegisteredRoutes()
                .stream()
                .flatMap(RouteWalkTest::ways)
                .toList();
        assertThat(routes).extracting(Way::template).contains("requests", "interests/:id/edit");
        planted = Canaries.planted();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void theOwnerFindsEveryCanary() {
        StringBuilder seen = new StringBuilder();
        try (Browser.Visit owner = browser.visit("ko-KR").signIn(Canaries.OWNER)) {
            for (Way route : routes) {
                for (String address : addresses(route, Ids.PLANTED, platform.actor(Canaries.OWNER))) {
                    seen.append(everything(owner, address));
                }
            }
        }
        assertThat(seen).contains(Canaries.PRIVATE, Canaries.CONFIDENTIAL, Canaries.SUMMARY, Canaries.GUARDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "byunghoon.kim@everex.example",
                "minsu.cho@postech.example",
                Canaries.ADDRESSEE,
                Canaries.MANAGER,
                "editor@nairl.example"
            })
    void nobodyElseDoes(String email) {
        Actor.Person actor = platform.actor(email);
        Map<String, Integer> counts = new TreeMap<>();
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(email)) {
            for (Way route : routes) {
                boolean allowed = isAllowed(route.target(), actor);
                for (String address : addresses(route, Ids.OWN, actor)) {
                    statements.clear();
                    String text = everything(visit, address);
                    counts.merge(route.template(), statements.statements().size(), Math::max);
                    Canaries.mustNotLeak(text, email, address);
                    assertThat(isErrorPage(visit))
                            .as("%s opens %s", email, address)
                            .isEqualTo(!allowed);
                }
                List<String> strangers = new ArrayList<>();
                for (String address : foreign(route, actor)) {
                    Canaries.mustNotLeak(everything(visit, address), email, address);
                    if (!isOpenToMembers(route, address)) {
                        strangers.add(visit.text());
                    }
                }
                if (allowed && isOfOneOrganisation(route.template(), email)) {
                    String nobody =
                            main(visit, addresses(route, Ids.NOBODYS, actor).getFirst());
                    assertThat(strangers)
                            .as("%s: %s", email, route.template())
                            .isNotEmpty()
                            .containsOnly(nobody);
                }
            }
        }
        System.out.println("Statements of " + email + ": " + counts);
        assertThat(counts)
                .allSatisfy((route, count) -> assertThat(count)
                        .as("statements of %s for %s", route, email)
                        .isLessThanOrEqualTo(MOST_STATEMENTS));
    }

    /** All others ask them to sign in: {@code V8AuthorizationTest} opens each without a session. */
    @Test
    void whoeverIsSignedOutFindsNothingOnTheOpenPages() {
        Actor.Person owner = platform.actor(Canaries.OWNER);
        List<Way> open = routes.stream()
                .filter(route -> route.target().isAnnotationPresent(AnonymousAllowed.class))
                .toList();
        assertThat(open).isNotEmpty();
        try (Browser.Visit visit = browser.visit("ko-KR")) {
            for (Way route : open) {
                for (String address : addresses(route, Ids.PLANTED, owner)) {
                    visit.open(address);
                    Canaries.mustNotLeak(visit.page().content(), "nobody", address);
                }
            }
        }
    }

    @Test
    void aRemovedMemberIsOutAtTheNextClick() throws SQLException {
        String email = "hyungjin.chung@everex.example";
        Actor.Person person = platform.actor(email);
        try (Browser.Visit visit = browser.visit("ko-KR").signIn(email)) {
            visit.open("/requests").settled();
            assertThat(isErrorPage(visit)).isFalse();
            String before = main(visit, "/requests");
            assertThat(before).contains("에버엑스");
            platform.membership(person, "REMOVED");
            try {
                assertThat(main(visit, "/requests")).contains("이용 권한이 바뀌었습니다").doesNotContain("에버엑스");
                assertThat(main(visit, "/home")).contains("아직 속한 기관이 없습니다").doesNotContain("에버엑스 →");
                assertThat(main(visit, "/requests")).doesNotContain("에버엑스 →");
            } finally {
                platform.membership(person, "ACTIVE");
            }
        }
    }

    private static boolean isOfOneOrganisation(String template, String email) {
        boolean request = template.startsWith("requests/:");
        boolean party = email.equals(Canaries.ADDRESSEE) || email.equals(Canaries.MANAGER);
        return (request && !party) || template.startsWith("interests/:");
    }

    private static boolean isAllowed(Class<? extends Component> view, Actor.Person actor) {
        RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
        if (roles == null) {
            return view.isAnnotationPresent(PermitAll.class) || view.isAnnotationPresent(AnonymousAllowed.class);
        }
        return Arrays.stream(roles.value())
                .anyMatch(role -> actor.roles().stream()
                        .map(Enum::name)
                        .collect(Collectors.toSet())
                        .contains(role));
    }

    /** One template that leads to a page: its route's own or an alias. */
    private record Way(String template, Class<? extends Component> target) {}

    private static Stream<Way> ways(RouteData route) {
        return Stream.concat(
                Stream.of(new Way(route.getTemplate(), route.getNavigationTarget())),
                route.getRouteAliases().stream()
                        .map(alias -> new Way(alias.getTemplate(), alias.getNavigationTarget())));
    }

    private enum Ids {
        OWN,
        PLANTED,
        NOBODYS
    }

    /** The addresses of a route with such ids; one without parameters has one address, for {@link Ids#OWN}. */
    private static List<String> addresses(Way route, Ids ids, Actor.Person actor) {
        String template = route.template();
        if (!template.contains(":")) {
            return ids == Ids.NOBODYS ? List.of() : List.of("/" + template);
        }
        return values(template, ids, actor).stream()
                .map(value -> "/" + template.replaceAll(":[^/]+", value))
                .toList();
    }

    /** The interest that is open and only narrower in parts: its page is there, without those. */
    private static boolean isOpenToMembers(Way route, String address) {
        return route.template().equals("interests/:id")
                && address.endsWith(Canaries.planted().narrowed().toString());
    }

    /** What is another's about a route, beyond what the actor has there; a page without parameters is one page. */
    private static List<String> foreign(Way route, Actor.Person actor) {
        List<String> own = addresses(route, Ids.OWN, actor);
        return addresses(route, Ids.PLANTED, actor).stream()
                .filter(address -> !own.contains(address))
                .toList();
    }

    private static List<String> values(String template, Ids ids, Actor.Person actor) {
        String first = template.split("/", 2)[0];
        String kind = first.equals("editor") || first.equals("research") ? template.split("/")[1] : first;
        if (ids == Ids.OWN && kind.equals("updates") && template.endsWith("/edit") && actor.has(Role.RESEARCHER)) {
            return posted(actor).stream().toList();
        }
        return switch (ids) {
            case NOBODYS ->
                switch (kind) {
                    case "partners", "researchers", "glossary" -> List.of("nobody-has-this");
                    case "sub-projects" -> List.of("99");
                    default -> List.of(UUID.randomUUID().toString());
                };
            case PLANTED ->
                switch (kind) {
                    case "requests" ->
                        List.of(
                                planted.draftRequest().toString(),
                                planted.sentRequest().toString());
                    case "interests" ->
                        List.of(planted.draft().toString(), planted.narrowed().toString());
                    case "partners" -> List.of("hanbit-robotics");
                    default -> own(kind, actor).stream().toList();
                };
            case OWN -> own(kind, actor).stream().toList();
        };
    }

    /** An update that the actor wrote and so may edit. */
    private static Optional<String> posted(Actor.Person actor) {
        return platform.bean(Feed.class).page(actor, FeedFilter.EVERYTHING, PageRequest.first(100)).items().stream()
                .filter(FeedItem::own)
                .findFirst()
                .map(item -> item.id().toString());
    }

    private static Optional<String> own(String kind, Actor.Person actor) {
        PageRequest one = PageRequest.first(1);
        return switch (kind) {
            case "requests" ->
                !actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER, Role.LAB_MANAGER)
                        ? Optional.of(planted.sentRequest().toString())
                        : platform.bean(RequestBox.class).mine(actor, RequestFilter.ALL, one).items().stream()
                                .findFirst()
                                .map(row -> row.id().toString());
            case "interests" ->
                (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)
                                ? platform.bean(InterestDirectory.class).own(actor, null, one)
                                : platform.bean(InterestDirectory.class).search(actor, InterestFilter.ALL, one))
                        .items().stream().findFirst().map(card -> card.id().toString());
            case "updates" ->
                platform.bean(Feed.class).page(actor, FeedFilter.EVERYTHING, one).items().stream()
                        .findFirst()
                        .map(item -> item.id().toString());
            case "issues" ->
                platform.bean(EditorialDesk.class).issues(platform.actor("editor@nairl.example")).stream()
                        .findFirst()
                        .map(issue -> issue.id().toString());
            case "stories" -> {
                Actor.Person editor = platform.actor("editor@nairl.example");
                EditorialDesk desk = platform.bean(EditorialDesk.class);
                yield desk.issues(editor).stream()
                        .flatMap(issue -> desk.issue(editor, issue.id()).stories().stream())
                        .findFirst()
                        .map(story -> story.id().toString());
            }
            case "partners" -> Optional.of("everex");
            case "researchers" -> Optional.of("seungryong-kim");
            case "results" ->
                actor.has(Role.RESEARCHER)
                        ? platform.bean(ResearcherDesk.class).own(actor).results().stream()
                                .findFirst()
                                .map(result -> result.id().toString())
                        : Optional.of(UUID.randomUUID().toString());
            case "sub-projects" -> Optional.of("3");
            case "glossary" -> Optional.of("artificial-intelligence");
            case "join" -> Optional.of("no-such-invitation");
            case "applications" -> Optional.of(planted.application().toString());
            default -> throw new AssertionError("the walk knows no parameters for " + kind);
        };
    }

    private static boolean isErrorPage(Browser.Visit visit) {
        return visit.page().locator(".error-page").count() > 0;
    }

    private static String main(Browser.Visit visit, String address) {
        visit.begin(address).loaded();
        return visit.page().locator("body").innerText();
    }

    /** Markup, text and what fields hold. */
    private static String everything(Browser.Visit visit, String address) {
        visit.begin(address).loaded();
        return visit.page().content()
                + visit.page()
                        .evaluate("() => [...document.querySelectorAll('*')]"
                                + ".map(e => typeof e.value === 'string' ? e.value : '').join('\\n')");
    }
}

package kr.nairl.platform.app.hostile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.app.RunningPlatform;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * All that answers, found where the running platform itself keeps it: Vaadin's routes, every mapping of Spring's, and the
 * container's servlets. A view says by its annotation whom it is for, an endpoint by its {@link Reach}; what has no place
 * for such a word is declared here.
 */
final class Surface {

    /**
     * Pages for readers, exports, files and what the frameworks bring along. One that is missing here has no audience, and
     * a test fails.
     */
    private static final Map<String, Audience> DECLARED = Map.ofEntries(
            // what readers see
            Map.entry("/{lang:ko|en}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/**", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/partners", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/partners/{slug}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/researchers", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/researchers/{slug}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/sub-projects", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/sub-projects/{number:[0-9]{1,2}}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/events", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/events/{slug}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/letter", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/letter/feed.xml", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/letter/issues", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/letter/issues/{slug}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/letter/{story}", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/impact", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/match-quality", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/privacy", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/become-a-partner", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/become-a-partner/sent", Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/become-a-partner/{token:[A-Za-z0-9_-]{43}}", Audience.EVERYONE),
            Map.entry(
                    "/{lang:ko|en}/become-a-partner/{token:[A-Za-z0-9_-]{43}}/{step:confirm|answer|withdraw}",
                    Audience.EVERYONE),
            Map.entry("/{lang:ko|en}/domain/{token:[A-Za-z0-9_-]{43}}", Audience.EVERYONE),
            Map.entry("/letter", Audience.EVERYONE),
            Map.entry("/letter/{story:[a-z0-9-]+}", Audience.EVERYONE),
            Map.entry("/sitemap.xml", Audience.EVERYONE),
            Map.entry("/robots.txt", Audience.EVERYONE),
            Map.entry("/reader/brand.css", Audience.EVERYONE),
            // what is taken along, and files
            Map.entry("/exports/ties.csv", Audience.signedIn(Role.LAB_MANAGER)),
            Map.entry("/exports/audit.csv", Audience.signedIn(Role.LAB_MANAGER, Role.ADMINISTRATOR)),
            Map.entry("/exports/my-data.json", Audience.SIGNED_IN),
            Map.entry("/exports/glossary.tsv", Audience.SIGNED_IN),
            Map.entry("/exports/glossary.ttl", Audience.SIGNED_IN),
            Map.entry("/exports/access-ledger.csv", Audience.signedIn(Role.LAB_MANAGER, Role.ADMINISTRATOR)),
            Map.entry("/logos/{id}", Audience.SIGNED_IN),
            Map.entry("/proofs/{lang:ko|en}/{id}", Audience.signedIn(Role.LAB_MANAGER, Role.EDITOR)),
            // the API's description, which every partner's programmer may read
            Map.entry("/v3/api-docs", Audience.EVERYONE),
            Map.entry("/v3/api-docs.yaml", Audience.EVERYONE),
            Map.entry("/v3/api-docs/swagger-config", Audience.EVERYONE),
            Map.entry("/swagger-ui.html", Audience.EVERYONE),
            Map.entry("/swagger-ui/**", Audience.EVERYONE),
            Map.entry("/swagger-ui/*index.html", Audience.EVERYONE),
            Map.entry("/swagger-ui/*swagger-initializer.js", Audience.EVERYONE),
            Map.entry("/webjars/*swagger-ui/**", Audience.EVERYONE),
            Map.entry("/webjars/*swagger-ui/*index.html", Audience.EVERYONE),
            Map.entry("/webjars/*swagger-ui/*swagger-initializer.js", Audience.EVERYONE),
            Map.entry("/webjars/*swagger-ui/{version}/*index.html", Audience.EVERYONE),
            Map.entry("/webjars/*swagger-ui/{version}/*swagger-initializer.js", Audience.EVERYONE),
            // what nothing else answers, faults, and whether we are well
            Map.entry("/api/**", Audience.TOKEN),
            Map.entry("/error", Audience.EVERYONE),
            Map.entry("/actuator/health", Audience.EVERYONE),
            Map.entry("/actuator/health/**", Audience.EVERYONE),
            // styles, fonts, scripts: no words of anybody
            Map.entry("/webjars/**", Audience.EVERYONE),
            Map.entry("/**", Audience.SIGNED_IN),
            // Vaadin: the shell is the same for all, each view decides; its requests carry a key of their own
            Map.entry("/VAADIN/*", Audience.EVERYONE),
            Map.entry("/vaadinServlet/*", Audience.SIGNED_IN));

    private Surface() {}

    /** All of it, as it is now. */
    static List<Place> places() {
        return Stream.of(routes(), handlers(), mappings(), servlets())
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    /** What answers and does not say to whom. */
    static List<Place> undeclared() {
        return places().stream().filter(place -> place.audience() == null).toList();
    }

    /** What does, in an order of no meaning. */
    static List<Place> through(Audience.Door door) {
        return places().stream()
                .filter(place -> place.audience() != null && place.audience().door() == door)
                .toList();
    }

    static Stream<Place> routes() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext()))
                .getRegisteredRoutes()
                .stream()
                .flatMap(Surface::ways);
    }

    private static Stream<Place> ways(RouteData route) {
        return Stream.concat(
                        Stream.of(route.getTemplate()),
                        route.getRouteAliases().stream().map(alias -> alias.getTemplate()))
                .map(template ->
                        new Place(Place.Kind.ROUTE, "GET", "/" + template, ofView(route.getNavigationTarget())));
    }

    private static @Nullable Audience ofView(Class<? extends Component> view) {
        RolesAllowed roles = view.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return new Audience(
                    Audience.Door.SESSION,
                    Arrays.stream(roles.value()).map(Role::valueOf).collect(Collectors.toSet()));
        }
        if (view.isAnnotationPresent(PermitAll.class)) {
            return Audience.SIGNED_IN;
        }
        return view.isAnnotationPresent(AnonymousAllowed.class) ? Audience.EVERYONE : null;
    }

    private static Stream<Place> handlers() {
        return application().getBeansOfType(AbstractHandlerMethodMapping.class).values().stream()
                .flatMap(mapping -> ((Map<?, ?>) mapping.getHandlerMethods())
                        .entrySet().stream().flatMap(entry -> ofHandler(entry.getKey(), entry.getValue())));
    }

    private static Stream<Place> ofHandler(Object key, @Nullable Object value) {
        if (!(key instanceof RequestMappingInfo info) || !(value instanceof HandlerMethod handler)) {
            throw new AssertionError("a mapping that the walk cannot read: " + key);
        }
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET", "POST")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream()
                        .map(method -> new Place(Place.Kind.HANDLER, method, pattern, audience(pattern, handler))));
    }

    private static @Nullable Audience audience(String pattern, HandlerMethod handler) {
        if (!pattern.startsWith("/api/")) {
            return DECLARED.get(pattern);
        }
        Reach reach = handler.getMethodAnnotation(Reach.class);
        return reach == null ? null : new Audience(Audience.Door.TOKEN, Set.of(reach.value()));
    }

    private static Stream<Place> mappings() {
        return application().getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> new Place(
                        Place.Kind.MAPPING,
                        "GET",
                        pattern,
                        DECLARED.get(pattern.replaceAll("/\\d+\\.\\d+\\.\\d+/", "/{version}/"))));
    }

    private static Stream<Place> servlets() {
        return servletContext().getServletRegistrations().values().stream()
                .filter(servlet -> !"dispatcherServlet".equals(servlet.getName()))
                .map(ServletRegistration::getMappings)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .map(pattern -> new Place(Place.Kind.SERVLET, "GET", pattern, DECLARED.get(pattern)));
    }

    static ServletContext servletContext() {
        return Objects.requireNonNull(application().getServletContext());
    }

    static ServletWebServerApplicationContext application() {
        return (ServletWebServerApplicationContext) RunningPlatform.get().application();
    }
}

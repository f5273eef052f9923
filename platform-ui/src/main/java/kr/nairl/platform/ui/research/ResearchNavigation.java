package kr.nairl.platform.ui.research;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;
import org.jspecify.annotations.Nullable;

/** The ways from other pages to researchers and sub-projects. */
public final class ResearchNavigation {

    private ResearchNavigation() {}

    /** The navigation's line for the directory of researchers. */
    public static NavItem researchersItem() {
        return new NavItem("researchers", Glyph.USERS, ResearchersView.class, 0);
    }

    /** The navigation's line for the sub-projects. */
    public static NavItem subProjectsItem() {
        return new NavItem("subprojects", Glyph.FLASK_CONICAL, SubProjectsView.class, 0);
    }

    /** The navigation's line for the map of topics. */
    public static NavItem mapItem() {
        return new NavItem("map", Glyph.MAP_PIN, ResearchMapView.class, 0);
    }

    /** The navigation's line for a researcher's own page and results. */
    public static NavItem ownItem() {
        return new NavItem("research", Glyph.PENCIL, OwnResearchView.class, 0);
    }

    /** A link to a researcher's page. */
    public static RouterLink toResearcher(String slug, String name) {
        return new RouterLink(name, ResearcherView.class, researcher(slug));
    }

    /** A link with this text to a sub-project's page. */
    public static RouterLink toSubProject(int number, String text) {
        return new RouterLink(text, SubProjectView.class, subProject(number));
    }

    /** A link with this text to the researchers who work on a topic. */
    public static RouterLink toResearchersOn(String topicSlug, String text) {
        RouterLink link = new RouterLink(text, ResearchersView.class);
        link.setQueryParameters(QueryParameters.simple(Map.of(ResearcherQuery.TOPIC, topicSlug)));
        return link;
    }

    /** A link with this text to all researchers. */
    public static RouterLink toResearchers(String text) {
        return new RouterLink(text, ResearchersView.class);
    }

    /** A link with this text to the researchers whom a search finds; null and empty leave a part open. */
    public static RouterLink toSearch(
            String text,
            String typed,
            List<Integer> subProjects,
            @Nullable String organisationSlug,
            @Nullable String topicSlug,
            boolean accepting) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!typed.isBlank()) {
            query.put(ResearcherQuery.TEXT, List.of(typed));
        }
        if (!subProjects.isEmpty()) {
            query.put(
                    ResearcherQuery.SUB_PROJECT,
                    subProjects.stream().map(String::valueOf).toList());
        }
        if (organisationSlug != null) {
            query.put(ResearcherQuery.ORGANISATION, List.of(organisationSlug));
        }
        if (topicSlug != null) {
            query.put(ResearcherQuery.TOPIC, List.of(topicSlug));
        }
        if (accepting) {
            query.put(ResearcherQuery.ACCEPTING, List.of(ResearcherQuery.YES));
        }
        RouterLink link = toResearchers(text);
        link.setQueryParameters(new QueryParameters(query));
        return link;
    }

    /** A link with this text to what the reader, a researcher, wants of partners. */
    public static RouterLink toWishes(String text) {
        return Buttons.link(text, OwnWishesView.class, RouteParameters.empty());
    }

    static RouteParameters researcher(String slug) {
        return new RouteParameters(new RouteParam(ResearcherView.SLUG, slug));
    }

    static RouteParameters subProject(int number) {
        return new RouteParameters(new RouteParam(SubProjectView.NUMBER, Integer.toString(number)));
    }
}

package kr.nairl.platform.ui.interest;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.matching.MatchNavigation;
import kr.nairl.platform.ui.shell.NavItem;
import org.jspecify.annotations.Nullable;

/** The ways from other pages to the collaboration interests. */
public final class InterestNavigation {

    private InterestNavigation() {}

    /** A company's line of the navigation. */
    public static NavItem item(int count) {
        return new NavItem("interests", Glyph.LIGHTBULB, InterestsView.class, count);
    }

    /** The line of those who look for what companies need. */
    public static NavItem directory() {
        return new NavItem("opportunities", Glyph.LIGHTBULB, OpportunitiesView.class, 0);
    }

    /** A link with this text to a company's own interests. */
    public static RouterLink toOwn(String text) {
        return new RouterLink(text, InterestsView.class);
    }

    /** A link with this text to all open interests. */
    public static RouterLink toDirectory(String text) {
        return new RouterLink(text, OpportunitiesView.class);
    }

    /** A link with this text to the open interests that a search finds; null leaves a part open. */
    public static RouterLink toSearch(
            String text,
            String typed,
            @Nullable CollaborationMode mode,
            @Nullable Integer subProject,
            @Nullable String topicSlug) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!typed.isBlank()) {
            query.put(OpportunityFilters.TEXT, typed);
        }
        if (mode != null) {
            query.put(OpportunityFilters.MODE, mode.name());
        }
        if (subProject != null) {
            query.put(OpportunityFilters.SUB_PROJECT, subProject.toString());
        }
        if (topicSlug != null) {
            query.put(OpportunityFilters.TOPIC, topicSlug);
        }
        RouterLink link = toDirectory(text);
        link.setQueryParameters(QueryParameters.simple(query));
        return link;
    }

    /** A link with this text to one interest. */
    public static RouterLink to(InterestId id, String text) {
        return new RouterLink(text, InterestView.class, of(id));
    }

    /** A link with this text to where one interest is edited. */
    public static RouterLink toEdit(InterestId id, String text) {
        return new RouterLink(text, InterestEditView.class, of(id));
    }

    /** A link with this text to those who fit one's own interest. */
    public static RouterLink toMatches(InterestId id, String text) {
        return MatchNavigation.forInterest(id, text);
    }

    /** The button that begins a new interest. */
    public static RouterLink begin(String text) {
        return Buttons.primaryLink(text, InterestEditView.class, RouteParameters.empty());
    }

    /** A button that begins a new interest about a topic. */
    public static RouterLink beginAbout(String topicSlug, String text) {
        RouterLink begin = begin(text);
        begin.setQueryParameters(QueryParameters.simple(Map.of(InterestEditView.TOPIC, topicSlug)));
        return begin;
    }

    static RouteParameters of(InterestId id) {
        return new RouteParameters(new RouteParam("id", id.toString()));
    }
}

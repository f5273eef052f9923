package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to who fits whom. */
public final class MatchNavigation {

    private MatchNavigation() {}

    /** A researcher's line of the navigation. */
    public static NavItem item() {
        return new NavItem("matches", Glyph.TARGET, MatchesView.class, 0);
    }

    /** A link with this text to the interests that fit a researcher. */
    public static RouterLink toOwn(String text) {
        return new RouterLink(text, MatchesView.class);
    }

    /** A link with this text to those who fit one's own interest. */
    public static RouterLink forInterest(InterestId id, String text) {
        return new RouterLink(text, InterestMatchesView.class, of(id));
    }

    /** Opens the page of those who fit. */
    public static void goToMatches(UI ui, InterestId id) {
        ui.navigate(InterestMatchesView.class, of(id));
    }

    /** A link with this text to the ranking with these candidates ticked. */
    static RouterLink choosing(InterestId id, String text, List<String> candidates) {
        RouterLink link = forInterest(id, text);
        link.setQueryParameters(new QueryParameters(Map.of(MatchComparisonView.WITH, candidates)));
        return link;
    }

    /** A link with this text to these candidates side by side. */
    static RouterLink comparison(InterestId id, String text, List<String> candidates) {
        RouterLink link = new RouterLink(text, MatchComparisonView.class, of(id));
        link.setQueryParameters(new QueryParameters(Map.of(MatchComparisonView.WITH, candidates)));
        link.addClassNames("button", "primary");
        return link;
    }

    /** A link to how good the matching is, which is a page for everybody. */
    static Anchor quality(Component page) {
        Language language = Language.of(Formats.here().locale());
        Anchor link = new Anchor("/" + language.code() + "/match-quality", page.getTranslation("match.quality"));
        link.setRouterIgnore(true);
        link.addClassNames("small", "with-glyph");
        link.addComponentAsFirst(Glyph.CIRCLE_HELP.icon());
        return link;
    }

    private static RouteParameters of(InterestId id) {
        return new RouteParameters(new RouteParam("id", id.toString()));
    }

    /** A link with this text to a new request that comes from an interest and goes to this addressee. */
    static Anchor propose(String text, InterestId interest, String kind, String addressee) {
        QueryParameters query = QueryParameters.simple(Map.of("interest", interest.toString(), kind, addressee));
        Anchor link = new Anchor(new Location("requests/new", query).getPathWithQueryParameters(), text);
        link.addClassName("button");
        return link;
    }
}

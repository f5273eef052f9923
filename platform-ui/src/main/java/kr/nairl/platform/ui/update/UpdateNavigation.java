package kr.nairl.platform.ui.update;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to updates. */
public final class UpdateNavigation {

    private UpdateNavigation() {}

    /** The line of the navigation. */
    public static NavItem item() {
        return new NavItem("updates", Glyph.RSS, UpdatesView.class, 0);
    }

    /** A link with this text to one update. */
    public static RouterLink to(UpdateId id, String text) {
        return new RouterLink(text, UpdateView.class, update(id));
    }

    /** A link with this text to all updates of a sub-project. */
    public static RouterLink of(int subProject, String text) {
        return feed(UpdatesView.SUB_PROJECT, Integer.toString(subProject), text);
    }

    /** A link with this text to all updates of a researcher. */
    public static RouterLink of(String researcherSlug, String text) {
        return feed(UpdatesView.RESEARCHER, researcherSlug, text);
    }

    static RouteParameters update(UpdateId id) {
        return new RouteParameters(new RouteParam(UpdateView.ID, id.toString()));
    }

    private static RouterLink feed(String parameter, String value, String text) {
        RouterLink link = new RouterLink(text, UpdatesView.class);
        link.setQueryParameters(QueryParameters.simple(Map.of(parameter, value)));
        return link;
    }
}

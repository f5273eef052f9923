package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to the requests. */
public final class RequestNavigation {

    private RequestNavigation() {}

    /** The line of the navigation. */
    public static NavItem item(int waiting) {
        return new NavItem("requests", Glyph.HANDSHAKE, RequestsView.class, waiting);
    }

    /** A link with this text to one request. */
    public static RouterLink to(RequestId id, String text) {
        return new RouterLink(text, RequestView.class, new RouteParameters(new RouteParam("id", id.toString())));
    }
}

package kr.nairl.platform.ui.admission;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to the applications. */
public final class AdmissionNavigation {

    private AdmissionNavigation() {}

    /** The navigation's line. */
    public static NavItem item(int waiting) {
        return new NavItem("applications", Glyph.INBOX, ApplicationsView.class, waiting);
    }

    /** A link with this text to one application. */
    public static RouterLink to(ApplicationId id, String text) {
        return new RouterLink(
                text, ApplicationView.class, new RouteParameters(new RouteParam(ApplicationView.ID, id.toString())));
    }

    /** A link with this text to all applications. */
    public static RouterLink list(String text) {
        return new RouterLink(text, ApplicationsView.class);
    }
}

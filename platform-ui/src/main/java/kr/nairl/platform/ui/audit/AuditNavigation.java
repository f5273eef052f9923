package kr.nairl.platform.ui.audit;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to the audit trail. */
public final class AuditNavigation {

    private AuditNavigation() {}

    /** The navigation's line. */
    public static NavItem item() {
        return new NavItem("audit", Glyph.SHIELD_CHECK, AuditView.class, 0);
    }

    /** A link with this text, as a plain action of a page. */
    public static RouterLink button(String text) {
        return Buttons.link(text, AuditView.class, RouteParameters.empty());
    }
}

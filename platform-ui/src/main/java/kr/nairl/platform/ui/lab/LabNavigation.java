package kr.nairl.platform.ui.lab;

import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to the lab managers' own. */
public final class LabNavigation {

    private LabNavigation() {}

    /** The navigation's line. */
    public static NavItem item() {
        return new NavItem("ties", Glyph.LINK, TiesView.class, 0);
    }

    /** A link with this text to all ties. */
    public static RouterLink toTies(String text) {
        return new RouterLink(text, TiesView.class);
    }
}

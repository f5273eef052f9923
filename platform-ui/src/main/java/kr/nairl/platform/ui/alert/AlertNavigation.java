package kr.nairl.platform.ui.alert;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.AccountLink;

/** The ways from other pages to one's alerts. */
public final class AlertNavigation {

    private AlertNavigation() {}

    /** The line of the menu behind the person's card. */
    public static AccountLink link() {
        return new AccountLink("alerts", Glyph.BELL, AlertsView.class);
    }

    /** A link that looks like a plain action, with this text. */
    public static RouterLink button(String text) {
        return Buttons.link(text, AlertsView.class, RouteParameters.empty());
    }
}

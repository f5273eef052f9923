package kr.nairl.platform.ui.federation;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.ui.component.Buttons;

/** The ways from other pages to how an organisation's people sign in. */
public final class FederationNavigation {

    private FederationNavigation() {}

    /** To one's own organisation's. */
    public static RouterLink button(String text) {
        return Buttons.link(text, SignInView.class, RouteParameters.empty());
    }

    /** To any organisation's, for lab managers. */
    public static RouterLink buttonOf(String slug, String text) {
        return Buttons.link(text, PartnerSignInView.class, new RouteParameters(new RouteParam("slug", slug)));
    }
}

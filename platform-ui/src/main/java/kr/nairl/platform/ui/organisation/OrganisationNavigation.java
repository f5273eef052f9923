package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to organisations. */
public final class OrganisationNavigation {

    private OrganisationNavigation() {}

    /** The directory's line of the navigation. */
    public static NavItem item() {
        return new NavItem("partners", Glyph.BUILDING_2, PartnersView.class, 0);
    }

    /** A company's own profile in the navigation. */
    public static NavItem profileItem() {
        return new NavItem("profile", Glyph.ID_CARD, ProfileView.class, 0);
    }

    /** A link to the directory. */
    public static RouterLink toDirectory(String text) {
        return new RouterLink(text, PartnersView.class);
    }

    /** A link with this text to an organisation's page. */
    public static RouterLink toPartner(String slug, String text) {
        return new RouterLink(text, PartnerView.class, new RouteParameters(new RouteParam("slug", slug)));
    }

    /** A link to the agreements that open the top rung of the ladder, as a plain action of a page. */
    public static RouterLink buttonToAgreements(String text) {
        RouterLink link = new RouterLink(text, NdasView.class);
        link.addClassName("button");
        return link;
    }

    /** A link to where one's own company's profile is written. */
    public static RouterLink toOwnProfile(String text) {
        return new RouterLink(text, ProfileView.class);
    }
}

package kr.nairl.platform.ui.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import kr.nairl.platform.ui.alert.AlertNavigation;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.privacy.PrivacyNavigation;
import kr.nairl.platform.ui.shell.AccountLink;

/** The ways from other pages to one's account. */
public final class AccountNavigation {

    private AccountNavigation() {}

    /** The menu behind the person's card. */
    public static List<AccountLink> links() {
        return List.of(
                new AccountLink("profile", Glyph.ID_CARD, AccountView.class),
                AlertNavigation.link(),
                PrivacyNavigation.link());
    }

    /** A link that acts for this organisation from then on. */
    public static RouterLink actFor(String organisation) {
        RouterLink link = new RouterLink(ChooseView.class);
        link.setQueryParameters(QueryParameters.of(ChooseView.TO, organisation));
        return link;
    }

    /** Opens the page on which people read what they may do for whom. */
    public static void open(UI ui) {
        ui.navigate(AccountView.class);
    }

    /** Leads to the choice of an organisation, for somebody who has several and has not chosen. */
    public static void chooseFirst(BeforeEnterEvent entering) {
        entering.forwardTo(ChooseView.class);
    }
}

package kr.nairl.platform.ui.account;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.List;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.AccountLink;

/** The ways from other pages to one's account. */
public final class AccountNavigation {

    private AccountNavigation() {}

    /**
     * The menu behind the person's card.
     *
     * @param several whether the person may act for more than one organisation
     */
    public static List<AccountLink> links(boolean several) {
        AccountLink own = new AccountLink("profile", Glyph.ID_CARD, AccountView.class);
        return several
                ? List.of(own, new AccountLink("organisation", Glyph.BUILDING_2, ChooseView.class))
                : List.of(own);
    }

    /** Leads to the choice of an organisation, for somebody who has several and has not chosen. */
    public static void chooseFirst(BeforeEnterEvent entering) {
        entering.forwardTo(ChooseView.class);
    }
}

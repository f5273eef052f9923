package kr.nairl.platform.ui.ledger;

import com.vaadin.flow.router.RouterLink;

/** The ways from other pages to the access ledger. */
public final class LedgerNavigation {

    private LedgerNavigation() {}

    /** A link with this text, as a plain action of a page. */
    public static RouterLink button(String text) {
        RouterLink link = new RouterLink(text, LedgerView.class);
        link.addClassName("button");
        return link;
    }
}

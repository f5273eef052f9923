package kr.nairl.platform.ui.ledger;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** The ways from other pages to the access ledger. */
public final class LedgerNavigation {

    private LedgerNavigation() {}

    /** Tells a reader of another's page that it holds more than is public, and that this is written down. */
    public static Paragraph notice(Component page) {
        Paragraph notice = new Paragraph(
                new Span(page.getTranslation("ledger.notice")),
                new RouterLink(page.getTranslation("ledger.notice.see"), LedgerView.class));
        notice.addClassNames("small", "dim", "ledger-notice");
        return notice;
    }

    /** A link with this text, as a plain action of a page. */
    public static RouterLink button(String text) {
        RouterLink link = new RouterLink(text, LedgerView.class);
        link.addClassName("button");
        return link;
    }
}

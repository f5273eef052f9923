package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import kr.nairl.platform.ui.component.Formats;

/** The list of places, each with how much waits there. */
final class Navigation extends Div {
    private final UnorderedList places = new UnorderedList();

    Navigation() {
        addClassName("side-nav");
        add(places);
    }

    /** @param here the path of the open page, without parameters */
    void show(List<NavItem> items, String here) {
        places.removeAll();
        items.forEach(item -> places.add(new ListItem(link(item, here))));
    }

    private RouterLink link(NavItem item, String here) {
        RouterLink link = new RouterLink(item.target());
        Span label = new Span(getTranslation("nav." + item.key()));
        label.addClassName("nav-label");
        link.add(item.icon().icon(), label);
        link.setHighlightCondition(HighlightConditions.never());
        String target = link.getHref();
        if (here.equals(target) || (!target.isEmpty() && here.startsWith(target + "/"))) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        if (item.count() > 0) {
            Span count = new Span(Formats.here().number(item.count()));
            count.addClassNames("nav-count", "num");
            Span spoken = new Span(getTranslation("shell.waiting"));
            spoken.addClassName("visually-hidden");
            link.add(count, spoken);
        }
        return link;
    }
}

package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.ui.component.Formats;

/** The list of places, each with how much waits there. */
final class Navigation extends Div {
    private static final int ICON_AND_LABEL = 2;

    private final UnorderedList places = new UnorderedList();
    private final List<RouterLink> links = new ArrayList<>();
    private List<NavItem> shown = List.of();

    Navigation() {
        addClassName("side-nav");
        add(places);
    }

    /** @param here the path of the open page, without parameters */
    void show(List<NavItem> items, String here) {
        places.removeAll();
        links.clear();
        for (NavItem item : items) {
            RouterLink link = link(item, here);
            links.add(link);
            places.add(new ListItem(link));
        }
        shown = items;
    }

    /** Shows how much waits now; the links stay, and so does a focus on one. Other places come with the next page. */
    void count(List<NavItem> items) {
        if (!keys(items).equals(keys(shown))) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).count() != shown.get(i).count()) {
                count(links.get(i), items.get(i).count());
            }
        }
        shown = items;
    }

    private static List<String> keys(List<NavItem> items) {
        return items.stream().map(NavItem::key).toList();
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
        count(link, item.count());
        return link;
    }

    private void count(RouterLink link, int waiting) {
        link.getChildren().skip(ICON_AND_LABEL).toList().forEach(link::remove);
        if (waiting > 0) {
            Span count = new Span(Formats.here().number(waiting));
            count.addClassNames("nav-count", "num");
            Span spoken = new Span(getTranslation("shell.waiting"));
            spoken.addClassName("visually-hidden");
            link.add(count, spoken);
        }
    }
}

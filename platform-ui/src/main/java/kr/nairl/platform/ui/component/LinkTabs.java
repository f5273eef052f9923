package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;

/**
 * Parts of one page as tabs, each with an address of its own: links, so that Back works and a part can be shared.
 * Vaadin's Tabs are not used: they hold no addresses, and axe objects to their inner scroller.
 */
public final class LinkTabs extends Nav {
    private final UnorderedList tabs = new UnorderedList();

    /** @param name what the tabs are parts of, for assistive technology */
    public LinkTabs(String name) {
        addClassName("link-tabs");
        setAriaLabel(name);
        add(tabs);
    }

    /**
     * Adds a tab that is the same route with one query parameter.
     *
     * @param value the parameter's value; empty for the tab that opens without the parameter
     * @param current whether this is the open one
     * @param count how many things are behind it; 0 shows nothing
     */
    public LinkTabs withTab(
            String label,
            Class<? extends Component> route,
            RouteParameters routeParameters,
            String parameter,
            String value,
            boolean current,
            int count) {
        RouterLink link = new RouterLink(route, routeParameters);
        link.add(new Span(label));
        if (!value.isEmpty()) {
            link.setQueryParameters(QueryParameters.simple(Map.of(parameter, value)));
        }
        link.setHighlightCondition(HighlightConditions.never());
        if (current) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        if (count > 0) {
            Span number = new Span(Formats.here().number(count));
            number.addClassNames("tab-count", "num");
            link.add(number);
        }
        tabs.add(new ListItem(link));
        return this;
    }
}

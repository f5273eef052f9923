package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way through a long list: earlier and later page as links that change one query parameter, and which part is shown.
 * Invisible while everything is on one page.
 */
public final class PageLinks extends Nav {

    private final Class<? extends Component> route;
    private final RouteParameters routeParameters;
    private final QueryParameters now;

    /**
     * @param name which list, for assistive technology
     * @param now the query parameters of the current address
     * @param size rows on a page
     * @param total rows of the whole list
     */
    public PageLinks(
            String name,
            Class<? extends Component> route,
            RouteParameters routeParameters,
            QueryParameters now,
            int size,
            int total) {
        this.route = route;
        this.routeParameters = routeParameters;
        this.now = now;
        addClassNames("page-links");
        setAriaLabel(name);
        int page = page(now);
        int first = offset(now, size) + 1;
        Formats formats = Formats.here();
        if (page > 1) {
            add(link(getTranslation("pages.earlier"), page - 1));
        }
        Span part = new Span(getTranslation(
                "pages.part",
                formats.number(Math.min(first, total)),
                formats.number(Math.min((long) first + size - 1, total)),
                formats.number(total)));
        part.addClassNames("small", "dim", "num");
        add(part);
        if (first + size <= total) {
            add(link(getTranslation("pages.later"), page + 1));
        }
        setVisible(total > size || page > 1);
    }

    /** Rows to skip, as the address says; 0 for anything that is no page. */
    public static int offset(QueryParameters query, int size) {
        return (page(query) - 1) * size;
    }

    private static int page(QueryParameters query) {
        return query.getSingleParameter(FilterBar.PAGE)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private RouterLink link(String text, int page) {
        Map<String, List<String>> next = new LinkedHashMap<>(now.getParameters());
        if (page == 1) {
            next.remove(FilterBar.PAGE);
        } else {
            next.put(FilterBar.PAGE, List.of(Integer.toString(page)));
        }
        RouterLink link = new RouterLink(text, route, routeParameters);
        link.setQueryParameters(new QueryParameters(next));
        link.setHighlightCondition(HighlightConditions.never());
        link.addClassName("button");
        return link;
    }
}

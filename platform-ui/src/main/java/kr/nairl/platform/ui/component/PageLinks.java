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
 * The way through a list that is longer than a page: links to the page before and after, with the filters kept, and
 * which rows are shown. The page's number, counted from 1, stands in the address under {@link FilterBar#PAGE}. Shows
 * nothing for a list of one page.
 */
public final class PageLinks extends Nav {

    private static final int FURTHEST = 10_000;

    /**
     * @param name what is paged, for assistive technology
     * @param now the query parameters of the current address
     * @param size rows on a full page
     * @param total rows of the whole list
     */
    public PageLinks(
            String name,
            Class<? extends Component> route,
            RouteParameters routeParameters,
            QueryParameters now,
            int size,
            int total) {
        addClassName("page-links");
        setAriaLabel(name);
        int page = page(now);
        int last = Math.max(1, (total + size - 1) / size);
        setVisible(total > size || page > 1);
        Formats formats = Formats.here();
        if (page > 1) {
            add(link(getTranslation("component.page.before"), route, routeParameters, now, Math.min(page - 1, last)));
        }
        int from = (page - 1) * size;
        if (from < total) {
            Span range = new Span(getTranslation(
                    "component.page.range",
                    formats.number(from + 1),
                    formats.number(Math.min(from + size, total)),
                    formats.number(total)));
            range.addClassNames("small", "dim", "num");
            add(range);
        }
        if (page < last) {
            add(link(getTranslation("component.page.after"), route, routeParameters, now, page + 1));
        }
    }

    /** The page that the address asks for, from 1; the first one for anything that is no page. */
    public static int page(QueryParameters query) {
        try {
            return Math.clamp(
                    Integer.parseInt(query.getSingleParameter(FilterBar.PAGE).orElse("1")), 1, FURTHEST);
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    private static RouterLink link(
            String text,
            Class<? extends Component> route,
            RouteParameters routeParameters,
            QueryParameters now,
            int page) {
        Map<String, List<String>> next = new LinkedHashMap<>(now.getParameters());
        if (page == 1) {
            next.remove(FilterBar.PAGE);
        } else {
            next.put(FilterBar.PAGE, List.of(Integer.toString(page)));
        }
        RouterLink link = Buttons.link(text, route, routeParameters);
        link.setQueryParameters(new QueryParameters(next));
        link.setHighlightCondition(HighlightConditions.never());
        return link;
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way through a list of many pages. Pages are counted from 1 and stand in the address as {@link FilterBar#PAGE}, so
 * each can be shared and Back works. Shows nothing where one page holds all.
 */
public final class PageLinks extends Nav {

    @Serial
    private static final long serialVersionUID = 1L;

    private final QueryParameters now;

    /** @param total how many things the whole list has */
    public PageLinks(
            Class<? extends Component> route,
            RouteParameters routeParameters,
            QueryParameters now,
            int size,
            int total) {
        this.now = now;
        addClassName("page-links");
        setAriaLabel(getTranslation("organisation.pages"));
        int page = number(now);
        int last = Math.max(1, (total + size - 1) / size);
        setVisible(last > 1);
        if (page > 1) {
            add(link("organisation.pages.previous", Math.min(page - 1, last), route, routeParameters));
        }
        Formats formats = Formats.here();
        Span here = new Span(getTranslation("organisation.pages.here", formats.number(page), formats.number(last)));
        here.addClassNames("small", "dim", "num");
        add(here);
        if (page < last) {
            add(link("organisation.pages.next", page + 1, route, routeParameters));
        }
    }

    /** The page that an address asks for, from 1; the first for anything that is no number. */
    public static int number(QueryParameters query) {
        return query.getSingleParameter(FilterBar.PAGE)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private RouterLink link(String key, int page, Class<? extends Component> route, RouteParameters routeParameters) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(now.getParameters());
        parameters.remove(FilterBar.PAGE);
        if (page > 1) {
            parameters.put(FilterBar.PAGE, List.of(Integer.toString(page)));
        }
        RouterLink link = new RouterLink(getTranslation(key), route, routeParameters);
        link.setQueryParameters(new QueryParameters(parameters));
        link.setHighlightCondition(HighlightConditions.never());
        link.addClassName("button");
        return link;
    }
}

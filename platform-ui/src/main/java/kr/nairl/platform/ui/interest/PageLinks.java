package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Formats;

/** The way through a list that is longer than a page: links back and forth, with the page's number in the address. */
class PageLinks extends Nav {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param size rows on a page */
    PageLinks(Class<? extends Component> route, QueryParameters now, int size, int total) {
        addClassName("page-links");
        setAriaLabel(getTranslation("interests.pages"));
        int page = number(now);
        int last = Math.max(1, (total + size - 1) / size);
        if (page > 1) {
            add(link(getTranslation("interests.previous"), route, now, page - 1));
        }
        Span where = new Span(getTranslation(
                "interests.page", Formats.here().number(page), Formats.here().number(last)));
        where.addClassNames("small", "dim");
        add(where);
        if (page < last) {
            add(link(getTranslation("interests.next"), route, now, page + 1));
        }
        setVisible(last > 1 || page > 1);
    }

    /** Which part of the list the address asks for. */
    static PageRequest asked(QueryParameters query, int size) {
        return new PageRequest((number(query) - 1) * size, size);
    }

    private static int number(QueryParameters query) {
        return query.getSingleParameter(FilterBar.PAGE)
                .filter(value -> value.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
    }

    private static RouterLink link(String text, Class<? extends Component> route, QueryParameters now, int page) {
        RouterLink link = new RouterLink(text, route);
        Map<String, List<String>> next = new LinkedHashMap<>(now.getParameters());
        next.put(FilterBar.PAGE, List.of(Integer.toString(page)));
        link.setQueryParameters(new QueryParameters(next));
        link.setHighlightCondition(HighlightConditions.never());
        link.addClassName("button");
        return link;
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Filters as chips. Each chip is a link to the same page with one query parameter changed, so the address is the truth:
 * filters can be shared, bookmarked and undone with Back. The page reads its filters from the address, never from here.
 */
public final class FilterBar extends Nav {
    /** The parameter for the page of a list, which a change of filter drops. */
    public static final String PAGE = "page";

    private final Class<? extends Component> route;
    private final RouteParameters routeParameters;
    private final QueryParameters now;

    /**
     * @param name what is filtered, for assistive technology
     * @param now the query parameters of the current address
     */
    public FilterBar(
            String name, Class<? extends Component> route, RouteParameters routeParameters, QueryParameters now) {
        this.route = route;
        this.routeParameters = routeParameters;
        this.now = now;
        addClassName("filter-bar");
        setAriaLabel(name);
    }

    /** A chip that clears one parameter; chosen while that parameter is absent. */
    public FilterBar withAll(String label, String parameter) {
        Map<String, List<String>> next = copy();
        boolean chosen = !next.containsKey(parameter);
        next.remove(parameter);
        return chip(label, Tone.NEUTRAL, chosen, next);
    }

    /** A chip of which one is chosen at a time. */
    public FilterBar withChoice(String label, Tone tone, String parameter, String value) {
        Map<String, List<String>> next = copy();
        boolean chosen = next.getOrDefault(parameter, List.of()).contains(value);
        if (chosen) {
            next.remove(parameter);
        } else {
            next.put(parameter, List.of(value));
        }
        return chip(label, tone, chosen, next);
    }

    /** A chip that is on or off beside others of its parameter. */
    public FilterBar withToggle(String label, Tone tone, String parameter, String value) {
        Map<String, List<String>> next = copy();
        List<String> values = new ArrayList<>(next.getOrDefault(parameter, List.of()));
        boolean chosen = values.remove(value);
        if (!chosen) {
            values.add(value);
        }
        if (values.isEmpty()) {
            next.remove(parameter);
        } else {
            next.put(parameter, values);
        }
        return chip(label, tone, chosen, next);
    }

    private Map<String, List<String>> copy() {
        Map<String, List<String>> copy = new LinkedHashMap<>(now.getParameters());
        copy.remove(PAGE);
        return copy;
    }

    private FilterBar chip(String label, Tone tone, boolean chosen, Map<String, List<String>> target) {
        RouterLink chip = new RouterLink(label, route, routeParameters);
        chip.setQueryParameters(new QueryParameters(target));
        chip.setHighlightCondition(HighlightConditions.never());
        chip.addClassNames("chip", tone.css());
        if (chosen) {
            chip.addClassName("chosen");
            chip.getElement().setAttribute("aria-current", "true");
            chip.addComponentAsFirst(Glyph.CHECK.icon());
        }
        add(chip);
        return this;
    }
}

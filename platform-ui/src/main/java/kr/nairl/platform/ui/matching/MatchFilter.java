package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Tone;

/**
 * Which rows of a ranking are shown, as the address says.
 *
 * @param kind {@code researchers}, {@code areas}, or empty for both
 * @param subProjects by number; empty for all
 * @param shown how many rows at most
 */
record MatchFilter(String kind, List<String> subProjects, int shown) {

    private static final String KIND = "kind";
    private static final String RESEARCHERS = "researchers";
    private static final String AREAS = "areas";
    private static final String SUB_PROJECT = "subProject";
    private static final int STEP = 10;

    static MatchFilter of(QueryParameters query) {
        int pages = query.getSingleParameter(FilterBar.PAGE)
                .filter(value -> value.matches("[1-5]"))
                .map(Integer::valueOf)
                .orElse(1);
        return new MatchFilter(
                query.getSingleParameter(KIND).orElse(""), query.getParameters(SUB_PROJECT), pages * STEP);
    }

    boolean passes(MatchRow row) {
        boolean kindFits = switch (row.who()) {
            case Who.Researcher researcher -> !kind.equals(AREAS);
            case Who.Area area -> !kind.equals(RESEARCHERS);
            case Who.Interest interest -> true;
        };
        return kindFits
                && (subProjects.isEmpty()
                        || subProjects(row).anyMatch(name -> subProjects.contains(Integer.toString(name.number()))));
    }

    /** Chips for what the ranking holds. */
    FilterBar bar(
            Component page,
            List<MatchRow> rows,
            Class<? extends Component> route,
            RouteParameters parameters,
            QueryParameters now) {
        FilterBar bar = new FilterBar(page.getTranslation("match.filter"), route, parameters, now)
                .withAll(page.getTranslation("match.filter.all"), SUB_PROJECT);
        Map<Integer, SubProjectName> names = rows.stream()
                .flatMap(MatchFilter::subProjects)
                .collect(Collectors.toMap(SubProjectName::number, name -> name, (one, same) -> one, TreeMap::new));
        names.keySet()
                .forEach(number -> bar.withToggle(
                        page.getTranslation("subProject.short", number),
                        Tone.subProject(number),
                        SUB_PROJECT,
                        Integer.toString(number)));
        if (rows.stream().noneMatch(row -> row.who() instanceof Who.Interest)) {
            bar.withChoice(page.getTranslation("match.filter.researchers"), Tone.NEUTRAL, KIND, RESEARCHERS)
                    .withChoice(page.getTranslation("match.filter.areas"), Tone.NEUTRAL, KIND, AREAS);
        }
        return bar;
    }

    /** A link to the same page with more rows. */
    RouterLink more(String text, Class<? extends Component> route, RouteParameters parameters, QueryParameters now) {
        RouterLink link = new RouterLink(text, route, parameters);
        Map<String, List<String>> next = new LinkedHashMap<>(now.getParameters());
        next.put(FilterBar.PAGE, List.of(Integer.toString(shown / STEP + 1)));
        link.setQueryParameters(new QueryParameters(next));
        link.setHighlightCondition(HighlightConditions.never());
        link.addClassName("button");
        return link;
    }

    private static Stream<SubProjectName> subProjects(MatchRow row) {
        return switch (row.who()) {
            case Who.Researcher(var card) -> Stream.ofNullable(card.subProject());
            case Who.Area(var card) -> Stream.of(card.subProject());
            case Who.Interest(var card) -> card.subProjects().stream();
        };
    }
}

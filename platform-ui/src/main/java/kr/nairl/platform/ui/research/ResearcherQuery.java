package kr.nairl.platform.ui.research;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.ui.component.FilterBar;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the directory asks for. Values that nothing can be are left out when it is read.
 *
 * @param text what was typed, at most {@value #TEXT_MAX} characters
 * @param subProjects numbers
 * @param organisation a slug
 * @param topic a slug
 */
record ResearcherQuery(
        String text,
        Set<Integer> subProjects,
        @Nullable String organisation,
        @Nullable String topic,
        boolean accepting) {

    static final String TEXT = "q";
    static final String SUB_PROJECT = "subProject";
    static final String ORGANISATION = "organisation";
    static final String TOPIC = "topic";
    static final String ACCEPTING = "accepting";
    static final String YES = "yes";
    static final int TEXT_MAX = 100;

    static ResearcherQuery of(QueryParameters query) {
        String text = query.getSingleParameter(TEXT).orElse("");
        return new ResearcherQuery(
                text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text,
                query.getParameters(SUB_PROJECT).stream()
                        .filter(number -> number.matches("\\d{1,2}"))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()),
                query.getSingleParameter(ORGANISATION).orElse(null),
                query.getSingleParameter(TOPIC).orElse(null),
                query.getSingleParameter(ACCEPTING).filter(YES::equals).isPresent());
    }

    /** The same address with one parameter set, or without it when the value is blank; from the first page on. */
    static QueryParameters with(QueryParameters now, String parameter, String value) {
        Map<String, List<String>> next = new LinkedHashMap<>(now.getParameters());
        next.remove(FilterBar.PAGE);
        next.remove(parameter);
        if (!value.isBlank()) {
            next.put(parameter, List.of(value.strip()));
        }
        return new QueryParameters(next);
    }
}

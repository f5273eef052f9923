package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptFilter;
import kr.nairl.platform.ui.component.FilterBar;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks for. Values that nothing can be are left out when it is read.
 *
 * @param area a slug
 */
record GlossaryQuery(
        String text,
        @Nullable Boolean confirmed,
        @Nullable String area,
        @Nullable Language lacking) {

    static final String TEXT = "q";
    static final String STATUS = "status";
    static final String CONFIRMED = "confirmed";
    static final String PROPOSED = "proposed";
    static final String AREA = "area";
    static final String LACKING = "lacking";

    static GlossaryQuery of(QueryParameters query) {
        String text = query.getSingleParameter(TEXT).orElse("");
        return new GlossaryQuery(
                text.length() > ConceptFilter.TEXT_MAX ? text.substring(0, ConceptFilter.TEXT_MAX) : text,
                query.getSingleParameter(STATUS)
                        .filter(status -> status.equals(CONFIRMED) || status.equals(PROPOSED))
                        .map(CONFIRMED::equals)
                        .orElse(null),
                query.getSingleParameter(AREA).orElse(null),
                Stream.of(Language.values())
                        .filter(one -> query.getSingleParameter(LACKING)
                                .filter(one.code()::equals)
                                .isPresent())
                        .findFirst()
                        .orElse(null));
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

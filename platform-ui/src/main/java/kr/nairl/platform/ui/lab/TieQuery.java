package kr.nairl.platform.ui.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.research.SubProjectCard;
import org.jspecify.annotations.Nullable;

/** The filter of the ties as it stands in an address; what makes no sense there counts for nothing. */
final class TieQuery {

    static final String TEXT = "q";
    static final String SUB_PROJECT = "subProject";
    static final String OPEN = "open";
    static final String ORDER = "order";
    static final String YES = "1";
    static final int TEXT_MAX = 100;

    private TieQuery() {}

    static TieFilter filter(Map<String, List<String>> query, List<SubProjectCard> subProjects) {
        String number = first(query, SUB_PROJECT);
        return new TieFilter(
                text(query),
                subProjects.stream()
                        .filter(card -> String.valueOf(card.name().number()).equals(number))
                        .findFirst()
                        .map(card -> card.name().id())
                        .orElse(null),
                YES.equals(first(query, OPEN)),
                Stream.of(TieFilter.Order.values())
                        .filter(order -> order.name().equals(first(query, ORDER)))
                        .findFirst()
                        .orElse(TieFilter.Order.LAST_CONTACT));
    }

    static String text(Map<String, List<String>> query) {
        String text = Optional.ofNullable(first(query, TEXT)).orElse("").strip();
        return text.substring(0, Math.min(text.length(), TEXT_MAX));
    }

    private static @Nullable String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}

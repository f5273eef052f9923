package kr.nairl.platform.ui.component;

import java.io.Serializable;
import java.util.List;

/**
 * What a chart shows and the table beside it says.
 *
 * @param kind how it is drawn
 * @param axis what the categories are, the table's first heading
 * @param categories in the order of the axis
 * @param series one or more rows of values
 */
public record ChartData(Kind kind, String axis, List<String> categories, List<Series> series) implements Serializable {

    /** How values are drawn. */
    public enum Kind {
        BARS,
        STACKED_BARS,
        LINES
    }

    /**
     * One row of values.
     *
     * @param name in the reader's language
     * @param tone a tone whose colour it keeps, or {@link Tone#NEUTRAL} for the next of the palette
     * @param values one per category
     */
    public record Series(String name, Tone tone, List<Double> values) implements Serializable {}

    public ChartData {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("one value per category, please: " + one.name());
            }
        }
    }
}

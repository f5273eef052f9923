package kr.nairl.platform.core.vocabulary;

import java.util.List;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * What taking in a file would do, in concepts.
 *
 * @param lines the new and the changed ones, {@link #MOST_LINES} at most
 * @param refused those that stay out, all of them counted, {@link #MOST_LINES} of them told
 */
public record GlossaryPreview(
        int added, int changed, int unchanged, int refusedCount, List<Line> lines, List<Refused> refused) {

    /** The most lines of either list. */
    public static final int MOST_LINES = 200;

    public GlossaryPreview {
        lines = List.copyOf(lines.subList(0, Math.min(lines.size(), MOST_LINES)));
        refused = List.copyOf(refused.subList(0, Math.min(refused.size(), MOST_LINES)));
    }

    /** A concept that the file brings. */
    public record Line(LocalizedText label, boolean fresh) {}

    /**
     * A concept that stays out.
     *
     * @param place its line's number or its IRI
     * @param label as far as it could be read
     * @param faults field names are the table's columns
     */
    public record Refused(String place, LocalizedText label, List<Violation> faults) {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /** Would anything change? */
    public boolean changesAnything() {
        return added + changed > 0;
    }
}

package kr.nairl.platform.core.collaboration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an answer may be expected, by what happened before.
 *
 * @param earliest a fifth of the turns ended sooner; null, like the latest, when there were too few to tell
 * @param latest four fifths of the turns had ended by then
 * @param basis whose turns it rests on
 * @param turns how many those are
 * @param awayUntil the last day of an absence that the researcher is in; null when in none
 */
public record ReplyForecast(
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        Basis basis,
        int turns,
        @Nullable LocalDate awayUntil) {

    /** Whose turns it rests on. */
    public enum Basis {
        RESEARCHER,
        /** All of the lab's, since the researcher had too few. */
        LAB,
        NONE
    }
}

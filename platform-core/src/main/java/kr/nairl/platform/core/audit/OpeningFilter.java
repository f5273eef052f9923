package kr.nairl.platform.core.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which openings a list shows.
 *
 * @param side whose: of the organisation's own pages, or of others' pages by its people
 * @param from the first instant shown; null from the beginning
 * @param until the first instant no longer shown; null for none
 */
public record OpeningFilter(
        Side side, @Nullable Instant from, @Nullable Instant until) {

    /** On which side of an opening an organisation stands. */
    public enum Side {
        /** Others opened what is ours. */
        OURS,
        /** Our people opened what is others'. */
        OTHERS
    }

    /** Does it leave out any of its side? */
    public boolean narrows() {
        return from != null || until != null;
    }
}

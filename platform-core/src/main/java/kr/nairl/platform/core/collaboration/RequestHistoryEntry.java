package kr.nairl.platform.core.collaboration;

import java.time.Instant;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One step that a request took. Written with the step, never changed.
 *
 * @param sequence from 1, without gaps
 * @param person who took it; null for the clock
 * @param organisation for whom; null for the clock
 * @param handOver there exactly when it was passed on
 * @param words what was said with it, for the two sides only; null when nothing was
 */
public record RequestHistoryEntry(
        int sequence,
        Instant at,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation,
        RequestStep step,
        RequestState from,
        RequestState to,
        @Nullable HandOver handOver,
        @Nullable String words) {}

package kr.nairl.platform.core.interest;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A step in an interest's history.
 *
 * @param person name of who took it; null for the clock, or when that person is gone
 */
public record InterestStep(
        Instant at, @Nullable LocalizedText person, InterestCommand command, InterestState from, InterestState to) {}

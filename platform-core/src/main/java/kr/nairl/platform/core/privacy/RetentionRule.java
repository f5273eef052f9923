package kr.nairl.platform.core.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept.
 *
 * @param what stable, such as {@code finished-mails}
 * @param days after which it is deleted
 * @param lastRun when that was last looked at; null when never yet
 * @param lastDeleted how many were deleted then
 */
public record RetentionRule(String what, int days, @Nullable Instant lastRun, int lastDeleted) {}

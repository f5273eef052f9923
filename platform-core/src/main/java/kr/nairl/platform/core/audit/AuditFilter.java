package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; null leaves a part open.
 *
 * @param action the beginning of the action's name, such as {@code membership.}
 * @param from the first instant shown
 * @param until the first instant no longer shown
 */
public record AuditFilter(
        @Nullable String action,
        @Nullable OrganisationId organisation,
        @Nullable UUID subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything that the reader may see. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}

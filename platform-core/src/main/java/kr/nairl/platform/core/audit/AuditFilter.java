package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a list shows; null leaves a part open.
 *
 * @param kind of the action
 * @param action the beginning of the action's name, such as {@code membership.}
 * @param from the first instant shown
 * @param until the first instant no longer shown
 */
public record AuditFilter(
        @Nullable AuditKind kind,
        @Nullable String action,
        @Nullable OrganisationId organisation,
        @Nullable UUID subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything that the reader may see. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

    /** Of any kind. */
    public AuditFilter(
            @Nullable String action,
            @Nullable OrganisationId organisation,
            @Nullable UUID subject,
            @Nullable Instant from,
            @Nullable Instant until) {
        this(null, action, organisation, subject, from, until);
    }

    /** Does it leave any entries out? */
    public boolean narrows() {
        return !equals(ALL);
    }

    /** The part of it that concerns one organisation. */
    AuditFilter within(OrganisationId only) {
        return new AuditFilter(kind, action, only, subject, from, until);
    }
}

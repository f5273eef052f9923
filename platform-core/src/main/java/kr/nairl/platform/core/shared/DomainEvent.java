package kr.nairl.platform.core.shared;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, written by the transaction that made it happen and read only by the job that tells others.
 *
 * @param kind a stable name such as {@code request.sent}
 * @param subject the id of what it happened to
 * @param person who caused it; null for a job
 * @param organisation for whom that person acted; null for a job
 * @param detail ids and plain values, never confidential text
 */
public record DomainEvent(
        UUID id,
        String kind,
        UUID subject,
        @Nullable PersonId person,
        @Nullable OrganisationId organisation,
        Map<String, String> detail,
        Instant at) {

    public DomainEvent {
        detail = Map.copyOf(detail);
    }
}

package kr.nairl.platform.core.alert;

import java.time.Instant;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Tells its owner what is new. It begins by taking what is there as known; from then on whatever is there and not known
 * is told once, and is known. What goes and comes back is known still.
 *
 * @param organisation the membership that it is told for
 * @param begunAt when what was there was taken as known; null before
 * @param version counts what the owner changes
 */
public record Alert(
        AlertId id,
        PersonId person,
        OrganisationId organisation,
        Watched watched,
        Frequency frequency,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant checkedAt,
        int version) {}

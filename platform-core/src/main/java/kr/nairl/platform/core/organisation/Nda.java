package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A non-disclosure agreement that an organisation has with another: it opens the owner's top rung to those who act for the
 * other and have an accepted request with the owner. Recorded once, it stands until its last day or until it is ended.
 *
 * @param owner whose words it protects
 * @param endsOn the last day on which it stands; null for one without an end
 * @param endedAt when it was ended before that
 */
public record Nda(
        UUID id,
        OrganisationId owner,
        LocalizedText ownerName,
        OrganisationId other,
        LocalizedText otherName,
        LocalDate signedOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant endedAt) {

    /** Does it stand on this day? */
    public boolean standsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(signedOn) && (endsOn == null || !day.isAfter(endsOn));
    }
}

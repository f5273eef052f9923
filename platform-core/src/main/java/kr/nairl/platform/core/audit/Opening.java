package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;

/**
 * Somebody opened a page of another organisation and was given more than is public.
 *
 * @param at the first time within its hour
 * @param personName empty when the one who asks may not know the reader
 * @param reader whom the reader acted for
 * @param owner whose words they are
 * @param title of the interest; empty for a profile, and when the one who asks does not see the interest any more
 * @param audience the narrowest that was given
 */
public record Opening(
        UUID id,
        Instant at,
        PersonId person,
        LocalizedText personName,
        OrganisationId reader,
        LocalizedText readerName,
        OrganisationId owner,
        LocalizedText ownerName,
        Kind kind,
        LocalizedText title,
        Audience audience) {

    /** What was opened. */
    public enum Kind {
        PROFILE,
        INTEREST
    }
}

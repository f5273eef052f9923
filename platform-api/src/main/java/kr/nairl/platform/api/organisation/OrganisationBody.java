package kr.nairl.platform.api.organisation;

import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationKind;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a list.
 *
 * @param country ISO 3166-1 alpha-2
 * @param partnerSince a year
 * @param fictional exists in the demo only
 * @param openInterests those that the caller may see
 */
record OrganisationBody(
        UUID id,
        String slug,
        OrganisationKind kind,
        Text name,
        Text sector,
        Text summary,
        String country,
        boolean partner,
        @Nullable Integer partnerSince,
        boolean fictional,
        int openInterests) {

    static OrganisationBody of(OrganisationCard card) {
        return new OrganisationBody(
                card.id().value(),
                card.slug(),
                card.kind(),
                Text.of(card.name()),
                Text.of(card.sector()),
                Text.of(card.summary()),
                card.country(),
                card.partner(),
                card.partnerSince(),
                card.fictional(),
                card.openInterests());
    }
}

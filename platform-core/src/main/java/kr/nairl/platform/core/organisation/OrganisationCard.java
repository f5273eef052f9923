package kr.nairl.platform.core.organisation;

import java.util.UUID;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as a directory shows it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param partnerSince a year
 * @param fictional exists in the demo only
 * @param logo a stored file's id
 * @param openInterests open interests that the reader may see
 */
public record OrganisationCard(
        OrganisationId id,
        String slug,
        OrganisationKind kind,
        LocalizedText name,
        LocalizedText sector,
        LocalizedText summary,
        String country,
        boolean partner,
        @Nullable Integer partnerSince,
        boolean fictional,
        @Nullable UUID logo,
        int openInterests) {}

package kr.nairl.platform.core.interest;

import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;

/**
 * Whose interest it is, as cards show it.
 *
 * @param fictional whether it was made up for the demo
 */
public record Company(
        OrganisationId id,
        String slug,
        LocalizedText name,
        LocalizedText sector,
        LocalizedText summary,
        boolean fictional) {}

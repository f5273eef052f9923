package kr.nairl.platform.core.admission;

import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What an application says.
 *
 * @param country ISO 3166-1 alpha-2
 * @param website null for none
 * @param emailDomain the domain of the organisation's addresses; null when it has none of its own
 * @param need the first interest, in a sentence
 * @param language that the applicant reads
 */
public record ApplicationSheet(
        OrganisationKind kind,
        LocalizedText name,
        String country,
        RegistrationNumber number,
        @Nullable String website,
        @Nullable String emailDomain,
        String contactName,
        EmailAddress contact,
        String need,
        Language language) {}

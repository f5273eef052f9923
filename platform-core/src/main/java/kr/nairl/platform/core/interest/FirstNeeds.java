package kr.nairl.platform.core.interest;

import java.util.Optional;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;

/** What applicants wrote as their first interest. */
public interface FirstNeeds {

    /** The words of whoever applied for the organisation with this address, as long as it has no interest at all. */
    Optional<LocalizedText> of(OrganisationId organisation, EmailAddress applicant);
}

package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A researcher whom the lab invites.
 *
 * @param name as the page will name them, at most {@value #NAME_MAX} characters in each language
 * @param organisation the university or institute that they come from
 * @param subProject null for those who belong to none
 * @param role a principal investigator has a sub-project
 * @param page the page that is theirs already and has no person yet; null to begin a new one
 * @param language of the mail
 */
public record NewResearcher(
        LocalizedText name,
        EmailAddress email,
        OrganisationId organisation,
        @Nullable SubProjectId subProject,
        ResearcherRole role,
        @Nullable ResearcherId page,
        Language language) {

    public static final int NAME_MAX = 100;

    /** @throws InvalidInputException naming every bad field */
    public NewResearcher {
        new Violations()
                .required(NAME_MAX, "name", name)
                .check(subProject != null || role != ResearcherRole.PRINCIPAL_INVESTIGATOR, "subProject", "required")
                .refuse();
    }
}

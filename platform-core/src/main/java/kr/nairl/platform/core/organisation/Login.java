package kr.nairl.platform.core.organisation;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who proved who they are.
 *
 * @param actings the active memberships, in a stable order; may be empty
 */
public record Login(
        PersonId person, EmailAddress email, LocalizedText name, Language language, Theme theme, List<Acting> actings) {

    public Login {
        actings = List.copyOf(actings);
    }

    /**
     * One organisation that the person may act for, and as what.
     *
     * @param keycloakId the organisation's id at the identity provider; null as long as it is not there
     */
    public record Acting(
            OrganisationId organisation,
            String slug,
            OrganisationKind kind,
            LocalizedText name,
            @Nullable String keycloakId,
            Set<Role> roles) {
        public Acting {
            roles = Set.copyOf(roles);
        }
    }
}

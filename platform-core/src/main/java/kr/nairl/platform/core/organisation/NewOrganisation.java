package kr.nairl.platform.core.organisation;

import java.util.Set;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that a lab manager brings in, with the first person of it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param emailDomain the domain of its people's addresses; no two organisations share one; null when it has none
 * @param language of the invitation
 * @param roles of the first person, ADMINISTRATOR among them
 */
public record NewOrganisation(
        OrganisationKind kind,
        LocalizedText name,
        String country,
        @Nullable String emailDomain,
        EmailAddress firstAdministrator,
        Language language,
        Set<Role> roles) {

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public NewOrganisation {
        emailDomain = emailDomain == null || emailDomain.isBlank()
                ? null
                : emailDomain.strip().toLowerCase(java.util.Locale.ROOT);
        roles = Set.copyOf(roles);
    }

    /** @throws InvalidInputException naming every bad field */
    void validate() {
        new Violations()
                // the lab itself is set up, never invited
                .check(kind != OrganisationKind.LAB, "kind", "choice")
                .required(120, "name", name)
                .check(ProfileEdit.isCountry(country), "country", "country")
                .check(isDomain(emailDomain), "emailDomain", "domain")
                .check(roles.contains(Role.ADMINISTRATOR) && kind.grants(roles), "roles", "choice")
                .refuse();
    }

    /** None, or a domain name in lower case? */
    static boolean isDomain(@Nullable String text) {
        return text == null || (text.length() <= 253 && DOMAIN.matcher(text).matches());
    }
}

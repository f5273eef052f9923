package kr.nairl.platform.core.organisation;

import java.util.Set;
import kr.nairl.platform.core.shared.Countries;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that a lab manager brings in, with the first person of it.
 *
 * @param country ISO 3166-1 alpha-2
 * @param number by which its country's register or an international one knows it; no two organisations share one; null
 *     when it is not known
 * @param website null for none
 * @param emailDomain the domain of its people's addresses; no two organisations share one; null when it has none
 * @param language of the invitation
 * @param roles of the first person, ADMINISTRATOR among them
 */
public record NewOrganisation(
        OrganisationKind kind,
        LocalizedText name,
        String country,
        @Nullable RegistrationNumber number,
        @Nullable String website,
        @Nullable String emailDomain,
        EmailAddress firstAdministrator,
        Language language,
        Set<Role> roles) {

    /** One of which neither number nor web site is known. */
    public NewOrganisation(
            OrganisationKind kind,
            LocalizedText name,
            String country,
            @Nullable String emailDomain,
            EmailAddress firstAdministrator,
            Language language,
            Set<Role> roles) {
        this(kind, name, country, null, null, emailDomain, firstAdministrator, language, roles);
    }

    public NewOrganisation {
        website = WebAddress.blankAsNull(website);
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
                .check(Countries.has(country), "country", "country")
                .check(emailDomain == null || WebAddress.isDomain(emailDomain), "emailDomain", "domain")
                .check(website == null || WebAddress.is(website), "website", "web-address")
                .check(roles.contains(Role.ADMINISTRATOR) && kind.grants(roles), "roles", "choice")
                .refuse();
    }
}

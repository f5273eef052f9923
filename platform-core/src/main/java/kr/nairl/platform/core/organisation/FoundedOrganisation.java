package kr.nairl.platform.core.organisation;

import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that setup registers as active, profile and all.
 *
 * @param slug lower-case letters, digits and single hyphens, at most 80
 * @param partnerSince a year
 * @param fictional exists in the demo only
 * @param emailDomain no two organisations share one
 */
public record FoundedOrganisation(
        String slug,
        OrganisationKind kind,
        boolean partner,
        @Nullable Integer partnerSince,
        boolean fictional,
        @Nullable String emailDomain,
        ProfileEdit profile) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws InvalidInputException naming every bad field */
    void validate() {
        new Violations()
                .check(slug.length() <= 80 && SLUG.matcher(slug).matches(), "slug", "slug")
                .check(partnerSince == null || (partnerSince >= 1900 && partnerSince <= 2200), "partnerSince", "year")
                .check(emailDomain == null || WebAddress.isDomain(emailDomain), "emailDomain", "domain")
                .refuse();
        profile.validate();
    }
}

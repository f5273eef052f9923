package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a profile, such as a product.
 *
 * @param url an http or https address
 * @param audience who sees it; never wider than the profile it is in
 */
public record ProfileItem(
        Kind kind,
        LocalizedText name,
        LocalizedText detail,
        @Nullable String url,
        Audience audience) {

    /** One that is seen with the profile. */
    public ProfileItem(Kind kind, LocalizedText name, LocalizedText detail, @Nullable String url) {
        this(kind, name, detail, url, Audience.PUBLIC);
    }

    public ProfileItem {
        url = url == null || url.isBlank() ? null : url.strip();
    }

    /**
     * Refuses what no profile could hold, for a form that edits one entry.
     *
     * @throws InvalidInputException naming every bad field
     */
    public void validate() {
        Violations violations = new Violations();
        ProfileEdit.check(violations, "", this);
        violations.refuse();
    }

    /** What sort of entry, in the order in which profiles show them. */
    public enum Kind {
        PRODUCT,
        TECHNOLOGY,
        CERTIFICATION,
        AWARD,
        CLIENT,
        PERSON,
        LINK
    }
}

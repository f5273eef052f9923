package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a profile, such as a product.
 *
 * @param url an http or https address
 */
public record ProfileItem(
        Kind kind,
        LocalizedText name,
        LocalizedText detail,
        @Nullable String url) {

    public ProfileItem {
        url = url == null || url.isBlank() ? null : url.strip();
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

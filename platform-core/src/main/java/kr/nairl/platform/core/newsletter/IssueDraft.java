package kr.nairl.platform.core.newsletter;

import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;

/**
 * What an editor writes about an issue.
 *
 * @param slug the last part of its address: lower-case letters, digits and single hyphens, at most 80
 * @param title at most 160 characters, in one language or both
 * @param volume as printed, such as {@code 2025 Vol.01}, at most 40 characters
 * @param intro Markdown, at most 2000 characters; may be empty
 */
public record IssueDraft(String slug, LocalizedText title, String volume, LocalizedText intro) {

    public IssueDraft {
        slug = slug.strip();
        volume = volume.strip();
    }

    void refuseUnlessSound() {
        Slugs.check(new Violations(), slug)
                .required(160, "title", title)
                .required(40, "volume", volume)
                .atMost(2000, "intro", intro)
                .refuse();
    }
}

package kr.nairl.platform.core.newsletter;

import java.util.Set;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Violations;

/** The form of the last part of an issue's or a story's address. */
final class Slugs {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LENGTH = 80;
    /** Taken by pages that stand beside the stories. */
    private static final Set<String> RESERVED = Set.of("issues", "feed");

    private Slugs() {}

    static Violations check(Violations violations, String slug) {
        return violations
                .required(LENGTH, "slug", slug)
                .check(FORM.matcher(slug).matches(), "slug", "slug")
                .check(!RESERVED.contains(slug), "slug", "reserved");
    }
}

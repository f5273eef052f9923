package kr.nairl.platform.core.update;

import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which updates a reader wants; all conditions hold together.
 *
 * @param followedOnly only those of sub-projects and researchers that the reader follows
 * @param text words to find in title, body or author's name, or initial consonants of the author's; null or blank for all
 */
public record FeedFilter(
        boolean followedOnly,
        @Nullable SubProjectId subProject,
        @Nullable ResearcherId researcher,
        @Nullable String text) {

    /** Everything that the reader may see. */
    public static final FeedFilter EVERYTHING = new FeedFilter(false, null, null, null);

    public FeedFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** What the reader follows. */
    public static FeedFilter followed() {
        return new FeedFilter(true, null, null, null);
    }

    /** What one researcher posted. */
    public static FeedFilter of(ResearcherId researcher) {
        return new FeedFilter(false, null, researcher, null);
    }

    /** What was posted in one sub-project. */
    public static FeedFilter of(SubProjectId subProject) {
        return new FeedFilter(false, subProject, null, null);
    }
}

package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issue on the editors' desk with the rows of all its stories, drafts too, in reading order.
 *
 * @param version goes back with every change of the issue
 */
public record IssueSheet(
        IssueId id, int version, State state, @Nullable Instant publishedAt, IssueDraft draft, List<StoryRow> stories) {

    public IssueSheet {
        stories = List.copyOf(stories);
    }
}

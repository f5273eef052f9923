package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A story on the editors' desk; the version goes back with every change of it. */
public record StorySheet(
        StoryId id,
        IssueId issue,
        int version,
        State state,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        StoryDraft draft) {}

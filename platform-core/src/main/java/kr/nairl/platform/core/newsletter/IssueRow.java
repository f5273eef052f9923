package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** One issue in the editors' list. */
public record IssueRow(
        IssueId id,
        int version,
        String slug,
        String volume,
        LocalizedText title,
        State state,
        @Nullable Instant publishedAt,
        int stories,
        int drafts) {}

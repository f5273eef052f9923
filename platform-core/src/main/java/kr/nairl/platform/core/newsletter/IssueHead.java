package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * A published issue as it is named and listed.
 *
 * @param intro Markdown
 * @param stories how many published stories it has
 */
public record IssueHead(
        IssueId id,
        String slug,
        String volume,
        LocalizedText title,
        LocalizedText intro,
        Instant publishedAt,
        int stories) {}

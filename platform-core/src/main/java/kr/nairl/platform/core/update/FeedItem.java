package kr.nairl.platform.core.update;

import java.time.Instant;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One update in a reader's feed.
 *
 * @param body Markdown
 * @param editedAt null when it stands as it was posted
 * @param followed whether the reader follows its author or its sub-project
 * @param own whether the reader wrote it and so may edit it
 */
public record FeedItem(
        UpdateId id,
        Place subProject,
        Author author,
        LocalizedText title,
        LocalizedText body,
        Audience audience,
        Instant publishedAt,
        @Nullable Instant editedAt,
        boolean followed,
        boolean own) {

    /** The sub-project an update was posted in. */
    public record Place(SubProjectId id, int number, LocalizedText title) {}

    /**
     * Who posted it.
     *
     * @param organisation its name; empty where the reader may not see that organisation
     */
    public record Author(ResearcherId id, String slug, LocalizedText name, LocalizedText organisation) {}
}

package kr.nairl.platform.core.newsletter;

import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A published story to read.
 *
 * @param body Markdown
 * @param previous the story before it in its issue; null for the first
 * @param next the story after it; null for the last
 */
public record StoryPage(
        StoryCard card,
        LocalizedText body,
        @Nullable Neighbour previous,
        @Nullable Neighbour next) {

    public record Neighbour(String slug, Section section, LocalizedText title) {}
}

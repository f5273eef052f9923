package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import kr.nairl.platform.core.shared.LocalizedText;

/** One story in an issue's table on the editors' desk. */
public record StoryRow(
        StoryId id,
        int version,
        String slug,
        Section section,
        LocalizedText title,
        State state,
        Instant updatedAt,
        boolean hasKorean,
        boolean hasEnglish) {}

package kr.nairl.platform.core.newsletter;

import java.util.UUID;

/** Identity of a story. */
public record StoryId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static StoryId fresh() {
        return new StoryId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static StoryId of(String text) {
        return new StoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

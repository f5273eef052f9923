package kr.nairl.platform.core.research;

import java.util.UUID;

/** Identity of a research result (publication). */
public record ResultId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static ResultId fresh() {
        return new ResultId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static ResultId of(String text) {
        return new ResultId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

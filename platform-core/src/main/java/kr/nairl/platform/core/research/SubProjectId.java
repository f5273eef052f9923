package kr.nairl.platform.core.research;

import java.util.UUID;

/** Identity of a sub-project of the lab. */
public record SubProjectId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static SubProjectId fresh() {
        return new SubProjectId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static SubProjectId of(String text) {
        return new SubProjectId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

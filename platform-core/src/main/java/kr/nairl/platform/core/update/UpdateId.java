package kr.nairl.platform.core.update;

import java.util.UUID;

/** Identity of a project update. */
public record UpdateId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static UpdateId fresh() {
        return new UpdateId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static UpdateId of(String text) {
        return new UpdateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

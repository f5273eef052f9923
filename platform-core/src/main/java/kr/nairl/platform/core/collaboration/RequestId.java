package kr.nairl.platform.core.collaboration;

import java.util.UUID;

/** Identity of a collaboration request. */
public record RequestId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

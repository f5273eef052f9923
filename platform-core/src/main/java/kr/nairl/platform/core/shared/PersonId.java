package kr.nairl.platform.core.shared;

import java.util.UUID;

/** Identity of a person who can sign in. */
public record PersonId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static PersonId fresh() {
        return new PersonId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

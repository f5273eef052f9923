package kr.nairl.platform.core.admission;

import java.util.UUID;

/** Identity of an application. */
public record ApplicationId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static ApplicationId fresh() {
        return new ApplicationId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static ApplicationId of(String text) {
        return new ApplicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

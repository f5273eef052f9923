package kr.nairl.platform.core.alert;

import java.util.UUID;

/** Identity of an alert. */
public record AlertId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static AlertId fresh() {
        return new AlertId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static AlertId of(String text) {
        return new AlertId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

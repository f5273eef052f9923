package kr.nairl.platform.core.calendar;

import java.util.UUID;

/** Identity of a talk, networking day or conference. */
public record EventId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static EventId fresh() {
        return new EventId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static EventId of(String text) {
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

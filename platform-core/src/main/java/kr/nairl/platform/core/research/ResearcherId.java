package kr.nairl.platform.core.research;

import java.util.UUID;

/** Identity of a researcher. */
public record ResearcherId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static ResearcherId fresh() {
        return new ResearcherId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static ResearcherId of(String text) {
        return new ResearcherId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

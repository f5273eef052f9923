package kr.nairl.platform.core.research;

import java.util.UUID;

/** Identity of a research area of a sub-project. */
public record ResearchAreaId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static ResearchAreaId fresh() {
        return new ResearchAreaId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static ResearchAreaId of(String text) {
        return new ResearchAreaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

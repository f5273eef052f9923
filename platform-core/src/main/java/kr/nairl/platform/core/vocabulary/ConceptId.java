package kr.nairl.platform.core.vocabulary;

import java.util.UUID;

/** Identity of a concept of the vocabulary. */
public record ConceptId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static ConceptId fresh() {
        return new ConceptId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static ConceptId of(String text) {
        return new ConceptId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

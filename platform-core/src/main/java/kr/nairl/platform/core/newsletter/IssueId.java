package kr.nairl.platform.core.newsletter;

import java.util.UUID;

/** Identity of a newsletter issue. */
public record IssueId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static IssueId fresh() {
        return new IssueId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static IssueId of(String text) {
        return new IssueId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

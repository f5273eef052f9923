package kr.nairl.platform.core.interest;

import java.util.UUID;

/** Identity of a collaboration interest. */
public record InterestId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static InterestId fresh() {
        return new InterestId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static InterestId of(String text) {
        return new InterestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

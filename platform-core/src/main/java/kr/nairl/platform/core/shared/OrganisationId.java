package kr.nairl.platform.core.shared;

import java.util.UUID;

/** Identity of an organisation. */
public record OrganisationId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static OrganisationId fresh() {
        return new OrganisationId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static OrganisationId of(String text) {
        return new OrganisationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

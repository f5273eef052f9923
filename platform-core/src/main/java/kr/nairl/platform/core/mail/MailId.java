package kr.nairl.platform.core.mail;

import java.util.UUID;

/** Identity of a mail in the outbox; its Message-ID is made of it. */
public record MailId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static MailId fresh() {
        return new MailId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static MailId of(String text) {
        return new MailId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

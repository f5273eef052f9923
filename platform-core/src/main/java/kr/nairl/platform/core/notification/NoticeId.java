package kr.nairl.platform.core.notification;

import java.util.UUID;

/** Identity of a notice in somebody's inbox. */
public record NoticeId(UUID value) {

    /** A new identity, made in the application so that no INSERT has to return one. */
    public static NoticeId fresh() {
        return new NoticeId(UUID.randomUUID());
    }

    /** Reads the text form of a UUID; {@link IllegalArgumentException} for anything else. */
    public static NoticeId of(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

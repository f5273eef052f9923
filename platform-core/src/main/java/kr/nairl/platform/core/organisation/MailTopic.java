package kr.nairl.platform.core.organisation;

import java.util.Optional;

/** What mails are about that a person may do without. What they do without still reaches their inbox. */
public enum MailTopic {
    /** Steps of requests. */
    REQUESTS("request."),
    /** Updates of what the person follows. */
    UPDATES("update."),
    /** Applications to become a partner, for lab managers. */
    ADMISSION("application."),
    /** New matches and what saved searches find. */
    ALERTS("alert.");

    private final String events;

    MailTopic(String events) {
        this.events = events;
    }

    /** The topic of an event's kind; empty for mails that nobody does without. */
    public static Optional<MailTopic> of(String eventKind) {
        for (MailTopic topic : values()) {
            if (eventKind.startsWith(topic.events)) {
                return Optional.of(topic);
            }
        }
        return Optional.empty();
    }
}

package kr.nairl.platform.core.shared;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Live changes across all nodes. A transaction announces what it changed (ids only); when it commits, every node tells
 * its subscribers, who re-read with their own actor.
 */
public interface Changes {

    /** Announces a change; nobody hears of it unless the running transaction commits. */
    void announce(Kind kind, UUID id);

    /** Calls the listener on a background thread for every change until the subscription is closed. */
    Subscription subscribe(Consumer<Change> listener);

    /** What sort of thing changed. */
    enum Kind {
        /** An event waits for the notifier. */
        EVENT,
        /** A mail waits for the mailer. */
        MAIL,
        /** A person's inbox; the id is the person's. */
        INBOX,
        /** A request. */
        REQUEST,
        /** An interest. */
        INTEREST,
        /** A researcher's page, topics or results. */
        RESEARCHER,
        /** An organisation's profile. */
        ORGANISATION,
        /** An application to become a partner. */
        APPLICATION,
        /** An update. */
        UPDATE,
        /** A person's memberships or sessions; the id is the person's. */
        MEMBERSHIP,
        /** The newsletter. */
        LETTER,
        /** The line was down: anything may have changed. */
        EVERYTHING
    }

    /** @param id what changed; null only for {@link Kind#EVERYTHING} */
    record Change(Kind kind, @Nullable UUID id) {}

    /** Ends with {@link #close()}. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}

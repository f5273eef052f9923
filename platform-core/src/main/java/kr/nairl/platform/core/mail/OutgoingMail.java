package kr.nairl.platform.core.mail;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way out.
 *
 * <p>Life cycle: {@code WAITING -> CLAIMED -> SENT}; a failed try goes back to {@code WAITING} with a pause, the last
 * one to {@code DEAD}; a claim that nobody ended goes to {@code IN_DOUBT}.
 *
 * @param event the event that it tells of; one recipient gets one mail of one event; null when it tells of none
 * @param messageId stable over all tries, without angle brackets
 * @param attempts tries so far, the running one included
 */
public record OutgoingMail(
        MailId id,
        @Nullable UUID event,
        String messageId,
        EmailAddress recipient,
        Language language,
        RenderedMail words,
        int attempts,
        Instant createdAt) {}

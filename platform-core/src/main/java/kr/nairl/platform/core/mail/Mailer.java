package kr.nairl.platform.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the outbox. Each mail is claimed in one transaction, handed to the mail server outside any, and ended in
 * another; so a crash leaves at most one mail per worker of which nobody knows whether it went out, and that one is put
 * into doubt, not sent twice.
 *
 * <p>Any number of nodes may send at once. A try that surely failed is repeated after a growing pause, eight tries in
 * about two days in all.
 */
@Component
public class Mailer {

    /** How long a worker may take for one mail before it counts as vanished. */
    public static final Duration CLAIM = Duration.ofMinutes(10);

    /** The last try's number. */
    public static final int MAX_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final int BATCH = 50;
    /** The pause after the first, second, … failed try. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final Transactions transactions;
    private final OutgoingMails mails;
    private final MailTransport transport;
    private final Clock clock;

    Mailer(Transactions transactions, OutgoingMails mails, MailTransport transport, Clock clock) {
        this.transactions = transactions;
        this.mails = mails;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * What one round did.
     *
     * @param doubtful how many fell into doubt, those of vanished workers included
     * @param more whether the round was full, so that more may wait
     */
    public record Round(int sent, int postponed, int dead, int doubtful, boolean more) {}

    /**
     * Sends what is due, one mail after the other, up to fifty.
     *
     * @throws ForbiddenException for anybody but {@link Actor.Job#MAILER}
     */
    public Round send(Actor actor) {
        if (!actor.equals(Actor.Job.MAILER)) {
            throw new ForbiddenException("only the mailer sends mails");
        }
        int doubtful = transactions.write(
                actor,
                () -> mails.doubtClaimedBefore(
                        clock.instant().minus(CLAIM), "the worker that was sending it vanished"));
        if (doubtful > 0) {
            LOG.warn("{} mails are in doubt: their workers vanished", doubtful);
        }
        int sent = 0;
        int postponed = 0;
        int dead = 0;
        int tried = 0;
        while (tried < BATCH) {
            Optional<OutgoingMail> claimed = transactions.write(actor, () -> mails.claim(clock.instant()));
            if (claimed.isEmpty()) {
                break;
            }
            tried++;
            OutgoingMail mail = claimed.get();
            MailTransport.Delivery delivery = transport.deliver(mail);
            MailState state = transactions.write(actor, () -> end(mail, delivery));
            switch (state) {
                case SENT -> sent++;
                case WAITING -> postponed++;
                case DEAD -> dead++;
                case IN_DOUBT, CLAIMED -> doubtful++;
            }
        }
        return new Round(sent, postponed, dead, doubtful, tried == BATCH);
    }

    private MailState end(OutgoingMail mail, MailTransport.Delivery delivery) {
        Instant now = clock.instant();
        return switch (delivery) {
            case MailTransport.Delivery.Taken taken -> {
                mails.sent(mail.id(), now);
                yield MailState.SENT;
            }
            case MailTransport.Delivery.NotTaken(String reason)
            when mail.attempts() >= MAX_ATTEMPTS -> {
                LOG.error("mail {} is given up after {} tries: {}", mail.id(), mail.attempts(), reason);
                mails.end(mail.id(), MailState.DEAD, reason);
                yield MailState.DEAD;
            }
            case MailTransport.Delivery.NotTaken(String reason) -> {
                LOG.warn("mail {} was not taken at try {}: {}", mail.id(), mail.attempts(), reason);
                mails.postpone(mail.id(), now.plus(PAUSES.get(mail.attempts() - 1)), reason);
                yield MailState.WAITING;
            }
            case MailTransport.Delivery.Unclear(String reason) -> {
                LOG.error("mail {} is in doubt: {}", mail.id(), reason);
                mails.end(mail.id(), MailState.IN_DOUBT, reason);
                yield MailState.IN_DOUBT;
            }
        };
    }
}

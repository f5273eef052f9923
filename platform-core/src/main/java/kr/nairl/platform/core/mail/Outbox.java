package kr.nairl.platform.core.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where mails are left to be sent. A mail is put into words when it is queued and goes out once the transaction that
 * queued it has committed; nothing goes out of one that was rolled back.
 *
 * <p>Mails in doubt (see {@link MailState#IN_DOUBT}) are never sent again by themselves: what they tell stands in the
 * inbox too, and a lab manager who sees their number decides with {@link #sendDoubtfulAgain}. A second copy then has the
 * same Message-ID as the first.
 */
@Component
public class Outbox {

    private static final int MAX_SUBJECT = 300;

    private final Transactions transactions;
    private final OutgoingMails mails;
    private final MailTemplates templates;
    private final SenderIdentity sender;
    private final Changes changes;
    private final Clock clock;

    Outbox(
            Transactions transactions,
            OutgoingMails mails,
            MailTemplates templates,
            SenderIdentity sender,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.mails = mails;
        this.templates = templates;
        this.sender = sender;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Renders and queues a mail that tells of an event, in the actor's running transaction if there is one. Policies let
     * the notifier and whoever may invite do so.
     *
     * @param event one recipient gets one mail of one event; null when it tells of none
     */
    public MailId queue(
            Actor actor,
            @Nullable UUID event,
            EmailAddress recipient,
            Language language,
            String kind,
            Map<String, Object> model) {
        return transactions.write(actor, () -> {
            RenderedMail words = templates.render(kind, language, model);
            MailId id = MailId.fresh();
            mails.add(new OutgoingMail(
                    id,
                    event,
                    id + "@" + sender.address().domain(),
                    recipient,
                    language,
                    new RenderedMail(subject(words.subject()), words.text(), words.html()),
                    0,
                    clock.instant()));
            changes.announce(Changes.Kind.MAIL, id.value());
            return id;
        });
    }

    /** As {@link #queue}, for a mail that tells of no event, such as an invitation. */
    public MailId queueRendered(
            Actor actor, EmailAddress recipient, Language language, String kind, Map<String, Object> model) {
        return queue(actor, null, recipient, language, kind, model);
    }

    /**
     * How many mails there are in each state; every state is there.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     */
    public Map<MailState, Integer> counts(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        // The membership behind the session still holds: a person's transaction does not begin without it.
        transactions.read(actor, () -> true);
        // People cannot read the outbox; a manager gets its numbers only.
        return transactions.read(Actor.Job.MAILER, mails::counts);
    }

    /**
     * Sends what is in doubt once more, at the risk of a second copy.
     *
     * @return how many
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     */
    public int sendDoubtfulAgain(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        transactions.read(actor, () -> true);
        Instant now = clock.instant();
        return transactions.write(Actor.Job.MAILER, () -> {
            int released = mails.releaseDoubtful(now);
            changes.announce(Changes.Kind.MAIL, UUID.randomUUID());
            return released;
        });
    }

    /** One line that a header can hold. */
    private static String subject(String rendered) {
        String line = rendered.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (line.length() <= MAX_SUBJECT) {
            return line;
        }
        int end = MAX_SUBJECT - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}

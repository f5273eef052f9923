package kr.nairl.platform.core.mail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where outgoing mails are kept. Runs inside the caller's transaction. */
public interface OutgoingMails {

    /** Writes a mail to be sent at once. Writes only: its actor need not be able to read the outbox. */
    void add(OutgoingMail mail);

    /** Locks the mail that waits longest and claims it with one more attempt; empty when none is due. */
    Optional<OutgoingMail> claim(Instant now);

    /** Ends the claim: the server took it. */
    void sent(MailId mail, Instant now);

    /** Ends the claim: to be tried again, not before that time. */
    void postpone(MailId mail, Instant notBefore, String error);

    /** Ends the claim: given up, or in doubt. */
    void end(MailId mail, MailState state, String error);

    /** Puts into doubt what was claimed before that time and never ended; answers how many. */
    int doubtClaimedBefore(Instant time, String error);

    /** Puts what is in doubt back to be sent; answers how many. */
    int releaseDoubtful(Instant now);

    /** How many there are in each state; every state is there. */
    Map<MailState, Integer> counts();
}

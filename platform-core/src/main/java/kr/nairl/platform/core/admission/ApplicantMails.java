package kr.nairl.platform.core.admission;

import kr.nairl.platform.core.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Where mails to applicants are put. Called inside a transaction, so that a mail goes out if it commits. */
public interface ApplicantMails {

    /** Asks to confirm the address, by a link with this secret. */
    void queueConfirmation(Actor actor, ApplicationSheet sheet, String token);

    /** Tells what the lab asks; the link with this secret leads to where it is answered. */
    void queueQuestion(Actor actor, ApplicationSheet sheet, String question, String token);

    /** Tells that the lab declines. */
    void queueDecline(Actor actor, ApplicationSheet sheet, DeclineReason reason, @Nullable String words);
}

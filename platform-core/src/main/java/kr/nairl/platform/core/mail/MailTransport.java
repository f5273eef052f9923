package kr.nairl.platform.core.mail;

/** The way out to a mail server. */
public interface MailTransport {

    /** Hands one mail to the server. Never throws for what a mail server may do. */
    Delivery deliver(OutgoingMail mail);

    /** What the server made of it. */
    sealed interface Delivery {

        /** It took the mail. */
        record Taken() implements Delivery {}

        /** It surely did not: not reached, or refused. */
        record NotTaken(String reason) implements Delivery {}

        /** The line broke before it answered: it may have taken the mail. */
        record Unclear(String reason) implements Delivery {}
    }
}

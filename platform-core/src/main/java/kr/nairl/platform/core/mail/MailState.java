package kr.nairl.platform.core.mail;

/** Where a mail in the outbox stands. */
public enum MailState {
    /** To be sent, at once or after a pause. */
    WAITING,
    /** One worker is sending it now. */
    CLAIMED,
    /** The mail server took it. */
    SENT,
    /** Its worker vanished, or the server did not answer: perhaps taken, perhaps not. Never sent again by itself. */
    IN_DOUBT,
    /** Given up after the last try. */
    DEAD
}

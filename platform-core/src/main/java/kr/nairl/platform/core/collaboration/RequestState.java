package kr.nairl.platform.core.collaboration;

/** Where a request stands. Written by its author, sent, perhaps asked about, and in the end decided one way. */
public enum RequestState {
    /** Being written; only the author's organisation sees it. */
    DRAFT,
    /** The addressee's turn. */
    SENT,
    /** The sender's turn. */
    QUESTION_ASKED,
    /** The addressee, or the clock for one who did not answer, passed it on to a colleague, who is the addressee now. */
    HANDED_OVER,
    /** The addressee said yes. */
    ACCEPTED,
    /** The addressee said no. */
    DECLINED,
    /** The sender took it back. */
    WITHDRAWN,
    /** Nobody acted in time. */
    EXPIRED;

    /** Whether nothing can happen to it any more. */
    public boolean isFinal() {
        return switch (this) {
            case DRAFT, SENT, QUESTION_ASKED, HANDED_OVER -> false;
            case ACCEPTED, DECLINED, WITHDRAWN, EXPIRED -> true;
        };
    }

    /** Whether the step exists in this state, whoever takes it. */
    boolean allows(RequestStep step) {
        return switch (this) {
            case DRAFT ->
                switch (step) {
                    case SEND -> true;
                    case ASK, ANSWER, HAND_OVER, PASS_ON, ACCEPT, DECLINE, WITHDRAW, REMIND, EXPIRE -> false;
                };
            case SENT, HANDED_OVER ->
                switch (step) {
                    case ASK, HAND_OVER, PASS_ON, ACCEPT, DECLINE, WITHDRAW, REMIND, EXPIRE -> true;
                    case SEND, ANSWER -> false;
                };
            case QUESTION_ASKED ->
                switch (step) {
                    case ANSWER, ACCEPT, DECLINE, WITHDRAW, EXPIRE -> true;
                    case SEND, ASK, HAND_OVER, PASS_ON, REMIND -> false;
                };
            case ACCEPTED, DECLINED, WITHDRAWN, EXPIRED -> false;
        };
    }
}

package kr.nairl.platform.core.collaboration;

/** What can be done to a request: each step belongs to one side and is told to the others as one event. */
public enum RequestStep {
    SEND(RequestSide.SENDER, "request.sent"),
    ASK(RequestSide.ADDRESSEE, "request.question-asked"),
    ANSWER(RequestSide.SENDER, "request.answered"),
    HAND_OVER(RequestSide.ADDRESSEE, "request.handed-over"),
    PASS_ON(RequestSide.CLOCK, "request.passed-on"),
    ACCEPT(RequestSide.ADDRESSEE, "request.accepted"),
    DECLINE(RequestSide.ADDRESSEE, "request.declined"),
    WITHDRAW(RequestSide.SENDER, "request.withdrawn"),
    REMIND(RequestSide.CLOCK, "request.reminded"),
    EXPIRE(RequestSide.CLOCK, "request.expired");

    private final RequestSide side;
    private final String event;

    RequestStep(RequestSide side, String event) {
        this.side = side;
        this.event = event;
    }

    /** Who takes this step. */
    public RequestSide side() {
        return side;
    }

    /** The kind of the event that tells of it. */
    public String event() {
        return event;
    }
}

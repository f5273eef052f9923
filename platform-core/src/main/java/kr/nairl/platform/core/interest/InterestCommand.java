package kr.nairl.platform.core.interest;

/** What can be done to an interest. */
public enum InterestCommand {
    /** Shows a draft, or shows a paused one again. */
    OPEN,
    /** Takes an open one from view. */
    PAUSE,
    /** Ends an open or paused one. */
    CLOSE,
    /** Opens a closed one again, for a new term. */
    RENEW,
    /** Ends what has been open for its whole term; done by the clock, never by people. */
    EXPIRE
}

package kr.nairl.platform.core.interest;

/** Where an interest stands. */
public enum InterestState {
    /** Being written; nobody outside the company sees it. */
    DRAFT,
    /** Shown to its audience and matched. */
    OPEN,
    /** Taken from view for a while. */
    PAUSED,
    /** Ended, by the company or by time. */
    CLOSED
}

package kr.nairl.platform.core.collaboration;

/** What somebody is to a request. */
public enum RequestSide {
    /** Works for the organisation that proposes. */
    SENDER,
    /** Is the researcher asked. */
    ADDRESSEE,
    /** The job that reminds and expires. */
    CLOCK,
    /** Neither: a lab manager who sees that it exists, or nobody to it at all. */
    OUTSIDE
}

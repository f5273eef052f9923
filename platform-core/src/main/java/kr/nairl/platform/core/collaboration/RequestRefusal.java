package kr.nairl.platform.core.collaboration;

/** Why a request cannot be begun or moved; nothing was written. */
public enum RequestRefusal {
    /** It was decided, withdrawn or has expired. */
    ALREADY_DECIDED,
    /** The step does not fit the state it is in. */
    NOT_NOW,
    /** The step is for the other side. */
    NOT_YOUR_STEP,
    /** A draft lacks something that it needs to be sent. */
    INCOMPLETE,
    /** The researcher takes no requests at present. */
    NOT_ACCEPTING,
    /** The researcher has no account here and could not answer. */
    NO_ACCOUNT,
    /** The sub-project has no principal investigator to address. */
    NO_INVESTIGATOR,
    /** One cannot ask oneself. */
    ONESELF,
    /** It was passed on as often as it may be: somebody has to decide. */
    HANDED_OVER_OFTEN,
    /** It is not due to be reminded of or to expire. */
    TOO_EARLY,
    /** It was reminded of already. */
    ALREADY_REMINDED
}

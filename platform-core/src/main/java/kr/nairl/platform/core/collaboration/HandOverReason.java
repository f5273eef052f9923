package kr.nairl.platform.core.collaboration;

/** Why a request is passed on. Not confidential: lab managers see it. */
public enum HandOverReason {
    /** The colleague's field is nearer to it. Matching learns from this one. */
    BETTER_FIT,
    NO_CAPACITY,
    AWAY,
    /** Nobody answered; the clock says so. */
    NO_ANSWER;

    /** Whether an addressee may give it. */
    public boolean isOfAddressee() {
        return this != NO_ANSWER;
    }
}

package kr.nairl.platform.core.collaboration;

/** Why an addressee passes a request on. Not confidential: lab managers see it. */
public enum HandOverReason {
    /** The colleague's field is nearer to it. Matching learns from this one. */
    BETTER_FIT,
    NO_CAPACITY,
    AWAY
}

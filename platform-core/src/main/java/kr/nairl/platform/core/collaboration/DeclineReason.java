package kr.nairl.platform.core.collaboration;

/** Why an addressee says no. Not confidential: lab managers see it. */
public enum DeclineReason {
    NO_CAPACITY,
    OUT_OF_FIELD,
    CONFLICT_OF_INTEREST,
    NOT_READY,
    OTHER
}

package kr.nairl.platform.core.admission;

/** Why the lab declines an application. */
public enum DeclineReason {
    /** What is sought is none of the lab's fields. */
    OUT_OF_FIELD,
    /** Who it is could not be verified. */
    NOT_VERIFIED,
    /** The same organisation applied twice. */
    DUPLICATE,
    /** The lab cannot take on more partners now. */
    NO_CAPACITY,
    OTHER
}

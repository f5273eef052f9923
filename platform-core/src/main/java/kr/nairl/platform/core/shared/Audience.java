package kr.nairl.platform.core.shared;

/** The visibility ladder, widest first: who may see a field or a row beside those who own it. */
public enum Audience {
    /** Everybody, without signing in. */
    PUBLIC,
    /** Everybody who is signed in. */
    MEMBERS,
    /** Those with an accepted request between them. */
    ACCEPTED,
    /** Those who signed a non-disclosure agreement. */
    NDA
}

package kr.nairl.platform.core.shared;

/** The visibility ladder, widest first: who may see a field or a row beside those who own it. */
public enum Audience {
    /** Everybody, without signing in. */
    PUBLIC,
    /** Everybody who is signed in. */
    MEMBERS,
    /** Those with an accepted request between them. */
    ACCEPTED,
    /** Those with an accepted request between them who act for an organisation that signed a non-disclosure agreement. */
    NDA;

    /** Whoever stands on this rung sees what is shown to that audience. */
    public boolean sees(Audience other) {
        return other.compareTo(this) <= 0;
    }

    /** The one of both that fewer see. */
    public Audience narrower(Audience other) {
        return other.sees(this) ? other : this;
    }
}

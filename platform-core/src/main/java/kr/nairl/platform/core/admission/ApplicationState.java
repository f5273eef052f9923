package kr.nairl.platform.core.admission;

/** Where an application stands. */
public enum ApplicationState {
    /** Written; whether the address is the applicant's is not known yet, and nobody sees it. */
    UNCONFIRMED,
    /** Waits for the lab. */
    SUBMITTED,
    /** Waits for the applicant, who was asked something. */
    QUESTION_ASKED,
    /** A new organisation was made of it. */
    APPROVED,
    /** Its person was invited into an organisation that was here already. */
    JOINED,
    DECLINED,
    /** Taken back by the applicant. */
    WITHDRAWN;

    /** Does it wait for an answer of the lab or of the applicant? */
    public boolean isOpen() {
        return this == SUBMITTED || this == QUESTION_ASKED;
    }
}

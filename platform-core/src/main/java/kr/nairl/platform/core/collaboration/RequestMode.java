package kr.nairl.platform.core.collaboration;

/** What kind of working together a request proposes; the same names as an interest's. */
public enum RequestMode {
    JOINT_RESEARCH,
    DATA,
    PROOF_OF_CONCEPT,
    TECHNOLOGY_TRANSFER,
    INTERNSHIP,
    ADVICE
}

package kr.nairl.platform.core.interest;

/** How a company wants to work with the lab. */
public enum CollaborationMode {
    JOINT_RESEARCH,
    /** Data is shared or made together. */
    DATA,
    PROOF_OF_CONCEPT,
    TECHNOLOGY_TRANSFER,
    INTERNSHIP,
    ADVICE
}

package kr.nairl.platform.core.interest;

/**
 * A field of an interest that may be narrower than the interest itself. Title and mode are not among them: an interest that
 * is seen at all is seen by these.
 */
public enum InterestField {
    NEED,
    TOPICS,
    SUB_PROJECTS,
    HORIZON,
    BUDGET
}

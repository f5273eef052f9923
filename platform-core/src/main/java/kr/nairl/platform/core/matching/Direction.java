package kr.nairl.platform.core.matching;

/** Which side is ranked. */
public enum Direction {
    /** Researchers and research areas, in one list, for a company's need. */
    EXPERTS_FOR_NEED,
    /** Open interests for a researcher or a research area. */
    NEEDS_FOR_EXPERT
}

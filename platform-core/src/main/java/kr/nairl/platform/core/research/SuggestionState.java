package kr.nairl.platform.core.research;

/** What the researcher said to a suggested work. */
public enum SuggestionState {
    /** Nothing yet. */
    SUGGESTED,
    /** It is theirs; it became a result. */
    TAKEN,
    /** Not theirs, or not wanted here; it is not suggested again. */
    DISMISSED
}

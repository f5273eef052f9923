package kr.nairl.platform.core.newsletter;

/** Of issues and of stories. A story is read by all when it and its issue are both published. */
public enum State {
    /** Seen by editors and lab managers only. */
    DRAFT,
    /** Seen by everybody. */
    PUBLISHED
}

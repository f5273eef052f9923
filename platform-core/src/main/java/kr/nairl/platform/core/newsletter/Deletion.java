package kr.nairl.platform.core.newsletter;

/** What came of asking to delete. */
public sealed interface Deletion {

    /** It is gone. */
    record Deleted() implements Deletion {}

    /** People may have linked to it: it must be unpublished first. Nothing changed. */
    record StillPublished() implements Deletion {}
}

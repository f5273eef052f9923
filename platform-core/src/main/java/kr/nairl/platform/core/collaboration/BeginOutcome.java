package kr.nairl.platform.core.collaboration;

/** What came of beginning a request. */
public sealed interface BeginOutcome {

    /** There is a draft now: at version 0, or 1 when it has an earlier one's words. */
    record Begun(RequestId id) implements BeginOutcome {}

    /** They cannot be asked. */
    record Refused(RequestRefusal reason) implements BeginOutcome {}
}

package kr.nairl.platform.core.collaboration;

/** What came of discarding a draft. */
public sealed interface DiscardOutcome permits DiscardOutcome.Discarded, MoveOutcome.Refused, MoveOutcome.Overtaken {

    /** It is gone. */
    record Discarded() implements DiscardOutcome {}
}

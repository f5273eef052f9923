package kr.nairl.platform.core.collaboration;

import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What came of a step. */
public sealed interface MoveOutcome {

    /**
     * It was taken.
     *
     * @param version the version to give with the next step
     */
    record Moved(RequestState state, int version) implements MoveOutcome {}

    /** It cannot be taken; nothing was written. */
    record Refused(RequestRefusal reason) implements MoveOutcome, DiscardOutcome {}

    /**
     * Somebody else was faster; nothing was written.
     *
     * @param current where the request stands now
     * @param by the name of whoever took the last step; null when that was the clock, or when a draft was edited
     */
    record Overtaken(RequestState current, @Nullable LocalizedText by) implements MoveOutcome, DiscardOutcome {}
}

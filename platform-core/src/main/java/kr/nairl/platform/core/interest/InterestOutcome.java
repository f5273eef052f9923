package kr.nairl.platform.core.interest;

import java.util.Set;

/** What came of a command to an interest. */
public sealed interface InterestOutcome {

    /** It was done. */
    record Moved(Interest interest) implements InterestOutcome {}

    /**
     * It was not, and nothing changed.
     *
     * @param missing what to write first; empty unless the reason is {@link Reason#INCOMPLETE}
     */
    record Refused(Reason reason, Set<Missing> missing) implements InterestOutcome {
        public Refused {
            missing = Set.copyOf(missing);
        }

        Refused(Reason reason) {
            this(reason, Set.of());
        }
    }

    /** Why not. */
    enum Reason {
        /** This actor may not do that. */
        NOT_ALLOWED,
        /** Not from the state it is in. */
        WRONG_STATE,
        /** It does not say enough to be opened. */
        INCOMPLETE,
        /** Its term is not over. */
        NOT_DUE
    }

    /** What an interest lacks to be opened. */
    enum Missing {
        TITLE,
        /** At least {@link InterestWords#NEED_MIN} characters in one language. */
        NEED,
        TOPIC
    }
}

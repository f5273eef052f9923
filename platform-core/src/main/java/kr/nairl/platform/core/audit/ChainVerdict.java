package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What looking through the whole chain found. */
public sealed interface ChainVerdict {

    /**
     * Everything is as it was written.
     *
     * @param entries all of them, linked or waiting
     * @param waiting entries that the next round will link: no break
     * @param waitingSince when the oldest of them was written; null without any
     * @param end the last link, to be noted elsewhere and compared later; null while there is none
     */
    record Intact(
            long links,
            long entries,
            long waiting,
            @Nullable Instant waitingSince,
            @Nullable ChainEnd end) implements ChainVerdict {}

    /**
     * The chain does not hold from this link on; nothing behind it was looked at.
     *
     * @param link the first broken link's number
     * @param entry the entry that it names; null where the link itself is gone
     * @param intact how many links before it hold
     */
    record Broken(long link, @Nullable UUID entry, Break why, long intact) implements ChainVerdict {}

    /** In which way a link is broken. */
    enum Break {
        /** There is no link with this number, though a later one stands there. */
        LINK_MISSING,
        /** It does not follow the link before it. */
        OUT_OF_ORDER,
        /** Its entry is gone. */
        ENTRY_MISSING,
        /** Its entry, or the link itself, is not what was written. */
        CHANGED,
        /** The chain has another link there, or none, than the one noted before. */
        NOT_AS_NOTED
    }
}

package kr.nairl.platform.core.newsletter;

import java.time.Instant;

/** What came of asking to publish. */
public sealed interface Publication {

    /** It is published, now or already before. */
    record Published(Instant at) implements Publication {}

    /** A story without a body, or an issue without a published story, has nothing to read; nothing changed. */
    record NothingToRead() implements Publication {}
}

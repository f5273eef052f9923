package kr.nairl.platform.core.privacy;

import java.time.Instant;
import java.util.List;

/** The rules as stored. Every method runs in the caller's transaction. */
public interface RetentionRules {

    List<RetentionRule> all();

    /** Deletes all that is due, and answers how many rows that were. */
    int apply(Instant now);
}

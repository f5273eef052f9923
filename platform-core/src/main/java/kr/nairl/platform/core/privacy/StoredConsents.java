package kr.nairl.platform.core.privacy;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.shared.PersonId;

/** Decisions as stored. Every method runs in a transaction of the privacy job. */
public interface StoredConsents {

    /** All of a person's, the oldest first. */
    List<ConsentRecord> of(PersonId person);

    void add(PersonId person, Purpose purpose, String version, boolean given, Instant now);
}

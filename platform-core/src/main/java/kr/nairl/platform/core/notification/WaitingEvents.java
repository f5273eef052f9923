package kr.nairl.platform.core.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.DomainEvent;

/** Events that nobody was told of yet. Runs inside the notifier's transaction. */
public interface WaitingEvents {

    /** Locks and answers the oldest one that may be handled now; those locked by other nodes are left out. */
    Optional<DomainEvent> lockNext(Instant now);

    /** It was told. */
    void handled(UUID event, Instant now);

    /**
     * Telling it failed once more; it is left until that long after now, longer each time.
     *
     * @return how often it has failed
     */
    int failed(UUID event, Instant now);
}

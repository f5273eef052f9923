package kr.nairl.platform.core.shared;

import java.util.Map;
import java.util.UUID;

/** Where use cases write what happened. Must be called inside the transaction that made it happen. */
public interface Events {

    /** Writes one event caused by the actor and wakes the job that tells others once the transaction commits. */
    void publish(Actor actor, String kind, UUID subject, Map<String, String> detail);

    /** As {@link #publish(Actor, String, UUID, Map)}, without detail. */
    default void publish(Actor actor, String kind, UUID subject) {
        publish(actor, kind, subject, Map.of());
    }
}

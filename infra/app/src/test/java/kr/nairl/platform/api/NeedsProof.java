package kr.nairl.platform.api;

import java.time.Clock;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import org.springframework.http.ResponseEntity;

/**
 * An endpoint as there will be one when the API invites people: V4ApiTest adds it to the running platform and takes it away
 * again.
 */
public final class NeedsProof {

    private final CurrentActor current;
    private final Clock clock;

    public NeedsProof(CurrentActor current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /** Answers whoever proved lately who they are. */
    @Reach
    public ResponseEntity<String> answer() {
        current.actor().requirePerson().requireFreshProof(clock.instant());
        return ResponseEntity.ok("{}");
    }
}

package kr.nairl.platform.core.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** How long applications are kept that nothing came of. What became an organisation stays as part of its history. */
@Component
public class Retention {

    /** An address that was never confirmed. */
    public static final Duration UNCONFIRMED = Duration.ofDays(7);

    /** Declined or withdrawn: as long as somebody may ask why. */
    public static final Duration ENDED = Duration.ofDays(365);

    private static final int BATCH = 200;

    private final Transactions transactions;
    private final Applications applications;
    private final Clock clock;

    Retention(Transactions transactions, Applications applications, Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * Deletes what is due.
     *
     * @return how many
     * @throws ForbiddenException for all but the admission job
     */
    public int tick(Actor actor) {
        if (!actor.equals(Actor.Job.ADMISSION)) {
            throw new ForbiddenException("only the admission job deletes applications");
        }
        Instant now = clock.instant();
        return all(actor, Set.of(ApplicationState.UNCONFIRMED), now.minus(UNCONFIRMED))
                + all(actor, Set.of(ApplicationState.DECLINED, ApplicationState.WITHDRAWN), now.minus(ENDED));
    }

    private int all(Actor actor, Set<ApplicationState> states, Instant before) {
        int deleted = 0;
        int batch;
        do {
            batch = transactions.write(actor, () -> applications.delete(states, before, BATCH));
            deleted += batch;
        } while (batch == BATCH);
        return deleted;
    }
}

package kr.nairl.platform.core.privacy;

import java.time.Clock;
import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** How long what is kept stays. The audit trail and what organisations did together stay as long as the lab. */
@Component
public class Retention {

    private final Transactions transactions;
    private final RetentionRules rules;
    private final Clock clock;

    Retention(Transactions transactions, RetentionRules rules, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.clock = clock;
    }

    /** The schedule; everybody may know it. */
    public List<RetentionRule> schedule(Actor actor) {
        return transactions.read(actor, rules::all);
    }

    /**
     * Deletes what is due.
     *
     * @return how many
     * @throws ForbiddenException for all but the privacy job
     */
    public int tick(Actor actor) {
        if (!actor.equals(Actor.Job.PRIVACY)) {
            throw new ForbiddenException("only the privacy job deletes what is due");
        }
        return transactions.write(actor, () -> rules.apply(clock.instant()));
    }
}

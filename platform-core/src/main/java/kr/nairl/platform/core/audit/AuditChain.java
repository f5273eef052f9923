package kr.nairl.platform.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The chain over the audit trail. Entries are linked soon after they were written, in the order in which they were begun
 * and, where one's transaction ended late, after those that did not wait for it. A link is never changed.
 */
@Component
public class AuditChain {

    /** How many entries one transaction links. */
    static final int BATCH = 500;

    private final Transactions transactions;
    private final AuditLinks links;
    private final Clock clock;

    AuditChain(Transactions transactions, AuditLinks links, Clock clock) {
        this.transactions = transactions;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Links entries that wait.
     *
     * @throws ForbiddenException for all but the auditor
     */
    public Round link(Actor actor) {
        onlyTheAuditor(actor);
        return transactions.write(actor, () -> {
            links.hold();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            AuditLink last = links.last().orElse(null);
            List<AuditLink> fresh = new ArrayList<>();
            for (WrittenEntry entry : links.waiting(BATCH)) {
                last = AuditLink.after(last, entry, now);
                fresh.add(last);
            }
            links.add(fresh);
            return new Round(fresh.size(), fresh.size() == BATCH);
        });
    }

    /**
     * Looks through the whole chain as it stands at one moment.
     *
     * @param noted a link that somebody noted before; null to look at the chain alone
     * @throws ForbiddenException for all but the auditor
     */
    public ChainVerdict verify(Actor actor, @Nullable ChainEnd noted) {
        onlyTheAuditor(actor);
        return transactions.read(actor, () -> {
            ChainCheck check = new ChainCheck(noted);
            links.walk(check);
            return check.verdict();
        });
    }

    private static void onlyTheAuditor(Actor actor) {
        if (!actor.equals(Actor.Job.AUDITOR)) {
            throw new ForbiddenException("only the auditor links and verifies");
        }
    }

    /**
     * One round's work.
     *
     * @param more whether entries may still wait
     */
    public record Round(int linked, boolean more) {}
}

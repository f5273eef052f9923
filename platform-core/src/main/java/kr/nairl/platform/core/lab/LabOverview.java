package kr.nairl.platform.core.lab;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * What lab managers see of everybody's collaboration: that ties exist, their states and times, never a confidential
 * word.
 */
@Component
public class LabOverview {

    private final Transactions transactions;
    private final LabReads reads;
    private final AuditTrail audit;
    private final Clock clock;

    LabOverview(Transactions transactions, LabReads reads, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.reads = reads;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The lab at a glance.
     *
     * @param zone the reader's: it says when the quarter began
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     */
    public LabFigures overview(Actor actor, ZoneId zone) {
        actor.require(Role.LAB_MANAGER);
        Instant now = clock.instant();
        Instant quarter = LocalDate.ofInstant(now, zone)
                .with(IsoFields.DAY_OF_QUARTER, 1)
                .atStartOfDay(zone)
                .toInstant();
        return transactions.read(actor, () -> reads.figures(now, quarter));
    }

    /**
     * A part of the ties.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     */
    public Page<Tie> ties(Actor actor, TieFilter filter, PageRequest page) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> reads.ties(filter, page));
    }

    /**
     * All ties that the filter shows, as they stand at one moment, to be taken out of the platform; the audit trail keeps who
     * took them and how many, and no word that was searched for. There are at most as many as organisations times sub-projects.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     * @throws kr.nairl.platform.core.shared.ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public List<Tie> export(Actor actor, TieFilter filter) {
        Actor.Person manager = actor.require(Role.LAB_MANAGER);
        manager.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            List<Tie> ties = reads.ties(filter);
            audit.record(
                    actor,
                    "ties.exported",
                    "organisation",
                    manager.organisation().value(),
                    Map.of("rows", Integer.toString(ties.size()), "filtered", Boolean.toString(filter.narrows())));
            return ties;
        });
    }
}

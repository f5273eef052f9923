package kr.nairl.platform.core.lab;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
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
    private final Clock clock;

    LabOverview(Transactions transactions, LabReads reads, Clock clock) {
        this.transactions = transactions;
        this.reads = reads;
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
     * A part of the ties, last contact first; page after page an export.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for anybody but a lab manager
     */
    public Page<Tie> ties(Actor actor, TieFilter filter, PageRequest page) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> reads.ties(filter, page));
    }
}

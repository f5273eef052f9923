package kr.nairl.platform.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who of which organisation opened what of another beyond public, read by both. Written by the transaction that gave it, so
 * that nobody reads without being written down; the same again within one hour is one entry.
 */
@Component
public class AccessLedger {

    /** Rows of one file; whoever needs more narrows the period. */
    public static final int MOST_EXPORTED = 20_000;

    private final Transactions transactions;
    private final Openings openings;
    private final AuditTrail audit;
    private final Clock clock;

    AccessLedger(Transactions transactions, Openings openings, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.openings = openings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes down that a person opened a page of another organisation; what is public and what is one's own is not written.
     * Runs inside the transaction that reads the page, which must be one that writes.
     *
     * @param narrowest the narrowest audience of all that was given
     */
    public void opened(Actor actor, OrganisationId owner, Opening.Kind kind, UUID subject, Audience narrowest) {
        if (narrowest == Audience.PUBLIC
                || !(actor instanceof Actor.Person reader)
                || reader.organisation().equals(owner)) {
            return;
        }
        Instant now = clock.instant();
        transactions.run(
                actor,
                () -> openings.add(now, now.truncatedTo(ChronoUnit.HOURS), reader, owner, kind, subject, narrowest));
    }

    /** Does the actor see what others opened of the organisation acted for? */
    public boolean seesOurs(Actor actor) {
        return actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR, Role.LAB_MANAGER);
    }

    /** Does the actor see what everybody of the organisation acted for opened, beside themselves? */
    public boolean seesColleagues(Actor actor) {
        return actor.hasAny(Role.ADMINISTRATOR, Role.LAB_MANAGER);
    }

    /**
     * Openings, newest first. Of the organisation's own pages: to its members and administrators. Of others' pages: one's own
     * for the organisation acted for, and all of its people's to its administrators.
     *
     * @throws ForbiddenException for everybody else
     */
    public Page<Opening> page(Actor actor, OpeningFilter filter, PageRequest page) {
        Actor.Person person = reader(actor, filter);
        return transactions.read(actor, () -> openings.page(filter, person.organisation(), only(person, filter), page));
    }

    /**
     * The same to be taken out of the platform, the newest {@value #MOST_EXPORTED}, for administrators; that they were is
     * recorded.
     *
     * @throws ForbiddenException for all but administrators and lab managers
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public List<Opening> export(Actor actor, OpeningFilter filter) {
        Actor.Person person = actor.require(Role.ADMINISTRATOR, Role.LAB_MANAGER);
        person.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            List<Opening> taken = openings.newest(filter, person.organisation(), MOST_EXPORTED);
            audit.record(
                    actor,
                    "access-ledger.exported",
                    "organisation",
                    person.organisation().value(),
                    Map.of("rows", Integer.toString(taken.size()), "filtered", Boolean.toString(filter.narrows())));
            return taken;
        });
    }

    private Actor.Person reader(Actor actor, OpeningFilter filter) {
        return switch (filter.side()) {
            case OURS -> actor.require(Role.MEMBER, Role.ADMINISTRATOR, Role.LAB_MANAGER);
            case OTHERS -> actor.requirePerson();
        };
    }

    private @Nullable PersonId only(Actor.Person person, OpeningFilter filter) {
        return filter.side() == OpeningFilter.Side.OTHERS && !seesColleagues(person) ? person.id() : null;
    }
}

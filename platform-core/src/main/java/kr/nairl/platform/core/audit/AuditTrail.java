package kr.nairl.platform.core.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who did what: every change of membership, authority, visibility and publication. Entries are written by the
 * transaction that did it, so that neither stands without the other, and are never changed or deleted.
 */
@Component
public class AuditTrail {

    /** Rows of one file; whoever needs more narrows the period. */
    public static final int MOST_EXPORTED = 20_000;

    private final Transactions transactions;
    private final AuditEntries entries;
    private final Clock clock;

    AuditTrail(Transactions transactions, AuditEntries entries, Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Writes one entry that concerns the organisation acted for; a job's concerns none.
     *
     * @param detail ids and plain values, never confidential text
     */
    public void record(Actor actor, String action, String subjectKind, UUID subject, Map<String, String> detail) {
        write(actor, actor.actsFor().orElse(null), action, subjectKind, subject, detail);
    }

    /** Writes one entry that concerns another organisation than the one acted for; its administrators will see it. */
    public void record(
            Actor actor,
            OrganisationId concerned,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, String> detail) {
        write(actor, concerned, action, subjectKind, subject, detail);
    }

    /**
     * Entries, newest first: all to lab managers, those that concern their own organisation to its administrators.
     *
     * @throws ForbiddenException for everybody else
     */
    public Page<AuditEntry> page(Actor actor, AuditFilter filter, PageRequest page) {
        AuditFilter fenced = fenced(actor, filter);
        return transactions.read(actor, () -> entries.page(fenced, page));
    }

    /**
     * The same entries to be taken out of the platform, the newest {@value #MOST_EXPORTED}; that they were is recorded.
     *
     * @throws ForbiddenException for everybody who gets no page either
     * @throws kr.nairl.platform.core.shared.ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public List<AuditEntry> export(Actor actor, AuditFilter filter) {
        AuditFilter fenced = fenced(actor, filter);
        Actor.Person person = actor.requirePerson();
        person.requireFreshProof(clock.instant());
        OrganisationId by = person.organisation();
        return transactions.write(actor, () -> {
            List<AuditEntry> taken = entries.newest(fenced, MOST_EXPORTED);
            Map<String, String> detail =
                    Map.of("rows", Integer.toString(taken.size()), "filtered", Boolean.toString(filter.narrows()));
            record(actor, "audit.exported", "organisation", by.value(), detail);
            return taken;
        });
    }

    /**
     * When these people last began to act for the organisation in a browser; whoever never did is not in it. To lab
     * managers and, for their own organisation, administrators.
     *
     * @throws ForbiddenException for everybody else
     */
    public Map<PersonId, Instant> lastSeen(Actor actor, OrganisationId organisation, Collection<PersonId> people) {
        Actor.Person reader = actor.require(Role.LAB_MANAGER, Role.ADMINISTRATOR);
        if (!reader.has(Role.LAB_MANAGER) && !reader.organisation().equals(organisation)) {
            throw new ForbiddenException("who was active where is for the organisation's own administrators");
        }
        return transactions.read(actor, () -> entries.lastOf(AccessRecord.ARRIVALS, organisation, people));
    }

    private static AuditFilter fenced(Actor actor, AuditFilter filter) {
        Actor.Person person = actor.require(Role.LAB_MANAGER, Role.ADMINISTRATOR);
        return person.has(Role.LAB_MANAGER) ? filter : filter.within(person.organisation());
    }

    private void write(
            Actor actor,
            @Nullable OrganisationId concerned,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, String> detail) {
        PersonId by = actor instanceof Actor.Person person ? person.id() : null;
        transactions.run(
                actor, () -> entries.add(clock.instant(), by, concerned, action, subjectKind, subject, detail));
    }
}

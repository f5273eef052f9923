package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.Concepts;
import org.springframework.stereotype.Component;

/**
 * Where researchers say what they want of partners, which every signed-in person may read, and with whom they are never to
 * be matched, which only they and the lab's managers may.
 */
@Component
public class WishDesk {

    private final Transactions transactions;
    private final StoredWishes wishes;
    private final Researchers researchers;
    private final Concepts concepts;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    WishDesk(
            Transactions transactions,
            StoredWishes wishes,
            Researchers researchers,
            Concepts concepts,
            AuditTrail audit,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.wishes = wishes;
        this.researchers = researchers;
        this.concepts = concepts;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A researcher's wishes, for every signed-in person; nothing said for a researcher who does not exist.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public Wishes of(Actor actor, ResearcherId researcher) {
        actor.requirePerson();
        return transactions.read(actor, () -> wishes.of(List.of(researcher)).getOrDefault(researcher, Wishes.NONE));
    }

    /**
     * The wishes of those among these researchers who said something, for every signed-in person.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public Map<ResearcherId, Wishes> of(Actor actor, Collection<ResearcherId> asked) {
        actor.requirePerson();
        return asked.isEmpty() ? Map.of() : transactions.read(actor, () -> wishes.of(asked));
    }

    /**
     * The actor's own wishes.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public Wishes own(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(actor, () -> {
            ResearcherId self = self(person);
            return wishes.of(List.of(self)).getOrDefault(self, Wishes.NONE);
        });
    }

    /**
     * Writes the actor's own wishes.
     *
     * @param version as {@link Wishes} told it
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws InvalidInputException for unknown fields
     * @throws StaleException when they were written meanwhile
     */
    public void edit(Actor actor, WishWords words, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            new Violations()
                    .check(
                            concepts.byIds(actor, words.fields()).size()
                                    == words.fields().size(),
                            "fields",
                            "unknown")
                    .refuse();
            if (!wishes.save(self, words, version, clock.instant())) {
                throw new StaleException("wishes of " + self + " at version " + version);
            }
            audit.record(actor, "wishes.edited", "researcher", self.value(), Map.of());
            changes.announce(Changes.Kind.RESEARCHER, self.value());
        });
    }

    /**
     * With whom the actor is never to be matched, by name.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public List<Conflict> ownConflicts(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(actor, () -> wishes.conflicts(self(person)));
    }

    /**
     * With whom a researcher is never to be matched, by name.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public List<Conflict> conflicts(Actor actor, ResearcherId researcher) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> wishes.conflicts(researcher));
    }

    /**
     * From now on the actor and this organisation are never matched; for one that is declared already, changes the note.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher, or they see no such organisation
     * @throws InvalidInputException for a note that is too long
     */
    public void declare(Actor actor, OrganisationId organisation, String note) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        new Violations().atMost(Conflict.NOTE_MAX, "note", note).refuse();
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            if (wishes.kinds(List.of(organisation)).isEmpty()) {
                throw new NotFoundException("organisation " + organisation);
            }
            if (wishes.declare(self, organisation, note.strip(), clock.instant())) {
                // Without the organisation: the trail has more readers than the conflict.
                audit.record(actor, "conflict.declared", "researcher", self.value(), Map.of());
            }
        });
    }

    /**
     * The actor and this organisation may be matched again; does nothing when they may already.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public void withdraw(Actor actor, OrganisationId organisation) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            if (wishes.withdraw(self, organisation)) {
                audit.record(actor, "conflict.withdrawn", "researcher", self.value(), Map.of());
            }
        });
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }
}

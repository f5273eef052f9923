package kr.nairl.platform.core.update;

import java.time.Clock;
import java.util.Map;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Where a researcher posts what is new in the sub-project they work in, corrects it and takes it back.
 *
 * <p>An update is public or for members from the moment it is posted. It stays with its author and in the sub-project
 * where it was posted, also when the author moves on; only its author changes it.
 */
@Component
public class UpdateDesk {

    private final Updates updates;
    private final Transactions transactions;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    UpdateDesk(
            Updates updates, Transactions transactions, Events events, Changes changes, AuditTrail audit, Clock clock) {
        this.updates = updates;
        this.transactions = transactions;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Posts an update in the actor's own sub-project and lets its followers be told ({@code update.posted}).
     *
     * @throws ForbiddenException for anyone who is no researcher of the lab
     * @throws InvalidInputException with {@code subProject} for a researcher of no sub-project, or the draft's fields
     */
    public UpdateId post(Actor actor, UpdateDraft draft) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        draft.refuseUnlessSound();
        return transactions.write(actor, () -> {
            Updates.Author author = author(person);
            SubProjectId subProject = author.subProject();
            if (subProject == null) {
                throw new InvalidInputException("subProject", "required");
            }
            UpdateId id = UpdateId.fresh();
            updates.add(id, author.id(), subProject, draft, clock.instant());
            events.publish(
                    actor,
                    "update.posted",
                    id.value(),
                    Map.of(
                            "subProject", subProject.value().toString(),
                            "researcher", author.id().toString(),
                            "audience", draft.audience().name()));
            audit.record(
                    actor,
                    "update.posted",
                    "update",
                    id.value(),
                    Map.of("to", draft.audience().name()));
            changes.announce(Changes.Kind.UPDATE, id.value());
            return id;
        });
    }

    /**
     * An own update to edit.
     *
     * @throws NotFoundException when there is none or it is another's
     */
    public UpdateSheet sheet(Actor actor, UpdateId id) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(
                actor, () -> updates.of(author(person).id(), id).orElseThrow(() -> missing(id)));
    }

    /**
     * Replaces an own update; nobody is told again.
     *
     * @throws NotFoundException when there is none or it is another's
     * @throws StaleException when it was edited since the version was read
     */
    public void edit(Actor actor, UpdateId id, int version, UpdateDraft draft) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        draft.refuseUnlessSound();
        transactions.run(actor, () -> {
            Updates.Author author = author(person);
            Audience before = updates.of(author.id(), id)
                    .orElseThrow(() -> missing(id))
                    .draft()
                    .audience();
            if (!updates.replace(author.id(), id, version, draft, clock.instant())) {
                throw missed(author, id);
            }
            if (before != draft.audience()) {
                audit.record(
                        actor,
                        "update.visibility-changed",
                        "update",
                        id.value(),
                        Map.of("from", before.name(), "to", draft.audience().name()));
            }
            changes.announce(Changes.Kind.UPDATE, id.value());
        });
    }

    /**
     * Takes an own update back for good.
     *
     * @throws NotFoundException when there is none or it is another's
     * @throws StaleException when it was edited since the version was read
     */
    public void delete(Actor actor, UpdateId id, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            Updates.Author author = author(person);
            if (!updates.remove(author.id(), id, version)) {
                throw missed(author, id);
            }
            audit.record(actor, "update.withdrawn", "update", id.value(), Map.of());
            changes.announce(Changes.Kind.UPDATE, id.value());
        });
    }

    private Updates.Author author(Actor.Person person) {
        return updates.author(person.id())
                .orElseThrow(() -> new ForbiddenException("no researcher's page belongs to " + person.id()));
    }

    private RuntimeException missed(Updates.Author author, UpdateId id) {
        return updates.of(author.id(), id).isPresent()
                ? new StaleException("update " + id + " was edited meanwhile")
                : missing(id);
    }

    private static NotFoundException missing(UpdateId id) {
        return new NotFoundException("no update " + id);
    }
}

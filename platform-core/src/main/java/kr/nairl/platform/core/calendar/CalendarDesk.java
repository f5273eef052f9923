package kr.nairl.platform.core.calendar;

import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where editors and lab managers keep the lab's events; everybody else gets a {@link ForbiddenException}. An event is
 * public from the moment it is added.
 */
@Component
public class CalendarDesk {

    private final LabEvents events;
    private final Transactions transactions;

    CalendarDesk(LabEvents events, Transactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Adds an event.
     *
     * @throws InvalidInputException for the draft's fields; {@code slug} with code {@code taken} when another has it
     */
    public EventId add(Actor actor, EventDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        return transactions.write(actor, () -> {
            refuseTaken(draft, null);
            EventId id = EventId.fresh();
            events.add(id, draft);
            return id;
        });
    }

    /** The event of the draft's slug, added unless it is there; what is there is left as it is. */
    public EventId register(Actor actor, EventDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        return transactions.write(
                actor,
                () -> events.bySlug(draft.slug()).orElseGet(() -> {
                    EventId id = EventId.fresh();
                    events.add(id, draft);
                    return id;
                }));
    }

    /** @throws NotFoundException when there is none */
    public EventSheet sheet(Actor actor, EventId id) {
        requireEditor(actor);
        return transactions.read(actor, () -> events.sheet(id).orElseThrow(() -> missing(id)));
    }

    /**
     * Replaces an event.
     *
     * @throws StaleException when it was changed since the version was read
     */
    public void edit(Actor actor, EventId id, int version, EventDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        transactions.run(actor, () -> {
            refuseTaken(draft, id);
            if (!events.replace(id, version, draft)) {
                throw missed(id);
            }
        });
    }

    /**
     * Removes an event for good.
     *
     * @throws StaleException when it was changed since the version was read
     */
    public void remove(Actor actor, EventId id, int version) {
        requireEditor(actor);
        transactions.run(actor, () -> {
            if (!events.remove(id, version)) {
                throw missed(id);
            }
        });
    }

    private static void requireEditor(Actor actor) {
        actor.require(Role.EDITOR, Role.LAB_MANAGER);
    }

    private void refuseTaken(EventDraft draft, @Nullable EventId self) {
        Optional<EventId> holder = events.bySlug(draft.slug());
        if (holder.isPresent() && !holder.get().equals(self)) {
            throw new InvalidInputException("slug", "taken");
        }
    }

    private RuntimeException missed(EventId id) {
        return events.sheet(id).isPresent()
                ? new StaleException("event " + id + " was changed meanwhile")
                : missing(id);
    }

    private static NotFoundException missing(EventId id) {
        return new NotFoundException("no event " + id);
    }
}

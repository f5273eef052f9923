package kr.nairl.platform.core.interest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.Concepts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a company's people write its interests and decide what becomes of them. */
@Component
public class InterestDesk {

    private static final int EXPIRED_AT_ONCE = 200;

    private final Transactions transactions;
    private final Interests interests;
    private final Concepts concepts;
    private final SubProjects subProjects;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    InterestDesk(
            Transactions transactions,
            Interests interests,
            Concepts concepts,
            SubProjects subProjects,
            Events events,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.interests = interests;
        this.concepts = concepts;
        this.subProjects = subProjects;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a draft for the organisation that the actor acts for.
     *
     * @throws ForbiddenException for all but its members
     * @throws kr.nairl.platform.core.shared.InvalidInputException for unknown topics or sub-projects
     */
    public InterestId create(Actor actor, InterestWords words) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> {
            check(actor, words);
            Interest draft = Interest.draft(InterestId.fresh(), person, words, clock.instant());
            interests.add(draft);
            changes.announce(Changes.Kind.INTEREST, draft.id().value());
            return draft.id();
        });
    }

    /**
     * The interest as its company edits it.
     *
     * @throws ForbiddenException for all but members of a company
     * @throws NotFoundException when the company has no such interest
     */
    public Interest own(Actor actor, InterestId id) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.read(actor, () -> find(person, id));
    }

    /**
     * Writes the words.
     *
     * @param version as the page told it
     * @return the interest with its next version
     * @throws ForbiddenException for all but members of a company
     * @throws NotFoundException when the company has no such interest
     * @throws kr.nairl.platform.core.shared.InvalidInputException for unknown topics or sub-projects, or when an open
     *     interest would no longer say enough
     * @throws StaleException when somebody wrote meanwhile
     */
    public Interest edit(Actor actor, InterestId id, InterestWords words, int version) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> {
            Interest interest = find(person, id, version);
            check(actor, words);
            Interest edited = interest.with(words, clock.instant());
            if (edited.state() == InterestState.OPEN) {
                Set<InterestOutcome.Missing> missing = edited.missing();
                new Violations()
                        .check(
                                !missing.contains(InterestOutcome.Missing.NEED),
                                "need",
                                "too-short",
                                InterestWords.NEED_MIN)
                        .check(!missing.contains(InterestOutcome.Missing.TOPIC), "topics", "required")
                        .refuse();
            }
            if (!interests.edit(edited)) {
                throw stale(edited);
            }
            if (interest.state() != InterestState.DRAFT) {
                recordMoves(actor, id, interest.words(), edited.words());
            }
            Audience before = interest.words().audience();
            if (interest.state() != InterestState.DRAFT
                    && before != edited.words().audience()) {
                audit.record(
                        actor,
                        "interest.visibility-changed",
                        "interest",
                        id.value(),
                        Map.of(
                                "from", before.name(),
                                "to", edited.words().audience().name()));
            }
            changes.announce(Changes.Kind.INTEREST, id.value());
            return edited;
        });
    }

    private void recordMoves(Actor actor, InterestId id, InterestWords before, InterestWords after) {
        for (InterestField field : InterestField.values()) {
            Audience from = after.audience().narrower(before.audiences().getOrDefault(field, Audience.PUBLIC));
            Audience to = after.audience(field);
            if (from != to) {
                audit.record(
                        actor,
                        "interest.field-visibility-changed",
                        "interest",
                        id.value(),
                        Map.of("field", field.name(), "from", from.name(), "to", to.name()));
            }
        }
    }

    /**
     * Opens, pauses, closes or renews.
     *
     * @param version as the page told it
     * @throws ForbiddenException for all but members of a company
     * @throws NotFoundException when the company has no such interest
     * @throws StaleException when somebody wrote meanwhile
     */
    public InterestOutcome apply(Actor actor, InterestId id, InterestCommand command, int version) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> move(actor, person.id(), find(person, id, version), command));
    }

    /**
     * Deletes a draft for good.
     *
     * @param version as the page told it
     * @throws ForbiddenException for all but members of a company, and when the interest is no draft
     * @throws NotFoundException when the company has no such interest
     * @throws StaleException when somebody wrote meanwhile
     */
    public void delete(Actor actor, InterestId id, int version) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        transactions.run(actor, () -> {
            Interest interest = find(person, id, version);
            if (!interest.deletableBy(actor)) {
                throw new ForbiddenException("interest " + id + " is no draft");
            }
            if (!interests.deleteDraft(id, version)) {
                throw new StaleException("interest " + id + " at version " + version);
            }
            changes.announce(Changes.Kind.INTEREST, id.value());
        });
    }

    /**
     * What was done to the interest, oldest first.
     *
     * @throws ForbiddenException for all but members of a company
     * @throws NotFoundException when the company has no such interest
     */
    public List<InterestStep> history(Actor actor, InterestId id) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.read(actor, () -> {
            find(person, id);
            return interests.steps(id);
        });
    }

    /**
     * Closes what has been open for its whole term, at most 200 at once.
     *
     * @return how many were closed
     * @throws ForbiddenException for all but the clock
     */
    public int expireOld(Actor actor) {
        if (!actor.equals(Actor.Job.CLOCK)) {
            throw new ForbiddenException("only the clock ends interests");
        }
        return transactions.write(actor, () -> {
            int closed = 0;
            for (Interest interest : interests.termOver(clock.instant(), EXPIRED_AT_ONCE)) {
                if (move(actor, null, interest, InterestCommand.EXPIRE) instanceof InterestOutcome.Moved) {
                    closed++;
                }
            }
            return closed;
        });
    }

    private InterestOutcome move(Actor actor, @Nullable PersonId by, Interest interest, InterestCommand command) {
        Instant now = clock.instant();
        InterestOutcome outcome = interest.apply(command, actor, now);
        switch (outcome) {
            case InterestOutcome.Moved(Interest moved) -> {
                if (!interests.move(moved)) {
                    throw stale(moved);
                }
                changes.announce(Changes.Kind.INTEREST, moved.id().value());
                interests.addStep(moved.id(), by, command, interest.state(), moved.state(), now);
                if (command == InterestCommand.OPEN) {
                    audit.record(
                            actor,
                            "interest.opened",
                            "interest",
                            moved.id().value(),
                            Map.of("to", moved.words().audience().name()));
                }
                events.publish(
                        actor,
                        kind(command),
                        moved.id().value(),
                        Map.of(
                                "organisation", moved.organisation().toString(),
                                "audience", moved.words().audience().name(),
                                "from", interest.state().name(),
                                "to", moved.state().name()));
            }
            case InterestOutcome.Refused refused -> {
                // Nothing was written.
            }
        }
        return outcome;
    }

    private static String kind(InterestCommand command) {
        return switch (command) {
            case OPEN -> "interest.opened";
            case PAUSE -> "interest.paused";
            case CLOSE -> "interest.closed";
            case RENEW -> "interest.renewed";
            case EXPIRE -> "interest.expired";
        };
    }

    /** The stored version was another one, or row-level security hid the row. */
    private static StaleException stale(Interest interest) {
        return new StaleException("interest " + interest.id() + " at version " + (interest.version() - 1));
    }

    private Interest find(Actor.Person person, InterestId id) {
        return interests
                .ofOrganisation(person.organisation(), id)
                .orElseThrow(() -> new NotFoundException("interest " + id));
    }

    private Interest find(Actor.Person person, InterestId id, int version) {
        Interest interest = find(person, id);
        if (interest.version() != version) {
            throw new StaleException("interest " + id + " is at version " + interest.version() + ", not " + version);
        }
        return interest;
    }

    private void check(Actor actor, InterestWords words) {
        Violations violations = new Violations()
                .check(
                        concepts.byIds(actor, words.topics()).size()
                                == words.topics().size(),
                        "topics",
                        "unknown");
        if (!words.subProjects().isEmpty()) {
            Set<SubProjectId> known = subProjects.all(actor).stream()
                    .map(card -> card.name().id())
                    .collect(Collectors.toSet());
            violations.check(known.containsAll(words.subProjects()), "subProjects", "unknown");
        }
        violations.refuse();
    }
}

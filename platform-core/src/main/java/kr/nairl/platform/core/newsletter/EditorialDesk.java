package kr.nairl.platform.core.newsletter;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where editors and lab managers write the newsletter. Everybody else gets a {@link ForbiddenException}.
 *
 * <p>An issue begins as a draft, collects stories in sections, and is published; stories are published one by one. A
 * story can be read once it and its issue are both published, and at that moment {@code story.published} is told, with
 * {@code issue}, {@code slug}, {@code section} and {@code organisations} (ids, comma-separated). Taking either back hides
 * it at once. Every change names the version that it was made from; an older one is refused with a
 * {@link StaleException}.
 */
@Component
public class EditorialDesk {

    private final Issues issues;
    private final Stories stories;
    private final Transactions transactions;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    EditorialDesk(
            Issues issues,
            Stories stories,
            Transactions transactions,
            Events events,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.issues = issues;
        this.stories = stories;
        this.transactions = transactions;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** All issues, newest first, drafts too. */
    public List<IssueRow> issues(Actor actor) {
        requireEditor(actor);
        return transactions.read(actor, issues::all);
    }

    /** @throws NotFoundException when there is none */
    public IssueSheet issue(Actor actor, IssueId id) {
        requireEditor(actor);
        return transactions.read(actor, () -> sheet(id));
    }

    /** @throws NotFoundException when there is none */
    public StorySheet story(Actor actor, StoryId id) {
        requireEditor(actor);
        return transactions.read(actor, () -> sheet(id));
    }

    /**
     * Begins an issue.
     *
     * @throws InvalidInputException for the draft's fields; {@code slug} with code {@code taken} when another has it
     */
    public IssueId createIssue(Actor actor, IssueDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        return transactions.write(actor, () -> {
            refuseTaken(issues.bySlug(draft.slug()), null);
            IssueId id = IssueId.fresh();
            issues.add(id, draft, clock.instant());
            announce(id);
            return id;
        });
    }

    /** Replaces what an issue says about itself. */
    public void editIssue(Actor actor, IssueId id, int version, IssueDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        transactions.run(actor, () -> {
            IssueSheet issue = sheet(id);
            if (issue.state() == State.PUBLISHED) {
                // what people may have linked to keeps its address
                new Violations()
                        .check(draft.slug().equals(issue.draft().slug()), "slug", "published")
                        .refuse();
            }
            refuseTaken(issues.bySlug(draft.slug()), id);
            if (!issues.replace(id, version, draft)) {
                throw missed(id);
            }
            announce(id);
        });
    }

    /** Publishes an issue that has at least one published story; those can be read from now on. */
    public Publication publishIssue(Actor actor, IssueId id, int version) {
        requireEditor(actor);
        return transactions.write(actor, () -> {
            IssueSheet issue = sheet(id);
            if (issue.publishedAt() != null) {
                return new Publication.Published(issue.publishedAt());
            }
            List<StoryRow> readable = issue.stories().stream()
                    .filter(story -> story.state() == State.PUBLISHED)
                    .toList();
            if (readable.isEmpty()) {
                return new Publication.NothingToRead();
            }
            Instant now = clock.instant();
            if (!issues.publish(id, version, now)) {
                throw missed(id);
            }
            readable.forEach(story -> tell(actor, sheet(story.id())));
            audit.record(actor, "issue.published", "issue", id.value(), Map.of());
            announce(id);
            return new Publication.Published(now);
        });
    }

    /** Makes an issue a draft again; it and its stories cannot be read until it is published anew. */
    public void unpublishIssue(Actor actor, IssueId id, int version) {
        requireEditor(actor);
        transactions.run(actor, () -> {
            if (!issues.publish(id, version, null)) {
                throw missed(id);
            }
            audit.record(actor, "issue.unpublished", "issue", id.value(), Map.of());
            announce(id);
        });
    }

    /**
     * Adds a draft as the last of its section.
     *
     * @throws NotFoundException when there is no such issue
     * @throws InvalidInputException for the draft's fields; {@code slug} with code {@code taken} when another has it
     */
    public StoryId createStory(Actor actor, IssueId issue, StoryDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        return transactions.write(actor, () -> {
            IssueSheet holder = sheet(issue);
            refuseTaken(stories.bySlug(draft.slug()), null);
            StoryId id = StoryId.fresh();
            stories.add(id, holder.id(), draft, clock.instant());
            announce(issue);
            return id;
        });
    }

    /** Replaces a story and whom it is about; a published one changes for its readers at once. */
    public void editStory(Actor actor, StoryId id, int version, StoryDraft draft) {
        requireEditor(actor);
        draft.refuseUnlessSound();
        transactions.run(actor, () -> {
            StorySheet story = sheet(id);
            if (story.state() == State.PUBLISHED) {
                // what people may have linked to keeps its address and something to read
                new Violations()
                        .check(draft.slug().equals(story.draft().slug()), "slug", "published")
                        .check(!draft.body().isEmpty(), "body", "required")
                        .refuse();
            }
            refuseTaken(stories.bySlug(draft.slug()), id);
            if (!stories.replace(id, version, draft, clock.instant())) {
                throw missed(id);
            }
            announce(story.issue());
        });
    }

    /**
     * Puts the stories of a section in this order.
     *
     * @throws StaleException when these are not exactly the stories that the section has now
     */
    public void reorder(Actor actor, IssueId issue, Section section, List<StoryId> order) {
        requireEditor(actor);
        transactions.run(actor, () -> {
            List<StoryId> now = stories.order(issue, section);
            if (now.size() != order.size() || !new HashSet<>(now).equals(new HashSet<>(order))) {
                throw new StaleException("the stories of " + section + " in " + issue + " changed meanwhile");
            }
            stories.reorder(order);
            announce(issue);
        });
    }

    /** Publishes a story that has a body; it can be read as soon as its issue can. */
    public Publication publishStory(Actor actor, StoryId id, int version) {
        requireEditor(actor);
        return transactions.write(actor, () -> {
            StorySheet story = sheet(id);
            if (story.publishedAt() != null) {
                return new Publication.Published(story.publishedAt());
            }
            if (story.draft().body().isEmpty()) {
                return new Publication.NothingToRead();
            }
            Instant now = clock.instant();
            if (!stories.publish(id, version, now)) {
                throw missed(id);
            }
            if (sheet(story.issue()).state() == State.PUBLISHED) {
                tell(actor, story);
            }
            audit.record(
                    actor,
                    "story.published",
                    "story",
                    id.value(),
                    Map.of("issue", story.issue().toString()));
            announce(story.issue());
            return new Publication.Published(now);
        });
    }

    /** Makes a story a draft again. */
    public void unpublishStory(Actor actor, StoryId id, int version) {
        requireEditor(actor);
        transactions.run(actor, () -> {
            StorySheet story = sheet(id);
            if (!stories.publish(id, version, null)) {
                throw missed(id);
            }
            audit.record(
                    actor,
                    "story.unpublished",
                    "story",
                    id.value(),
                    Map.of("issue", story.issue().toString()));
            announce(story.issue());
        });
    }

    /** Deletes a draft for good. */
    public Deletion deleteStory(Actor actor, StoryId id, int version) {
        requireEditor(actor);
        return transactions.write(actor, () -> {
            StorySheet story = sheet(id);
            if (story.state() == State.PUBLISHED) {
                return new Deletion.StillPublished();
            }
            if (!stories.remove(id, version)) {
                throw missed(id);
            }
            announce(story.issue());
            return new Deletion.Deleted();
        });
    }

    static void requireEditor(Actor actor) {
        actor.require(Role.EDITOR, Role.LAB_MANAGER);
    }

    private IssueSheet sheet(IssueId id) {
        return issues.sheet(id).orElseThrow(() -> new NotFoundException("no issue " + id));
    }

    private StorySheet sheet(StoryId id) {
        return stories.sheet(id).orElseThrow(() -> new NotFoundException("no story " + id));
    }

    private RuntimeException missed(IssueId id) {
        return new StaleException("issue " + sheet(id).id() + " was changed meanwhile");
    }

    private RuntimeException missed(StoryId id) {
        return new StaleException("story " + sheet(id).id() + " was changed meanwhile");
    }

    private static <T> void refuseTaken(Optional<T> holder, @Nullable T self) {
        if (holder.isPresent() && !holder.get().equals(self)) {
            throw new InvalidInputException("slug", "taken");
        }
    }

    private void tell(Actor actor, StorySheet story) {
        events.publish(
                actor,
                "story.published",
                story.id().value(),
                Map.of(
                        "issue", story.issue().toString(),
                        "slug", story.draft().slug(),
                        "section", story.draft().section().name(),
                        "organisations",
                                story.draft().organisations().stream()
                                        .map(organisation ->
                                                organisation.value().toString())
                                        .collect(Collectors.joining(","))));
    }

    private void announce(IssueId issue) {
        changes.announce(Changes.Kind.LETTER, issue.value());
    }
}

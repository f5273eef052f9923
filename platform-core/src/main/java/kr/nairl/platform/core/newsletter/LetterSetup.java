package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Takes over issues that appeared elsewhere before, with the dates they had; nobody is told of old news. An editor or a
 * lab manager may do it again and again: what is there under its slug already is left as it is.
 */
@Component
public class LetterSetup {

    private final Issues issues;
    private final Stories stories;
    private final Transactions transactions;

    LetterSetup(Issues issues, Stories stories, Transactions transactions) {
        this.issues = issues;
        this.stories = stories;
        this.transactions = transactions;
    }

    /**
     * The issue of the draft's slug, added as published then unless it is there.
     *
     * @throws InvalidInputException for the draft's fields
     */
    public IssueId issue(Actor actor, IssueDraft draft, Instant publishedAt) {
        EditorialDesk.requireEditor(actor);
        draft.refuseUnlessSound();
        return transactions.write(
                actor,
                () -> issues.bySlug(draft.slug()).orElseGet(() -> {
                    IssueId id = IssueId.fresh();
                    issues.add(id, draft, publishedAt);
                    issues.publish(id, 0, publishedAt);
                    return id;
                }));
    }

    /**
     * The story of the draft's slug, added to the end of its section as published then unless it is there.
     *
     * @throws InvalidInputException for the draft's fields; {@code body} when there is none
     * @throws NotFoundException when there is no such issue
     */
    public StoryId story(Actor actor, IssueId issue, StoryDraft draft, Instant publishedAt) {
        EditorialDesk.requireEditor(actor);
        draft.refuseUnlessSound();
        if (draft.body().isEmpty()) {
            throw new InvalidInputException("body", "required");
        }
        return transactions.write(
                actor,
                () -> stories.bySlug(draft.slug()).orElseGet(() -> {
                    if (issues.sheet(issue).isEmpty()) {
                        throw new NotFoundException("no issue " + issue);
                    }
                    StoryId id = StoryId.fresh();
                    stories.add(id, issue, draft, publishedAt);
                    stories.publish(id, 0, publishedAt);
                    return id;
                }));
    }
}

package kr.nairl.platform.core.newsletter;

import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * The newsletter as everybody reads it, without signing in. Only published stories of published issues are here, for
 * editors too: drafts lie on the {@link EditorialDesk}.
 */
@Component
public class Letter {

    private final PublishedStories stories;
    private final Transactions transactions;

    Letter(PublishedStories stories, Transactions transactions) {
        this.stories = stories;
        this.transactions = transactions;
    }

    /** The latest issue; empty before the first is published. */
    public Optional<IssuePage> latest(Actor actor) {
        return transactions.read(actor, () -> stories.issue(null));
    }

    /** @throws NotFoundException when no published issue has this slug */
    public IssuePage issue(Actor actor, String slug) {
        return transactions.read(
                actor, () -> stories.issue(slug).orElseThrow(() -> new NotFoundException("no issue " + slug)));
    }

    /** All issues, newest first. */
    public List<IssueHead> issues(Actor actor) {
        return transactions.read(actor, stories::issues);
    }

    /** @throws NotFoundException when no published story has this slug */
    public StoryPage story(Actor actor, String slug) {
        return transactions.read(
                actor, () -> stories.story(slug).orElseThrow(() -> new NotFoundException("no story " + slug)));
    }

    /** The slugs of all stories, newest issue first. */
    public List<String> slugs(Actor actor) {
        return transactions.read(actor, stories::slugs);
    }

    /** All Impact stories, those of the newest issue first. */
    public List<StoryCard> impact(Actor actor) {
        return transactions.read(actor, () -> stories.section(Section.IMPACT));
    }

    /** The newest stories, for feeds; at most {@link PageRequest#MAX_LIMIT}. */
    public List<StoryCard> newest(Actor actor, int limit) {
        int sound = PageRequest.first(limit).limit();
        return transactions.read(actor, () -> stories.latest(sound));
    }

    /** Stories about an organisation, newest first. */
    public List<StoryCard> about(Actor actor, OrganisationId organisation) {
        return transactions.read(actor, () -> stories.about(organisation));
    }

    /** Stories about a researcher, newest first. */
    public List<StoryCard> about(Actor actor, ResearcherId researcher) {
        return transactions.read(actor, () -> stories.about(researcher));
    }

    /** Stories about a sub-project, newest first. */
    public List<StoryCard> about(Actor actor, SubProjectId subProject) {
        return transactions.read(actor, () -> stories.about(subProject));
    }
}

package kr.nairl.platform.core.newsletter;

import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The letter as it is read: published stories of published issues only, whoever asks. Every call is one statement and
 * joins a running transaction.
 */
public interface PublishedStories {

    /** Newest first. */
    List<IssueHead> issues();

    /** The issue of this slug, or the latest one without a slug. */
    Optional<IssuePage> issue(@Nullable String slug);

    Optional<StoryPage> story(String slug);

    /** The addresses of all stories, newest issue first, then in reading order. */
    List<String> slugs();

    /** Newest issue first, then in reading order. */
    List<StoryCard> section(Section section);

    List<StoryCard> latest(int limit);

    List<StoryCard> about(OrganisationId organisation);

    List<StoryCard> about(ResearcherId researcher);

    List<StoryCard> about(SubProjectId subProject);
}

package kr.nairl.platform.api.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.newsletter.IssueHead;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.newsletter.StoryPage;

/**
 * A published story.
 *
 * @param organisations slugs of those it is about; so {@code researchers}, and numbers for {@code subProjects}
 */
record StoryBody(
        UUID id,
        String slug,
        Section section,
        Text title,
        Text lead,
        Instant publishedAt,
        String issue,
        List<String> organisations,
        List<String> researchers,
        List<Integer> subProjects) {

    /** @param body Markdown */
    record Page(StoryBody story, Text body) {

        static Page of(StoryPage page) {
            return new Page(StoryBody.of(page.card()), Text.of(page.body()));
        }
    }

    /** An issue of the newsletter. */
    record Issue(String slug, String volume, Text title, Text intro, Instant publishedAt, int stories) {

        static Issue of(IssueHead head) {
            return new Issue(
                    head.slug(),
                    head.volume(),
                    Text.of(head.title()),
                    Text.of(head.intro()),
                    head.publishedAt(),
                    head.stories());
        }
    }

    static StoryBody of(StoryCard card) {
        return new StoryBody(
                card.id().value(),
                card.slug(),
                card.section(),
                Text.of(card.title()),
                Text.of(card.lead()),
                card.publishedAt(),
                card.issueSlug(),
                card.organisations().stream()
                        .map(StoryCard.AboutOrganisation::slug)
                        .toList(),
                card.researchers().stream().map(StoryCard.AboutResearcher::slug).toList(),
                card.subProjects().stream()
                        .map(StoryCard.AboutSubProject::number)
                        .toList());
    }
}

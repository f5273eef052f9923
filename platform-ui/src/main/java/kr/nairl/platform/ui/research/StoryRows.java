package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.ListCard;

/** Published stories about somebody, as links to the public newsletter. */
final class StoryRows {

    private StoryRows() {}

    static ListCard card(String title, List<StoryCard> stories) {
        ListCard card = new ListCard(title);
        for (StoryCard story : stories) {
            Anchor link = new Anchor(
                    "/" + ResearchWords.language().code() + "/letter/" + story.slug(),
                    ResearchWords.text(story.title()));
            link.setRouterIgnore(true);
            String partners = story.organisations().stream()
                    .filter(StoryCard.AboutOrganisation::partner)
                    .map(one -> one.name().text(ResearchWords.language()))
                    .collect(Collectors.joining(", "));
            String when = Formats.here().date(story.publishedAt());
            card.withRow(null, link, new Div(partners.isEmpty() ? when : partners + " · " + when), null);
        }
        return card;
    }
}

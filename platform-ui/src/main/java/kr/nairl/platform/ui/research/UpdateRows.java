package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.update.UpdateNavigation;

/** The latest updates of a researcher or a sub-project, with the way to all of them. */
final class UpdateRows {

    private UpdateRows() {}

    /** @param all a link to the whole feed of the same thing */
    static ListCard card(String title, List<FeedItem> updates, Component all, Instant now) {
        ListCard card = new ListCard(title);
        for (FeedItem one : updates) {
            card.withRow(
                    null,
                    UpdateNavigation.to(one.id(), one.title().text(ResearchWords.language())),
                    new Div(one.author().name().text(ResearchWords.language())),
                    new RelativeTime(one.publishedAt(), now));
        }
        card.withActions(all);
        return card;
    }
}

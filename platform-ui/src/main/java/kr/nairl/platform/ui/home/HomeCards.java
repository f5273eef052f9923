package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.RelativeTime;

/** Cards that more than one home shows. */
final class HomeCards {

    private HomeCards() {}

    /** What is new, each with its sub-project, author and time. */
    static ListCard updates(Component view, List<FeedItem> updates, Language language, Clock clock) {
        ListCard list = new ListCard(view.getTranslation("home.updates"));
        for (FeedItem item : updates) {
            list.withRow(
                    Avatar.ofSubProject(item.subProject().number()),
                    new Anchor("updates/" + item.id(), item.title().text(language)),
                    new Span(
                            new Span(item.author().name().text(language) + " · "),
                            new RelativeTime(item.publishedAt(), clock.instant())),
                    null);
        }
        if (updates.isEmpty()) {
            list.withRow(new Span(view.getTranslation("home.updates.none")));
        }
        return list;
    }
}

package kr.nairl.platform.ui.update;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.time.Instant;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.MarkdownText;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.research.ResearchNavigation;

/** One update: who posted it where and when, its title and its text. */
class UpdateCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param titled whether the title stands on the card and leads to the update's own page */
    UpdateCard(FeedItem item, Instant now, boolean titled) {
        addClassName("update");
        add(byline(item, now));
        if (titled) {
            RouterLink title = new RouterLink(UpdateView.class, UpdateNavigation.update(item.id()));
            title.add(new LanguageText(
                    item.title().ko(), item.title().en(), Formats.here().locale()));
            add(new H2(title));
        }
        add(new MarkdownText(item.body().ko(), item.body().en()));
    }

    private Div byline(FeedItem item, Instant now) {
        Language language = Language.of(Formats.here().locale());
        String name = item.author().name().text(language);
        int number = item.subProject().number();
        RouterLink place = ResearchNavigation.toSubProject(number, getTranslation("subProject.short", number));
        place.addClassNames("chip", Tone.subProject(number).css());
        place.getElement().setAttribute("title", item.subProject().title().text(language));
        Div who = Columns.row(ResearchNavigation.toResearcher(item.author().slug(), name));
        if (!item.author().organisation().isEmpty()) {
            Span organisation = new Span(item.author().organisation().text(language));
            organisation.addClassNames("small", "dim");
            who.add(organisation);
        }
        Div words = new Div(who, when(item, now));
        words.addClassName("row-words");
        Div byline = new Div(Avatar.ofPerson(name), words, place);
        byline.addClassName("byline");
        return byline;
    }

    private Component when(FeedItem item, Instant now) {
        Div row = Columns.row(new RelativeTime(item.publishedAt(), now));
        row.addClassName("small");
        Instant edited = item.editedAt();
        if (edited != null) {
            Span mark = new Span(getTranslation("update.edited"));
            mark.addClassName("faint");
            mark.setTitle(Formats.here().dateTime(edited));
            row.add(mark);
        }
        if (item.audience() == Audience.MEMBERS) {
            row.add(new Tag(getTranslation("update.audience.MEMBERS")));
        }
        if (item.followed()) {
            row.add(new Tag(getTranslation("update.followed"), Tone.BRAND));
        }
        return row;
    }
}

package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StoryRow;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;

/** The stories of one section, in the order in which they are read; each can be moved up and down. */
final class SectionCard {

    private SectionCard() {}

    /** @param reordered takes the section's stories in their new order */
    static ListCard of(String name, List<StoryRow> stories, Language language, Consumer<List<StoryId>> reordered) {
        ListCard card = new ListCard(name);
        for (int i = 0; i < stories.size(); i++) {
            StoryRow story = stories.get(i);
            Div end = Columns.row(
                    EditorWords.state(card, story.state()),
                    move(card, story, language, stories, i, i - 1, reordered),
                    move(card, story, language, stories, i, i + 1, reordered));
            card.withRow(
                    null,
                    EditorNavigation.toStory(story.id(), story.title().text(language)),
                    EditorWords.small(card.getTranslation("editor.languages." + languages(story))),
                    end);
        }
        return card;
    }

    private static String languages(StoryRow story) {
        if (story.hasKorean()) {
            return story.hasEnglish() ? "both" : "ko";
        }
        return story.hasEnglish() ? "en" : "none";
    }

    private static Button move(
            ListCard card,
            StoryRow story,
            Language language,
            List<StoryRow> stories,
            int from,
            int to,
            Consumer<List<StoryId>> reordered) {
        boolean up = to < from;
        Button button = Buttons.icon(
                up ? Glyph.CHEVRON_UP : Glyph.CHEVRON_DOWN,
                card.getTranslation(
                        up ? "editor.move.up" : "editor.move.down",
                        story.title().text(language)),
                click -> {
                    List<StoryId> order =
                            new ArrayList<>(stories.stream().map(StoryRow::id).toList());
                    Collections.swap(order, from, to);
                    reordered.accept(order);
                });
        button.setEnabled(to >= 0 && to < stories.size());
        return button;
    }
}

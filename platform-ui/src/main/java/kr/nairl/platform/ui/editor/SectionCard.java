package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StoryRow;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;

/** The stories of one section, in the order in which they are read; each can be moved up and down. */
final class SectionCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Map<StoryId, Moves> moves = new HashMap<>();

    /** Takes the wish to move a story within its section. */
    @FunctionalInterface
    interface Mover extends Serializable {
        /** From this place to that one, both from 0. */
        void move(int from, int to);
    }

    /** The two buttons of one story. */
    private record Moves(Button up, Button down) {
        void focus(boolean upwards) {
            Button wished = upwards ? up : down;
            // at either end the wished one is off, and the way back is the next best place
            (wished.isEnabled() ? wished : upwards ? down : up).focus();
        }
    }

    SectionCard(String name, List<StoryRow> stories, Language language, Mover mover) {
        ListCard card = new ListCard(name);
        for (int i = 0; i < stories.size(); i++) {
            StoryRow story = stories.get(i);
            String title = story.title().text(language);
            Moves both = new Moves(
                    move(Glyph.CHEVRON_UP, "editor.move.up", title, i, i - 1, stories.size(), mover),
                    move(Glyph.CHEVRON_DOWN, "editor.move.down", title, i, i + 1, stories.size(), mover));
            moves.put(story.id(), both);
            card.withRow(
                    null,
                    EditorNavigation.toStory(story.id(), title),
                    EditorWords.small(getTranslation("editor.languages." + languages(story))),
                    stories.size() == 1
                            ? EditorWords.state(this, story.state())
                            : Columns.row(EditorWords.state(this, story.state()), both.up(), both.down()));
        }
        add(card);
    }

    /** Puts the focus on the button that moves this story on, where it is still here. */
    void focus(StoryId story, boolean upwards) {
        Moves both = moves.get(story);
        if (both != null) {
            both.focus(upwards);
        }
    }

    private static String languages(StoryRow story) {
        if (story.hasKorean()) {
            return story.hasEnglish() ? "both" : "ko";
        }
        return story.hasEnglish() ? "en" : "none";
    }

    private Button move(Glyph glyph, String key, String title, int from, int to, int stories, Mover mover) {
        Button button = Buttons.icon(glyph, getTranslation(key, title), click -> mover.move(from, to));
        button.setEnabled(to >= 0 && to < stories);
        return button;
    }
}

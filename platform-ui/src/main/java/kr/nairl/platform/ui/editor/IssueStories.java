package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StoryRow;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Toast;

/**
 * An issue's stories by section. Reads them again by itself when one was moved, so that what is written elsewhere on the
 * page stays; the focus goes along with the story.
 */
class IssueStories extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final IssueId issue;
    private final transient EditorialDesk desk;
    private final transient CurrentActor current;
    private final Div cards = Columns.stack();
    private final Span said = new Span();
    private final Map<Section, SectionCard> sections = new EnumMap<>(Section.class);

    IssueStories(IssueId issue, List<StoryRow> stories, EditorialDesk desk, CurrentActor current) {
        this.issue = issue;
        this.desk = desk;
        this.current = current;
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        add(cards, said);
        show(stories);
    }

    private void show(List<StoryRow> stories) {
        Language language = Language.of(getLocale());
        cards.removeAll();
        sections.clear();
        for (Section section : Section.values()) {
            List<StoryRow> here =
                    stories.stream().filter(story -> story.section() == section).toList();
            if (!here.isEmpty()) {
                SectionCard card = new SectionCard(
                        getTranslation("editor.section." + section.name()),
                        here,
                        language,
                        (from, to) -> move(section, here, from, to));
                sections.put(section, card);
                cards.add(card);
            }
        }
        if (stories.isEmpty()) {
            cards.add(new EmptyState(
                    Glyph.FILE_TEXT,
                    getTranslation("editor.stories.none"),
                    getTranslation("editor.stories.none.advice")));
        }
    }

    private void move(Section section, List<StoryRow> stories, int from, int to) {
        List<StoryRow> order = new ArrayList<>(stories);
        StoryRow moved = order.remove(from);
        order.add(to, moved);
        List<StoryId> ids = order.stream().map(StoryRow::id).toList();
        try {
            desk.reorder(current.actor(), issue, section, ids);
            said.setText(
                    getTranslation("editor.moved", moved.title().text(Language.of(getLocale())), to + 1, order.size()));
        } catch (StaleException meanwhile) {
            Toast.error(getTranslation("editor.stale.shown"));
        }
        show(desk.issue(current.actor(), issue).stories());
        SectionCard shown = sections.get(section);
        if (shown != null) {
            shown.focus(moved.id(), to < from);
        }
    }
}

package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryDraft;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.FieldErrors;

/** Begins a story: a section, a title and an address; everything else is written on the story's own page. */
class NewStoryCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Select<Section> section = new Select<>();
    private final BilingualField title = BilingualField.line(getTranslation("editor.field.title"));
    private final TextField slug = new TextField(getTranslation("editor.field.slug"));
    private final transient FieldErrors errors =
            new FieldErrors().at("section", section).at("title", title).at("slug", slug);

    NewStoryCard(IssueId issue, EditorialDesk desk, CurrentActor current) {
        super(EditorWords.say("editor.story.new"));
        section.setLabel(getTranslation("editor.field.section"));
        section.setItems(Section.values());
        section.setItemLabelGenerator(one -> getTranslation("editor.section." + one.name()));
        section.setValue(Section.RESEARCH_HIGHLIGHT);
        slug.setValueChangeMode(ValueChangeMode.LAZY);
        slug.setHelperText(getTranslation("editor.field.slug.hint"));
        section.setWidthFull();
        slug.setWidthFull();
        add(
                section,
                title,
                slug,
                Buttons.plain(getTranslation("editor.story.begin"), click -> begin(issue, desk, current)));
    }

    /** Whom to tell when something was written. */
    void onWritten(Runnable listener) {
        title.addValueChangeListener(change -> listener.run());
        slug.addValueChangeListener(change -> listener.run());
    }

    boolean isWritten() {
        return !title.isEmpty() || !slug.isEmpty();
    }

    private void begin(IssueId issue, EditorialDesk desk, CurrentActor current) {
        try {
            StoryId id = desk.createStory(
                    current.actor(),
                    issue,
                    new StoryDraft(
                            slug.getValue(),
                            section.getValue(),
                            EditorWords.text(title.getValue()),
                            LocalizedText.EMPTY,
                            LocalizedText.EMPTY,
                            null,
                            List.of(),
                            List.of(),
                            List.of()));
            title.clear();
            slug.clear();
            UI.getCurrent().navigate(StoryEditView.class, EditorNavigation.at(id.toString()));
        } catch (InvalidInputException refused) {
            errors.clear();
            errors.show(refused);
        }
    }
}

package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.io.Serial;
import kr.nairl.platform.core.newsletter.StoryDraft;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.MarkdownText;

/** How readers of either language will see the story, while it is being written. */
class StoryPreview extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Language> language = new RadioButtonGroup<>();
    private final Div shown = new Div();
    private transient StoryDraft draft;

    StoryPreview(String title, StoryDraft draft, Language reader) {
        super(title);
        this.draft = draft;
        addClassName("story-preview");
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        language.setAriaLabel(title);
        language.setValue(reader);
        language.addValueChangeListener(change -> show());
        shown.addClassName("shown");
        // it scrolls, so the keyboard must reach it
        shown.getElement().setAttribute("tabindex", "0");
        shown.getElement().setAttribute("role", "region");
        shown.getElement().setAttribute("aria-label", title);
        add(language, shown);
        show();
    }

    void show(StoryDraft written) {
        draft = written;
        show();
    }

    private void show() {
        Language chosen = language.getValue();
        shown.removeAll();
        shown.getElement().setAttribute("lang", chosen.code());
        if (draft.body().in(chosen).fallback()) {
            Paragraph missing = new Paragraph(getTranslation("editor.preview.missing." + chosen.code()));
            missing.addClassName("preview-note");
            missing.getElement().setAttribute("lang", getLocale().getLanguage());
            shown.add(missing);
        }
        Paragraph lead = new Paragraph(text(draft.lead(), chosen));
        lead.addClassName("lead");
        shown.add(
                new H2(text(draft.title(), chosen)),
                lead,
                new MarkdownText(draft.body().ko(), draft.body().en(), chosen.locale()));
    }

    private static LanguageText text(LocalizedText text, Language reader) {
        return new LanguageText(text.ko(), text.en(), reader.locale());
    }
}

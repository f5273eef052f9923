package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import kr.nairl.platform.core.newsletter.IssueDraft;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.FieldErrors;

/** What an issue says about itself. */
class IssueForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int INTRO = 2000;

    private transient IssueDraft stored;
    private final BilingualField title = BilingualField.line(getTranslation("editor.field.title"));
    private final TextField volume = new TextField(getTranslation("editor.field.volume"));
    private final TextField slug = new TextField(getTranslation("editor.field.slug"));
    private final BilingualField intro = BilingualField.text(getTranslation("editor.field.intro"), INTRO);
    private final transient FieldErrors errors = new FieldErrors()
            .at("title", title)
            .at("volume", volume)
            .at("slug", slug)
            .at("intro", intro);

    /** @param written called whenever something was written */
    IssueForm(IssueDraft draft, Runnable written) {
        stored = draft;
        addClassName("stack");
        volume.setHelperText(getTranslation("editor.field.volume.hint"));
        slug.setHelperText(getTranslation("editor.field.slug.hint"));
        volume.setValueChangeMode(ValueChangeMode.LAZY);
        slug.setValueChangeMode(ValueChangeMode.LAZY);
        show(draft);
        title.addValueChangeListener(change -> written.run());
        volume.addValueChangeListener(change -> written.run());
        slug.addValueChangeListener(change -> written.run());
        intro.addValueChangeListener(change -> written.run());
        add(title, volume, slug, intro);
    }

    /** Shows what is stored. */
    final void show(IssueDraft draft) {
        stored = draft;
        title.setValue(EditorWords.bilingual(draft.title()));
        volume.setValue(draft.volume());
        slug.setValue(draft.slug());
        intro.setValue(EditorWords.bilingual(draft.intro()));
    }

    /** What was read from here is stored now. */
    void kept(IssueDraft draft) {
        stored = draft;
        errors.clear();
    }

    static IssueDraft empty() {
        return new IssueDraft("", LocalizedText.EMPTY, "", LocalizedText.EMPTY);
    }

    IssueDraft draft() {
        return new IssueDraft(
                slug.getValue(),
                EditorWords.text(title.getValue()),
                volume.getValue(),
                EditorWords.text(intro.getValue()));
    }

    /** Whether something is written that is not stored. */
    boolean isChanged() {
        return !draft().equals(stored);
    }

    void refuse(InvalidInputException refused) {
        errors.clear();
        errors.show(refused);
    }
}

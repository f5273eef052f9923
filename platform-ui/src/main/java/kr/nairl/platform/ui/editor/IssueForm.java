package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
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

    private final transient IssueDraft stored;
    private final BilingualField title = BilingualField.line(getTranslation("editor.field.title"));
    private final TextField volume = new TextField(getTranslation("editor.field.volume"));
    private final TextField slug = new TextField(getTranslation("editor.field.slug"));
    private final BilingualField intro = BilingualField.text(getTranslation("editor.field.intro"), INTRO);
    private final transient FieldErrors errors = new FieldErrors()
            .at("title", title)
            .at("volume", volume)
            .at("slug", slug)
            .at("intro", intro);

    IssueForm(IssueDraft draft) {
        stored = draft;
        addClassName("stack");
        volume.setHelperText(getTranslation("editor.field.volume.hint"));
        slug.setHelperText(getTranslation("editor.field.slug.hint"));
        title.setValue(EditorWords.bilingual(draft.title()));
        volume.setValue(draft.volume());
        slug.setValue(draft.slug());
        intro.setValue(EditorWords.bilingual(draft.intro()));
        add(title, volume, slug, intro);
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

    void accepted() {
        errors.clear();
    }

    void refuse(InvalidInputException refused) {
        errors.clear();
        errors.show(refused);
    }
}

package kr.nairl.platform.ui.update;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.io.Serial;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.update.UpdateDraft;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.LanguageText;
import kr.nairl.platform.ui.component.MarkdownText;
import kr.nairl.platform.ui.component.UnsavedWork;

/** The words of an update, and beside them how readers will see them. */
class UpdateForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BilingualField title = BilingualField.line(getTranslation("update.field.title"));
    private final BilingualField body =
            BilingualField.text(getTranslation("update.field.body"), UpdateDraft.BODY_LENGTH);
    private final RadioButtonGroup<Audience> audience = new RadioButtonGroup<>();
    private final Div preview = new Div();
    private final UnsavedWork work = new UnsavedWork(this);
    private final transient FieldErrors errors =
            new FieldErrors().at("title", title).at("body", body).at("audience", audience);
    private UpdateDraft saved;

    UpdateForm(UpdateDraft draft) {
        saved = draft;
        body.setHelperText(getTranslation("update.field.body.hint"));
        body.addClassName("tall");
        audience.setLabel(getTranslation("update.field.audience"));
        audience.setItems(Audience.MEMBERS, Audience.PUBLIC);
        audience.setItemLabelGenerator(one -> getTranslation("update.audience.choice." + one.name()));
        title.addValueChangeListener(change -> showPreview());
        body.addValueChangeListener(change -> showPreview());
        preview.addClassName("update");
        add(Columns.mainAndSide(new Card(title, body, audience), new Card(getTranslation("update.preview"), preview)));
        show(draft);
        work.watch(this::isChanged, title, body, audience);
    }

    /** What is written now. */
    UpdateDraft draft() {
        return new UpdateDraft(text(title.getValue()), text(body.getValue()), audience.getValue());
    }

    /** What is written here and not saved. */
    UnsavedWork work() {
        return work;
    }

    private boolean isChanged() {
        return !draft().equals(saved);
    }

    void markSaved() {
        saved = draft();
        work.forget();
        errors.clear();
    }

    void refuse(InvalidInputException refused) {
        errors.clear();
        errors.show(refused);
    }

    private void show(UpdateDraft draft) {
        title.setValue(bilingual(draft.title()));
        body.setValue(bilingual(draft.body()));
        audience.setValue(draft.audience());
        showPreview();
    }

    private void showPreview() {
        preview.removeAll();
        if (title.getValue().isEmpty() && body.getValue().isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("update.preview.none"));
            nothing.addClassName("dim");
            preview.add(nothing);
            return;
        }
        preview.add(
                new H2(new LanguageText(title.getValue().ko(), title.getValue().en(), getLocale())),
                new MarkdownText(body.getValue().ko(), body.getValue().en()));
    }

    private static LocalizedText text(Bilingual typed) {
        return LocalizedText.of(typed.ko(), typed.en());
    }

    private static Bilingual bilingual(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }
}

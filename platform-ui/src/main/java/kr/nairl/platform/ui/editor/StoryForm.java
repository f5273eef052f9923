package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import kr.nairl.platform.core.newsletter.Illustration;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.newsletter.StoryDraft;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;

/** What a story says, whom it is about, and where it stands. */
class StoryForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LEAD = 600;
    private static final int BODY = 60_000;

    private final BilingualField title = BilingualField.line(getTranslation("editor.field.title"));
    private final BilingualField lead = BilingualField.text(getTranslation("editor.field.lead"), LEAD);
    private final BilingualField body = BilingualField.text(getTranslation("editor.field.body"), BODY);
    private final Select<Section> section = new Select<>();
    private final TextField slug = new TextField(getTranslation("editor.field.slug"));
    private final ComboBox<Illustration> illustration = new ComboBox<>(getTranslation("editor.field.illustration"));
    private final RelationField<OrganisationId> organisations;
    private final RelationField<ResearcherId> researchers;
    private final RelationField<SubProjectId> subProjects;
    private final transient FieldErrors errors = new FieldErrors()
            .at("title", title)
            .at("lead", lead)
            .at("body", body)
            .at("section", section)
            .at("slug", slug);
    private boolean filling = true;

    /**
     * @param named the same story with the names of whom it is about
     * @param changed called whenever the editor changed something
     */
    StoryForm(StoryDraft draft, StoryCard named, About about, Language language, Runnable changed) {
        organisations = about.organisations(getTranslation("editor.field.organisations"), language);
        researchers = about.researchers(getTranslation("editor.field.researchers"), language);
        subProjects = about.subProjects(getTranslation("editor.field.subProjects"), language);
        body.setHelperText(getTranslation("editor.field.body.hint"));
        addClassName("story-form");
        body.addClassName("tall");
        slug.setHelperText(getTranslation("editor.field.slug.hint"));
        slug.setValueChangeMode(ValueChangeMode.LAZY);
        section.setLabel(getTranslation("editor.field.section"));
        section.setItems(Section.values());
        section.setItemLabelGenerator(one -> getTranslation("editor.section." + one.name()));
        illustration.setItems(Illustration.values());
        illustration.setItemLabelGenerator(one -> getTranslation("editor.illustration." + one.name()));
        illustration.setClearButtonVisible(true);
        show(draft);
        relate(draft, named, language);
        filling = false;
        title.addValueChangeListener(change -> tell(changed));
        lead.addValueChangeListener(change -> tell(changed));
        body.addValueChangeListener(change -> tell(changed));
        slug.addValueChangeListener(change -> tell(changed));
        section.addValueChangeListener(change -> tell(changed));
        illustration.addValueChangeListener(change -> tell(changed));
        organisations.picker().addValueChangeListener(change -> tell(changed));
        researchers.picker().addValueChangeListener(change -> tell(changed));
        subProjects.picker().addValueChangeListener(change -> tell(changed));
        add(Columns.stack(
                new Card(title, lead, body),
                new Card(
                        getTranslation("editor.story.about"),
                        organisations.picker(),
                        researchers.picker(),
                        subProjects.picker()),
                new Card(getTranslation("editor.story.place"), Columns.equal(section, illustration, slug))));
    }

    StoryDraft draft() {
        return new StoryDraft(
                slug.getValue(),
                section.getValue(),
                EditorWords.text(title.getValue()),
                EditorWords.text(lead.getValue()),
                EditorWords.text(body.getValue()),
                illustration.getValue(),
                organisations.chosen(),
                researchers.chosen(),
                subProjects.chosen());
    }

    void accepted() {
        errors.clear();
    }

    /**
     * Marks what was refused.
     *
     * @param go whether to go there, too: not while somebody writes elsewhere
     */
    void refuse(InvalidInputException refused, boolean go) {
        if (go) {
            errors.show(refused);
        } else {
            errors.mark(refused);
        }
    }

    private void show(StoryDraft draft) {
        title.setValue(EditorWords.bilingual(draft.title()));
        lead.setValue(EditorWords.bilingual(draft.lead()));
        body.setValue(EditorWords.bilingual(draft.body()));
        section.setValue(draft.section());
        slug.setValue(draft.slug());
        illustration.setValue(draft.illustration());
    }

    private void relate(StoryDraft draft, StoryCard named, Language language) {
        organisations.choose(
                draft.organisations(),
                named.organisations().stream()
                        .map(one ->
                                new RelationField.Choice<>(one.id(), one.name().text(language))));
        researchers.choose(
                draft.researchers(),
                named.researchers().stream()
                        .map(one ->
                                new RelationField.Choice<>(one.id(), one.name().text(language))));
        subProjects.choose(
                draft.subProjects(),
                named.subProjects().stream()
                        .map(one -> About.subProject(one.id(), one.number(), one.title(), language)));
    }

    private void tell(Runnable changed) {
        if (!filling) {
            changed.run();
        }
    }
}

package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.matching.WishWords;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.UnsavedWork;

/** What a researcher wants of partners, as fields. */
class WishForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<CollaborationMode> modes = new CheckboxGroup<>(getTranslation("wishes.modes"));
    private final CheckboxGroup<OrganisationKind> partners = new CheckboxGroup<>(getTranslation("wishes.partners"));
    private final CheckboxGroup<Language> languages = new CheckboxGroup<>(getTranslation("wishes.languages"));
    private final BilingualField data = BilingualField.text(getTranslation("wishes.data"), WishWords.DATA_MAX);
    private final IntegerField capacity = new IntegerField(getTranslation("wishes.capacity"));
    private final transient TopicField fields;
    private final UnsavedWork work = new UnsavedWork(this);
    private final transient FieldErrors errors;
    private List<Object> saved;

    WishForm(Wishes wishes, Concepts concepts, CurrentActor current) {
        fields = new TopicField(getTranslation("wishes.fields"), concepts, current, wishes.fields());
        errors = new FieldErrors()
                .at("modes", modes)
                .at("fields", fields.picker())
                .at("partners", partners)
                .at("languages", languages)
                .at("data", data)
                .at("capacity", capacity);
        modes.setItems(CollaborationMode.values());
        modes.setItemLabelGenerator(mode -> getTranslation("mode." + mode.name()));
        modes.setHelperText(getTranslation("wishes.modes.hint"));
        modes.setValue(wishes.modes());
        fields.picker().setHelperText(getTranslation("wishes.fields.hint"));
        partners.setItems(Arrays.stream(OrganisationKind.values())
                .filter(OrganisationKind::becomesPartner)
                .toList());
        partners.setItemLabelGenerator(kind -> getTranslation("organisation.kind." + kind.name()));
        partners.setValue(wishes.partners());
        languages.setItems(Language.values());
        languages.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        languages.setHelperText(getTranslation("wishes.languages.hint"));
        languages.setValue(wishes.languages());
        data.setHelperText(getTranslation("wishes.data.hint"));
        data.setValue(Bilinguals.of(wishes.data()));
        capacity.setHelperText(getTranslation("wishes.capacity.hint"));
        capacity.setMin(0);
        capacity.setMax(WishWords.CAPACITY_MAX);
        capacity.setStepButtonsVisible(true);
        capacity.setValue(wishes.capacity());
        // The domain judges what is typed; the component would only lose it.
        capacity.setManualValidation(true);
        Stream.of(modes, partners, languages).forEach(group -> group.addClassName("side-by-side"));
        saved = typed();
        Card work = new Card(getTranslation("wishes.work"), modes, fields.picker(), data);
        Card partner = new Card(getTranslation("wishes.partner"), partners, languages, capacity);
        add(Columns.stack(work, partner));
        this.work.watch(this::isChanged, modes, fields.picker(), partners, languages, data, capacity);
    }

    /**
     * What is written now.
     *
     * @throws InvalidInputException naming every field that is refused
     */
    WishWords words() {
        return new WishWords(
                partners.getValue(),
                fields.chosen(),
                modes.getValue(),
                languages.getValue(),
                Bilinguals.text(data.getValue()),
                capacity.getValue());
    }

    /** What is written here and not saved. */
    UnsavedWork work() {
        return work;
    }

    void markSaved() {
        saved = typed();
        work.forget();
        errors.clear();
    }

    void refuse(InvalidInputException refused) {
        errors.clear();
        errors.show(refused);
    }

    private boolean isChanged() {
        return !typed().equals(saved);
    }

    private List<Object> typed() {
        return List.of(
                modes.getValue(),
                fields.chosen(),
                partners.getValue(),
                languages.getValue(),
                data.getValue(),
                String.valueOf(capacity.getValue()));
    }
}

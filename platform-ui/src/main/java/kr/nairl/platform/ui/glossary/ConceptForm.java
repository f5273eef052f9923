package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptWords;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.TopicPicker;
import kr.nairl.platform.ui.component.UnsavedWork;

/** A concept as fields. */
final class ConceptForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BilingualField label = BilingualField.line(getTranslation("concept.label"), Concept.LABEL_MAX);
    private final TextField abbreviation = new TextField(getTranslation("concept.abbreviation"));
    private final TextArea moreKo = lines("concept.more.ko", Language.KO);
    private final TextArea moreEn = lines("concept.more.en", Language.EN);
    private final TopicPicker<Topic> broader;
    private final TextField source = new TextField(getTranslation("concept.source"));
    private final TextField licence = new TextField(getTranslation("concept.licence"));
    private final FieldErrors errors = new FieldErrors();
    private final UnsavedWork work = new UnsavedWork(this);
    private List<Object> saved;

    /** @param above the broader concepts that the words name */
    ConceptForm(ConceptWords words, List<Topic> above, Concepts concepts, CurrentActor current) {
        Language reader = Language.of(getLocale());
        broader = new TopicPicker<>(
                getTranslation("concept.broader"),
                GlossaryWords.lookup(concepts, current),
                topic -> topic.label().text(reader),
                Topic::id);
        broader.setHelperText(getTranslation("concept.broader.hint"));
        abbreviation.setHelperText(getTranslation("concept.abbreviation.hint"));
        abbreviation.setMaxLength(Concept.ABBREVIATION_MAX);
        source.setHelperText(getTranslation("concept.source.hint"));
        source.setMaxLength(ConceptWords.SOURCE_MAX);
        licence.setHelperText(getTranslation("concept.licence.hint"));
        licence.setMaxLength(ConceptWords.LICENCE_MAX);
        List.of(abbreviation, source, licence).forEach(TextField::setWidthFull);
        errors.at("label", label)
                .at("abbreviation", abbreviation)
                .at("moreKo", moreKo)
                .at("moreEn", moreEn)
                .at("broader", broader)
                .at("source", source)
                .at("licence", licence);
        show(words, above);
        saved = typed();
        add(Columns.mainAndSide(
                Columns.stack(
                        new Card(label, abbreviation),
                        new Card(getTranslation("concept.more"), Columns.equal(moreKo, moreEn))),
                new Card(getTranslation("concept.place"), broader),
                new Card(getTranslation("concept.origin"), source, licence)));
        work.watch(() -> !typed().equals(saved), label, abbreviation, moreKo, moreEn, broader, source, licence);
    }

    private TextArea lines(String key, Language language) {
        TextArea area = new TextArea(getTranslation(key));
        area.setHelperText(getTranslation("concept.more.hint"));
        area.setWidthFull();
        area.setMinRows(4);
        area.getElement().setAttribute("lang", language.code());
        return area;
    }

    private void show(ConceptWords words, List<Topic> above) {
        label.setValue(new Bilingual(
                words.label().ko() == null ? "" : words.label().ko(),
                words.label().en() == null ? "" : words.label().en()));
        abbreviation.setValue(words.abbreviation() == null ? "" : words.abbreviation());
        moreKo.setValue(String.join("\n", words.moreKo()));
        moreEn.setValue(String.join("\n", words.moreEn()));
        broader.choose(above);
        source.setValue(words.source());
        licence.setValue(words.licence());
    }

    ConceptWords words() {
        return new ConceptWords(
                LocalizedText.of(label.getValue().ko(), label.getValue().en()),
                abbreviation.getValue(),
                moreKo.getValue().lines().toList(),
                moreEn.getValue().lines().toList(),
                broader.getValue().stream().map(Topic::id).collect(Collectors.toSet()),
                source.getValue(),
                licence.getValue());
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
        errors.show(refused);
    }

    private List<Object> typed() {
        return Arrays.asList(
                label.getValue(),
                abbreviation.getValue(),
                moreKo.getValue(),
                moreEn.getValue(),
                Set.copyOf(broader.getValue()),
                source.getValue(),
                licence.getValue());
    }
}

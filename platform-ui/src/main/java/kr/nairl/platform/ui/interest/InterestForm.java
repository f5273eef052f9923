package kr.nairl.platform.ui.interest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.io.Serial;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestOutcome.Missing;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.ui.component.AudiencePicker;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.GuardedField;
import kr.nairl.platform.ui.component.TopicPicker;

/** The fields of an interest. Knows what is written and where something is wrong; saving is the page's. */
class InterestForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BilingualField title =
            BilingualField.line(getTranslation("interest.field.title"), InterestWords.TITLE_MAX);
    private final BilingualField need =
            BilingualField.text(getTranslation("interest.field.need"), InterestWords.NEED_MAX);
    private final TopicPicker<Concept> topics;
    private final RadioButtonGroup<CollaborationMode> mode = new RadioButtonGroup<>(getTranslation("interest.mode"));
    private final CheckboxGroup<SubProjectName> subProjects =
            new CheckboxGroup<>(getTranslation("interest.field.subProjects"));
    private final IntegerField horizon = new IntegerField(getTranslation("interest.field.horizon"));
    private final Select<BudgetBand> budget = new Select<>();
    private final RadioButtonGroup<Audience> audience =
            new RadioButtonGroup<>(getTranslation("interest.field.audience"));
    private final Card what = new Card(getTranslation("interest.part.need"));
    private final Map<InterestField, AudiencePicker> pickers = new EnumMap<>(InterestField.class);
    private final Map<String, Component> byName = new LinkedHashMap<>();

    /** @param topics a picker that knows the vocabulary */
    InterestForm(TopicPicker<Concept> topics, List<SubProjectName> known) {
        this.topics = topics;
        addClassNames("stack", "interest-form");
        title.setHelperText(getTranslation("interest.field.title.help"));
        need.setHelperText(getTranslation("interest.field.need.help", InterestWords.NEED_MIN));
        topics.setHelperText(getTranslation("interest.field.topics.help"));
        mode.setItems(CollaborationMode.values());
        mode.addClassName("modes");
        mode.setItemLabelGenerator(one -> getTranslation("mode." + one.name()));
        mode.setValue(CollaborationMode.JOINT_RESEARCH);
        Language language = Language.of(getLocale());
        subProjects.setItems(known);
        subProjects.setItemLabelGenerator(name -> getTranslation(
                "interest.subProject", name.number(), name.title().text(language)));
        horizon.setMin(1);
        horizon.setMax(InterestWords.HORIZON_MAX);
        horizon.setStepButtonsVisible(true);
        horizon.setHelperText(getTranslation("interest.field.horizon.help", InterestWords.HORIZON_MAX));
        budget.setLabel(getTranslation("interest.budget"));
        budget.setItems(BudgetBand.values());
        budget.setItemLabelGenerator(one -> getTranslation("interest.budget." + one.name()));
        budget.setValue(BudgetBand.UNDECIDED);
        audience.setItems(Audience.PUBLIC, Audience.MEMBERS, Audience.ACCEPTED);
        audience.setRenderer(new ComponentRenderer<>(this::explained));
        audience.setValue(Audience.MEMBERS);
        for (InterestField field : InterestField.values()) {
            AudiencePicker picker = new AudiencePicker(
                    getTranslation("interest.part." + field.name()), getTranslation("ladder.same.interest"));
            picker.setFloor(Audience.MEMBERS);
            pickers.put(field, picker);
        }
        audience.addValueChangeListener(
                change -> pickers.values().forEach(picker -> picker.setFloor(change.getValue())));
        Div pair = new Div(guarded(InterestField.HORIZON, horizon), guarded(InterestField.BUDGET, budget));
        pair.addClassName("form-pair");
        Paragraph steps = new Paragraph(getTranslation("ladder.steps.interest"));
        steps.addClassNames("small", "dim");
        what.add(title, guarded(InterestField.NEED, need), guarded(InterestField.TOPICS, topics));
        add(
                what,
                new Card(
                        getTranslation("interest.part.way"),
                        mode,
                        guarded(InterestField.SUB_PROJECTS, subProjects),
                        pair),
                new Card(getTranslation("interest.part.audience"), audience, steps));
        byName.put("title", title);
        byName.put("need", need);
        byName.put("topics", topics);
        byName.put("subProjects", subProjects);
        byName.put("horizonMonths", horizon);
        byName.put("audience", audience);
    }

    /** Puts something under the topics, such as where more of them come from. */
    void underTopics(Component more) {
        what.add(more);
    }

    /** Chooses this topic, too. */
    void addTopic(Concept topic) {
        Set<Concept> chosen = new LinkedHashSet<>(topics.getValue());
        if (chosen.stream().noneMatch(other -> other.id().equals(topic.id()))) {
            chosen.add(topic);
            topics.setValue(chosen);
        }
    }

    private GuardedField guarded(InterestField field, Component component) {
        return new GuardedField(component, Objects.requireNonNull(pickers.get(field)));
    }

    /** Calls back after every change from now on. */
    void onChange(Runnable listener) {
        for (HasValue<?, ?> field : List.of(title, need, topics, mode, subProjects, horizon, budget, audience)) {
            field.addValueChangeListener(change -> listener.run());
        }
        pickers.values()
                .forEach(picker -> picker.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        listener.run();
                    }
                }));
    }

    /** Chooses these topics to begin with. */
    void suggest(List<Concept> named) {
        topics.choose(named);
    }

    /** Shows these words, with the topics they name. */
    void show(InterestWords words, List<Concept> named) {
        title.setValue(bilingual(words.title()));
        need.setValue(bilingual(words.need()));
        topics.choose(named);
        mode.setValue(words.mode());
        subProjects.setValue(subProjects
                .getListDataView()
                .getItems()
                .filter(name -> words.subProjects().contains(name.id()))
                .collect(Collectors.toSet()));
        horizon.setValue(words.horizonMonths());
        budget.setValue(words.budget());
        audience.setValue(words.audience());
        pickers.forEach((field, picker) -> {
            picker.setFloor(words.audience());
            picker.choose(words.audiences().getOrDefault(field, Audience.PUBLIC));
        });
    }

    /**
     * What is written. Until there is a title, the beginning of the need stands for it, so that nothing written is lost.
     *
     * @return empty while there is neither title nor need
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is refused
     */
    Optional<InterestWords> words() {
        LocalizedText needed = text(need.getValue());
        LocalizedText named = hasTitle() ? text(title.getValue()) : InterestTitle.from(needed);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Map<InterestField, Audience> chosen = new EnumMap<>(InterestField.class);
        pickers.forEach((field, picker) -> chosen.put(field, picker.chosen()));
        return Optional.of(new InterestWords(
                named,
                needed,
                mode.getValue(),
                horizon.getValue(),
                budget.getValue(),
                audience.getValue(),
                topics.getValue().stream().map(Concept::id).toList(),
                subProjects.getValue().stream().map(SubProjectName::id).collect(Collectors.toSet()),
                chosen));
    }

    boolean hasTitle() {
        return !title.getValue().isEmpty();
    }

    /** Names at each field what it lacks, and goes to the first. */
    void lacks(Set<Missing> missing) {
        clearErrors();
        Map<Missing, String> fields =
                new EnumMap<>(Map.of(Missing.TITLE, "title", Missing.NEED, "need", Missing.TOPIC, "topics"));
        fields.forEach((one, field) -> {
            if (missing.contains(one)) {
                error(field, getTranslation("interest.missing." + one.name(), InterestWords.NEED_MIN));
            }
        });
        focusFirstError();
    }

    /** Names at each field what the core refuses. */
    void refuses(List<Violation> violations) {
        clearErrors();
        for (Violation violation : violations) {
            String field = violation.field().replaceAll("\\.(ko|en)$", "");
            error(
                    field,
                    getTranslation(
                            "interest.violation." + violation.code(),
                            violation.arguments().toArray()));
        }
    }

    void clearErrors() {
        byName.values().forEach(field -> {
            if (field instanceof HasValidation checked) {
                checked.setInvalid(false);
            }
        });
    }

    private void error(String field, String message) {
        if (byName.get(field) instanceof HasValidation checked) {
            checked.setErrorMessage(message);
            checked.setInvalid(true);
        }
    }

    private void focusFirstError() {
        byName.values().stream()
                .filter(field -> field instanceof HasValidation checked && checked.isInvalid())
                .findFirst()
                .ifPresent(field -> field.getElement()
                        .executeJs("this.scrollIntoView({block: 'center'}); (this.querySelector('input, textarea, "
                                + "vaadin-text-field, vaadin-text-area') ?? this).focus()"));
    }

    private Component explained(Audience one) {
        Span name = new Span(getTranslation("interest.audience." + one.name()));
        name.addClassName("choice-name");
        Span why = new Span(getTranslation("interest.audience." + one.name() + ".help"));
        why.addClassNames("small", "dim");
        Div choice = new Div(name, why);
        choice.addClassName("choice");
        return choice;
    }

    private static Bilingual bilingual(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }

    private static LocalizedText text(Bilingual value) {
        return LocalizedText.of(value.ko(), value.en());
    }
}

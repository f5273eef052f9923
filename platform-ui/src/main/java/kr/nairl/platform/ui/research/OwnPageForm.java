package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherLinks;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResearcherWords;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.UnsavedWork;
import org.jspecify.annotations.Nullable;

/** What a researcher says about themselves, as fields. */
class OwnPageForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BilingualField headline =
            BilingualField.text(getTranslation("research.field.headline"), ResearcherWords.HEADLINE_MAX);
    private final BilingualField biography =
            BilingualField.text(getTranslation("research.field.biography"), ResearcherWords.BIOGRAPHY_MAX);
    private final BilingualField seeks =
            BilingualField.text(getTranslation("research.field.seeks"), ResearcherWords.SEEKS_MAX);
    private final Checkbox accepting = new Checkbox(getTranslation("research.field.accepting"));
    private final CheckboxGroup<AreaCard> areas = new CheckboxGroup<>(getTranslation("researcher.areas"));
    private final TextField homepage = link("research.field.homepage");
    private final TextField orcid = link("research.field.orcid");
    private final TextField scholar = link("research.field.scholar");
    private final transient TopicField topics;
    private final UnsavedWork work = new UnsavedWork(this);
    private final transient FieldErrors errors;
    private List<Object> saved;

    /** @param choices the areas of the researcher's own sub-project */
    OwnPageForm(ResearcherPage page, List<AreaCard> choices, Concepts concepts, CurrentActor current) {
        topics = new TopicField(
                getTranslation("researcher.topics"),
                concepts,
                current,
                page.card().topics());
        errors = new FieldErrors()
                .at("headline", headline)
                .at("biography", biography)
                .at("seeks", seeks)
                .at("topics", topics.picker())
                .at("areas", areas)
                .at("homepage", homepage)
                .at("orcid", orcid)
                .at("scholar", scholar);
        headline.setValue(Bilinguals.of(page.card().headline()));
        biography.setValue(Bilinguals.of(page.biography()));
        seeks.setValue(Bilinguals.of(page.seeks()));
        seeks.setHelperText(getTranslation("research.field.seeks.hint"));
        accepting.setValue(page.card().accepting());
        accepting.setHelperText(getTranslation("research.field.accepting.hint"));
        areas.setItems(choices);
        areas.setItemLabelGenerator(area -> area.name().text(ResearchWords.language()));
        areas.addClassName("one-below-another");
        areas.setVisible(!choices.isEmpty());
        List<ResearchAreaId> own = page.areas().stream().map(area -> area.id()).toList();
        areas.setValue(choices.stream().filter(area -> own.contains(area.id())).collect(Collectors.toSet()));
        homepage.setValue(text(page.links().homepage()));
        orcid.setValue(text(page.links().orcid()));
        scholar.setValue(text(page.links().scholar()));
        saved = typed();
        Card words = new Card(getTranslation("research.words"), headline, biography, seeks, accepting);
        Card about = new Card(getTranslation("research.subjects"), topics.picker(), areas);
        Card links = new Card(getTranslation("research.links"), homepage, orcid, scholar);
        add(Columns.mainAndSide(words, about, links));
        work.watch(
                this::isChanged,
                headline,
                biography,
                seeks,
                accepting,
                topics.picker(),
                areas,
                homepage,
                orcid,
                scholar);
    }

    /**
     * What is written now.
     *
     * @throws InvalidInputException naming every field that is refused
     */
    ResearcherWords words() {
        List<InvalidInputException.Violation> found = new ArrayList<>();
        ResearcherLinks links = ResearcherLinks.NONE;
        try {
            links = new ResearcherLinks(homepage.getValue(), orcid.getValue(), scholar.getValue());
        } catch (InvalidInputException refused) {
            found.addAll(refused.violations());
        }
        try {
            ResearcherWords words = new ResearcherWords(
                    Bilinguals.text(headline.getValue()),
                    Bilinguals.text(biography.getValue()),
                    Bilinguals.text(seeks.getValue()),
                    accepting.getValue(),
                    topics.chosen(),
                    areas.getValue().stream().map(AreaCard::id).collect(Collectors.toSet()),
                    links);
            if (found.isEmpty()) {
                return words;
            }
        } catch (InvalidInputException refused) {
            found.addAll(0, refused.violations());
        }
        throw new InvalidInputException(found);
    }

    /** What is written here and not saved. */
    UnsavedWork work() {
        return work;
    }

    private boolean isChanged() {
        return !typed().equals(saved);
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

    private List<Object> typed() {
        return List.of(
                headline.getValue(),
                biography.getValue(),
                seeks.getValue(),
                accepting.getValue(),
                topics.chosen(),
                areas.getValue().stream().map(AreaCard::id).collect(Collectors.toSet()),
                homepage.getValue(),
                orcid.getValue(),
                scholar.getValue());
    }

    private TextField link(String key) {
        TextField field = new TextField(getTranslation(key));
        field.setPlaceholder(getTranslation(key + ".hint"));
        field.setWidthFull();
        return field;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

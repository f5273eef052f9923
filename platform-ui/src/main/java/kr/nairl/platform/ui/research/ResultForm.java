package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.TopicPicker;
import kr.nairl.platform.ui.component.UnsavedWork;
import org.jspecify.annotations.Nullable;

/** A result as fields. */
class ResultForm extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final BilingualField title =
            BilingualField.text(getTranslation("result.field.title"), ResultWords.TITLE_MAX);
    private final BilingualField summary =
            BilingualField.text(getTranslation("result.field.summary"), ResultWords.SUMMARY_MAX);
    private final TextField venue = new TextField(getTranslation("result.field.venue"));
    private final IntegerField year = new IntegerField(getTranslation("result.field.year"));
    private final TextField doi = new TextField(getTranslation("result.doi"));
    /** Where the DOI leads, as soon as it is one. */
    private final Div way = new Div();

    private final TextField url = new TextField(getTranslation("result.field.url"));
    private final TopicPicker<ResearcherName> authors;
    private final transient TopicField topics;
    private final UnsavedWork work = new UnsavedWork(this);
    private final transient FieldErrors errors;
    private List<@Nullable Object> saved;

    /** @param result null for a new one */
    ResultForm(@Nullable ResultCard result, ResearcherDirectory directory, Concepts concepts, CurrentActor current) {
        authors = new TopicPicker<>(
                getTranslation("result.field.authors"),
                (words, offset, limit) -> directory
                        .search(
                                current.actor(),
                                ResearcherFilter.ALL.withText(words),
                                new PageRequest(offset, Math.min(limit, PageRequest.MAX_LIMIT)))
                        .items()
                        .stream()
                        .map(card -> new ResearcherName(card.id(), card.slug(), card.name()))
                        .toList(),
                author -> author.name().text(ResearchWords.language()),
                ResearcherName::id);
        authors.setHelperText(getTranslation("result.field.authors.hint"));
        topics = new TopicField(
                getTranslation("researcher.topics"), concepts, current, result == null ? List.of() : result.topics());
        errors = new FieldErrors()
                .at("title", title)
                .at("summary", summary)
                .at("venue", venue)
                .at("year", year)
                .at("doi", doi)
                .at("url", url)
                .at("topics", topics.picker())
                .at("authors", authors);
        title.setHelperText(getTranslation("result.field.title.hint"));
        List.of(venue, doi, url).forEach(field -> field.setWidthFull());
        doi.setPlaceholder(getTranslation("result.field.doi.hint"));
        url.setPlaceholder(getTranslation("result.field.url.hint"));
        if (result != null) {
            show(result);
        }
        saved = typed();
        doi.setValueChangeMode(ValueChangeMode.LAZY);
        doi.addValueChangeListener(change -> showWay());
        showWay();
        add(Columns.mainAndSide(
                new Card(title, summary),
                new Card(getTranslation("result.where"), venue, year, doi, way, url),
                new Card(getTranslation("result.who"), authors, topics.picker())));
        work.watch(this::isChanged, title, summary, venue, year, doi, url, topics.picker(), authors);
    }

    /**
     * What is written now.
     *
     * @throws InvalidInputException naming every field that is refused
     */
    ResultWords words() {
        return new ResultWords(
                Bilinguals.text(title.getValue()),
                venue.getValue(),
                year.getValue(),
                doi.getValue(),
                url.getValue(),
                Bilinguals.text(summary.getValue()),
                topics.chosen(),
                authors.getValue().stream().map(ResearcherName::id).toList());
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

    private void showWay() {
        way.removeAll();
        ResultWords.doi(doi.getValue()).ifPresent(found -> way.add(ResultRows.doi(found)));
        way.setVisible(way.getComponentCount() > 0);
    }

    private void show(ResultCard result) {
        title.setValue(Bilinguals.of(result.title()));
        summary.setValue(Bilinguals.of(result.summary()));
        venue.setValue(result.venue() == null ? "" : result.venue());
        year.setValue(result.year());
        doi.setValue(result.doi() == null ? "" : result.doi());
        url.setValue(result.url() == null ? "" : result.url());
        authors.choose(result.authors());
    }

    private List<@Nullable Object> typed() {
        return Arrays.asList(
                title.getValue(),
                summary.getValue(),
                venue.getValue(),
                year.getValue(),
                doi.getValue(),
                url.getValue(),
                topics.chosen(),
                List.copyOf(authors.getValue()));
    }
}

package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptRow;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** Concepts as a table; on a narrow screen each row becomes a small card. */
final class ConceptTable extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Language reader;

    ConceptTable(String title, List<ConceptRow> rows) {
        super(title);
        reader = Language.of(getLocale());
        addClassNames("dense-table", "concept-table");
        NativeTable table = new NativeTable();
        table.setCaptionText(title);
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(new NativeTableRow(head("label"), head("other"), head("broader"), head("status")));
        NativeTableBody body = table.addBody();
        rows.forEach(row -> body.add(row(row)));
        add(table);
    }

    private NativeTableRow row(ConceptRow row) {
        Concept concept = row.concept();
        RouterLink link =
                GlossaryNavigation.toConcept(concept.slug(), concept.label().text(reader));
        link.addClassName("action");
        link.getElement()
                .setAttribute("lang", concept.label().in(reader).language().code());
        return new NativeTableRow(
                cell("what", link),
                cell("who", other(concept)),
                cell(
                        "organisation",
                        new Span(row.broader().stream()
                                .map(topic -> topic.label().text(reader))
                                .collect(Collectors.joining(", ")))),
                cell("link", GlossaryWords.status(concept)));
    }

    private Component other(Concept concept) {
        String text = concept.label().exactly(reader.other());
        boolean only = concept.label().in(reader).fallback();
        String words = Stream.of(only ? null : text, concept.abbreviation())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        Span span = new Span(words);
        span.getElement().setAttribute("lang", reader.other().code());
        Div both = new Div(span);
        if (only || text == null) {
            Language missing = only ? reader : reader.other();
            both.add(new Tag(getTranslation("glossary.lacking." + missing.code()), Tone.NEUTRAL));
        }
        both.addClassName("row");
        return both;
    }

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        return cell;
    }

    private NativeTableHeaderCell head(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("glossary.column." + column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}

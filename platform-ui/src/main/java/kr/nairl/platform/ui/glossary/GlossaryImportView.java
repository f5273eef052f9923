package kr.nairl.platform.ui.glossary;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.GlossaryExchange;
import kr.nairl.platform.core.vocabulary.GlossaryPreview;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.FilePicker;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.StatCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A file for the glossary: chosen, looked through, and only then, with one click, taken in. */
@Route(value = "glossary/import", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class GlossaryImportView extends Div implements HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient GlossaryExchange exchange;
    private final transient CurrentActor current;
    private final Span problem = new Span();
    private final Div result = Columns.stack();
    private transient byte @Nullable [] file;
    private String name = "";

    GlossaryImportView(GlossaryExchange exchange, CurrentActor current) {
        this.exchange = exchange;
        this.current = current;
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        result.getElement().setAttribute("aria-live", "polite");
        Paragraph formats = new Paragraph(getTranslation("glossary.import.formats"));
        Paragraph rules = new Paragraph(getTranslation("glossary.import.rules"));
        rules.addClassNames("small", "dim");
        Card choose = new Card(formats, rules, upload(), problem);
        choose.addClassName("roster-file");
        addClassName("stack");
        add(
                new PageHeader(getPageTitle())
                        .withPath(List.of(GlossaryNavigation.toList(getTranslation("glossary.title"))), getPageTitle())
                        .withLead(getTranslation("glossary.import.lead")),
                choose,
                result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("glossary.import.title");
    }

    private FilePicker upload() {
        return new FilePicker(
                "glossary.import",
                "fieldError.glossary-type",
                GlossaryExchange.MOST_BYTES,
                (metadata, bytes) -> read(metadata.fileName(), bytes),
                this::refuse,
                ".tsv",
                ".txt",
                ".ttl",
                ".rdf",
                ".xml");
    }

    private void read(String fileName, byte[] bytes) {
        problem.setText("");
        try {
            GlossaryPreview preview = exchange.preview(current.actor(), fileName, bytes);
            file = bytes;
            name = fileName;
            show(preview);
        } catch (InvalidInputException refused) {
            refuse(FieldErrors.message(refused.violations().getFirst()));
        }
    }

    private void refuse(String why) {
        file = null;
        result.removeAll();
        problem.setText(why);
    }

    private void show(GlossaryPreview preview) {
        result.removeAll();
        Formats formats = Formats.here();
        result.add(Columns.equal(
                new StatCard(getTranslation("glossary.import.added"), formats.number(preview.added())),
                new StatCard(getTranslation("glossary.import.changed"), formats.number(preview.changed())),
                new StatCard(getTranslation("glossary.import.unchanged"), formats.number(preview.unchanged())),
                new StatCard(getTranslation("glossary.import.refused"), formats.number(preview.refusedCount()))));
        int taken = preview.added() + preview.changed();
        if (preview.changesAnything()) {
            Paragraph next = new Paragraph(
                    preview.refusedCount() == 0
                            ? getTranslation("glossary.import.next", taken)
                            : getTranslation("glossary.import.next.without", taken, preview.refusedCount()));
            Card apply = new Card(
                    next, Buttons.primary(getTranslation("glossary.import.do", taken), click -> apply(preview)));
            apply.addClassName("roster-file");
            result.add(apply);
        } else {
            result.add(new Card(new Paragraph(getTranslation("glossary.import.nothing"))));
        }
        if (!preview.refused().isEmpty()) {
            result.add(refused(preview));
        }
        if (!preview.lines().isEmpty()) {
            result.add(taken(preview));
        }
    }

    private void apply(GlossaryPreview seen) {
        byte[] bytes = file;
        if (bytes == null) {
            return;
        }
        try {
            exchange.apply(current.actor(), name, bytes, seen);
            file = null;
            result.removeAll();
            Toast.success(getTranslation("glossary.import.done", seen.added(), seen.changed()));
        } catch (StaleException overtaken) {
            Toast.error(getTranslation("glossary.import.overtaken"));
            read(name, bytes);
        }
    }

    private Card refused(GlossaryPreview preview) {
        Card card = table("glossary.import.refused.title");
        NativeTableBody body = body(card, "place", "concept");
        preview.refused().forEach(one -> {
            Span label = new Span(label(one.label().text(Language.of(getLocale()))));
            label.addClassName("action");
            UnorderedList faults = new UnorderedList();
            faults.addClassName("faults");
            one.faults().forEach(fault -> faults.add(new ListItem(words(fault))));
            boolean line = one.place().matches("\\d+");
            body.add(new NativeTableRow(
                    cell(
                            line ? "at" : "who",
                            new Span(line ? getTranslation("glossary.import.line", one.place()) : one.place())),
                    cell("what", new Div(label, faults))));
        });
        more(card, preview.refusedCount());
        return card;
    }

    private Card taken(GlossaryPreview preview) {
        Card card = table("glossary.import.taken.title");
        NativeTableBody body = body(card, "concept", "change");
        preview.lines().forEach(line -> {
            Span label = new Span(line.label().text(Language.of(getLocale())));
            label.addClassName("action");
            body.add(new NativeTableRow(
                    cell("what", label),
                    cell(
                            "link",
                            line.fresh()
                                    ? new Tag(getTranslation("glossary.import.added"), Tone.OK)
                                    : new Tag(getTranslation("glossary.import.changed"), Tone.BRAND))));
        });
        more(card, preview.added() + preview.changed());
        return card;
    }

    private Card table(String title) {
        Card card = new Card(getTranslation(title));
        card.addClassNames("dense-table", "roster-table");
        return card;
    }

    private NativeTableBody body(Card card, String... columns) {
        NativeTable table = new NativeTable();
        NativeTableRow heads = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation("glossary.import.column." + column));
            head.getElement().setAttribute("scope", "col");
            heads.add(head);
        }
        table.getHead().add(heads);
        card.add(table);
        return table.addBody();
    }

    private void more(Card card, int all) {
        if (all > GlossaryPreview.MOST_LINES) {
            Paragraph rest = new Paragraph(getTranslation("glossary.import.more", all - GlossaryPreview.MOST_LINES));
            rest.addClassNames("small", "dim");
            card.add(rest);
        }
    }

    private String label(String text) {
        return text.isEmpty() ? getTranslation("glossary.import.unnamed") : text;
    }

    private String words(Violation fault) {
        String field = fault.field();
        String column = field.contains(".") ? field.substring(field.indexOf('.') + 1) : field;
        return getTranslation(
                "glossary.import.fault", getTranslation("glossary.field." + column), FieldErrors.message(fault));
    }

    private static NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        return cell;
    }
}

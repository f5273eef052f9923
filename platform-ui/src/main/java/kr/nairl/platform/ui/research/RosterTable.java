package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.research.Roster;
import kr.nairl.platform.core.research.RosterColumn;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** The lines of a list as they were read, each with what stands against it; on a narrow screen as small cards. */
final class RosterTable extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    RosterTable(Roster roster) {
        addClassNames("dense-table", "roster-table");
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("roster.list"));
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(new NativeTableRow(head("line"), head("who"), head("where"), head("found")));
        NativeTableBody body = table.addBody();
        roster.entries().forEach(entry -> body.add(row(entry)));
        add(table);
    }

    private NativeTableRow row(Roster.Entry entry) {
        Span name = new Span(join(entry, " ", RosterColumn.NAME_KO, RosterColumn.NAME_EN));
        name.addClassName("action");
        Span email = new Span(join(entry, " ", RosterColumn.EMAIL));
        email.addClassNames("small", "dim");
        Div who = new Div(name, email);
        if (!entry.faults().isEmpty()) {
            UnorderedList faults = new UnorderedList();
            faults.addClassName("faults");
            entry.faults().forEach(fault -> faults.add(new ListItem(words(fault))));
            who.add(faults);
        }
        Span line = new Span(getTranslation("roster.line", entry.line()));
        line.addClassName("num");
        return new NativeTableRow(
                cell("at", line), cell("what", who), cell("who", new Span(where(entry))), cell("link", found(entry)));
    }

    private Component found(Roster.Entry entry) {
        if (!entry.faults().isEmpty()) {
            return new Tag(getTranslation("roster.found.fault"), Tone.BAD);
        }
        Div tags = new Div();
        tags.addClassName("row");
        List<Roster.Remark> remarks = entry.remarks().stream().sorted().toList();
        remarks.forEach(remark -> tags.add(new Tag(getTranslation("roster.found." + remark.name()), Tone.BRAND)));
        if (remarks.isEmpty()) {
            tags.add(new Tag(getTranslation("roster.found.new"), Tone.OK));
        }
        return tags;
    }

    private String words(Violation fault) {
        String column = getTranslation("roster.column." + fault.field().toUpperCase(Locale.ROOT));
        return getTranslation("roster.fault", column, FieldErrors.message(fault));
    }

    private String where(Roster.Entry entry) {
        String subProject = entry.cells().get(RosterColumn.SUB_PROJECT);
        return Stream.of(
                        entry.cells().get(RosterColumn.ORGANISATION),
                        subProject == null ? null : getTranslation("roster.subProject.cell", subProject),
                        entry.cells().get(RosterColumn.ROLE))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String join(Roster.Entry entry, String glue, RosterColumn... columns) {
        return Stream.of(columns)
                .map(entry.cells()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(glue));
    }

    private static NativeTableCell cell(String css, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(css);
        return cell;
    }

    private NativeTableHeaderCell head(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("roster.head." + column));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}

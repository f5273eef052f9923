package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.List;

/**
 * Counts between two kinds of things, such as partners and sub-projects: each column keeps its tone, none is pale, some
 * is soft, much is solid. The number stands in every cell, so the colour only repeats it.
 */
public final class HeatTable extends Div {
    private final NativeTableBody body;
    private final List<Column> columns;
    private final int strongFrom;

    /** A counted column and its tone. */
    public record Column(String label, Tone tone) implements Serializable {}

    /**
     * @param caption what the table counts, for assistive technology
     * @param rowLabel heading of the first column
     * @param endLabel heading of the last, uncounted column
     * @param strongFrom the count from which a cell is solid
     */
    public HeatTable(String caption, String rowLabel, List<Column> columns, String endLabel, int strongFrom) {
        this.columns = List.copyOf(columns);
        this.strongFrom = strongFrom;
        addClassName("heat-table");
        NativeTableRow heads = new NativeTableRow();
        heads.add(head(rowLabel, ""));
        columns.forEach(column -> heads.add(head(column.label(), "count")));
        heads.add(head(endLabel, "end"));
        NativeTable table = new NativeTable();
        table.setCaptionText(caption);
        table.getCaption().addClassName("visually-hidden");
        table.getHead().add(heads);
        this.body = table.addBody();
        add(table);
    }

    /**
     * Adds a row.
     *
     * @param counts one per column, in their order
     */
    public HeatTable withRow(Component label, List<Integer> counts, Component end) {
        if (counts.size() != columns.size()) {
            throw new IllegalArgumentException("one count per column, please: " + counts);
        }
        NativeTableHeaderCell first = new NativeTableHeaderCell(label);
        first.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow(first);
        for (int i = 0; i < counts.size(); i++) {
            row.add(count(columns.get(i), counts.get(i)));
        }
        NativeTableCell last = new NativeTableCell(end);
        last.addClassName("end");
        row.add(last);
        body.add(row);
        return this;
    }

    private NativeTableCell count(Column column, int count) {
        Span small = new Span(column.label());
        small.addClassName("cell-label");
        NativeTableCell cell =
                new NativeTableCell(small, new Span(Formats.here().number(count)));
        cell.addClassNames("count", "num");
        if (count >= strongFrom) {
            cell.addClassNames("solid", column.tone().css());
        } else if (count > 0) {
            cell.addClassName(column.tone().css());
        } else {
            cell.addClassName("none");
        }
        return cell;
    }

    private static NativeTableHeaderCell head(String label, String css) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(label);
        cell.getElement().setAttribute("scope", "col");
        if (!css.isEmpty()) {
            cell.addClassName(css);
        }
        return cell;
    }
}

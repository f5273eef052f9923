package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;

/** The look of tables. Rows come from a lazy data provider that the page sets; this touches no data. */
public final class DataTable {
    private DataTable() {}

    /**
     * Dresses a grid as the house's table.
     *
     * @param empty what to show without rows, usually an {@link EmptyState}
     */
    public static <T> Grid<T> dress(Grid<T> grid, Component empty) {
        grid.addClassName("data-table");
        grid.setEmptyStateComponent(empty);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        return grid;
    }

    /** Tighter rows, for a manager's long lists. */
    public static <T> Grid<T> compact(Grid<T> grid) {
        grid.addClassName("compact");
        return grid;
    }

    /** Without an edge of its own, for a table that fills a card. */
    public static <T> Grid<T> flush(Grid<T> grid) {
        grid.addClassName("flush");
        return grid;
    }

    /** As tall as its rows, for a table of a known, small length. */
    public static <T> Grid<T> allRows(Grid<T> grid) {
        grid.setAllRowsVisible(true);
        return grid;
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;

/** How cards stand on a page. On a phone all of these become one column, the side column after the main one. */
public final class Columns {
    private Columns() {}

    /** A wide main column and a side column that says what to do next. */
    public static Div mainAndSide(Component main, Component... side) {
        Aside aside = new Aside(side);
        aside.addClassName("stack");
        Div columns = new Div(main, aside);
        columns.addClassName("main-and-side");
        return columns;
    }

    /** Equal columns, as many as fit; for numbers and small cards. */
    public static Div equal(Component... cells) {
        Div columns = new Div(cells);
        columns.addClassName("equal-columns");
        return columns;
    }

    /** One under the other, with the distance of cards. */
    public static Div stack(Component... cells) {
        Div stack = new Div(cells);
        stack.addClassName("stack");
        return stack;
    }

    /** Side by side, wrapping; for tags and buttons. */
    public static Div row(Component... cells) {
        Div row = new Div(cells);
        row.addClassName("row");
        return row;
    }
}

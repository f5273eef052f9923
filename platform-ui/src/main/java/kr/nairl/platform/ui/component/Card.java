package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** White ground with one radius and one soft shadow: an optional title, a note and actions beside it, then the body. */
public class Card extends Section {
    private final Div head = new Div();

    public Card(Component... body) {
        addClassName("card");
        head.addClassName("card-head");
        add(body);
    }

    public Card(String title, Component... body) {
        this();
        head.add(new H2(title));
        super.add(head);
        add(body);
    }

    /** A short remark at the end of the title's line, such as what a number counts. */
    public Card withNote(String text) {
        Span note = new Span(text);
        note.addClassNames("small", "faint");
        head.add(note);
        return this;
    }

    /** Actions at the end of the title's line. */
    public Card withActions(Component... actions) {
        Div row = new Div(actions);
        row.addClassName("actions");
        head.add(row);
        return this;
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Grey lines where content is on its way; says so to assistive technology, and stands still for whoever wants that. */
public final class Skeleton extends Div {
    /** @param lines how many lines of text to stand in for */
    public Skeleton(int lines) {
        addClassName("skeleton");
        getElement().setAttribute("role", "status");
        Span spoken = new Span(getTranslation("component.loading"));
        spoken.addClassName("visually-hidden");
        add(spoken);
        for (int i = 0; i < lines; i++) {
            Div line = new Div();
            line.getElement().setAttribute("aria-hidden", "true");
            add(line);
        }
    }
}

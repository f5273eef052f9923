package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What a list shows when it has nothing: why, and what to do about it. */
public final class EmptyState extends Div {
    /**
     * @param title what is missing, in a few words
     * @param advice what the reader can do, one sentence
     */
    public EmptyState(Glyph glyph, String title, String advice) {
        addClassName("empty-state");
        Span icon = glyph.icon();
        icon.addClassName("glyph-l");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("title");
        Paragraph text = new Paragraph(advice);
        text.addClassName("dim");
        add(icon, heading, text);
    }

    public EmptyState withAction(Component action) {
        add(action);
        return this;
    }
}

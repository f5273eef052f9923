package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/**
 * How a card about one person, organisation or research area opens: picture, name, tags, a line about it, and at the end
 * a figure or an action. On a phone the tags and the action move under the name.
 */
public final class Headline extends Div {
    private final Div names = new Div();

    /** @param detail one line: where, and what about */
    public Headline(Avatar avatar, String name, String detail) {
        this(avatar, new H2(name), detail);
    }

    /** With a name that leads to the page about it. */
    public Headline(Avatar avatar, RouterLink name, String detail) {
        this(avatar, new H2(name), detail);
    }

    private Headline(Avatar avatar, H2 heading, String detail) {
        addClassName("headline");
        names.addClassName("names");
        names.add(heading);
        Paragraph line = new Paragraph(detail);
        line.addClassNames("small", "dim");
        Div words = new Div(names, line);
        words.addClassName("row-words");
        add(avatar.large(), words);
    }

    public Headline withTags(Tag... tags) {
        names.add(tags);
        return this;
    }

    /**
     * A figure at the end of the line.
     *
     * @param number as written for the reader
     * @param meaning what it says, in a word or two
     */
    public Headline withFigure(String number, String meaning) {
        Span figure = new Span(number);
        figure.addClassNames("figure", "num");
        Span words = new Span(meaning);
        words.addClassNames("small", "faint");
        Div end = new Div(figure, words);
        end.addClassName("figure-end");
        add(end);
        return this;
    }

    public Headline withAction(Component action) {
        action.getElement().getClassList().add("headline-action");
        add(action);
        return this;
    }
}

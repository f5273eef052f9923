package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/**
 * How a page opens: where you are, a title that says in words what is here, one sentence, and the actions, the main one
 * last. A page has exactly one.
 */
public final class PageHeader extends Header {
    private final Div words = new Div();
    private final H1 title;
    private final Div actions = new Div();

    public PageHeader(String title) {
        this.title = new H1(title);
        addClassName("page-header");
        words.addClassName("words");
        words.add(this.title);
        actions.addClassName("actions");
        add(words, actions);
    }

    /** A line above the title that is not a path, such as a period or a date. */
    public PageHeader withContext(String line) {
        Paragraph context = new Paragraph(line);
        context.addClassName("context");
        words.addComponentAsFirst(context);
        return this;
    }

    /**
     * The path to here above the title.
     *
     * @param parents links from the outermost to the nearest
     * @param here this page's short name, not a link
     */
    public PageHeader withPath(List<RouterLink> parents, String here) {
        OrderedList steps = new OrderedList();
        parents.forEach(parent -> steps.add(new ListItem(parent)));
        Span current = new Span(here);
        current.getElement().setAttribute("aria-current", "page");
        steps.add(new ListItem(current));
        Nav path = new Nav(steps);
        path.setAriaLabel(getTranslation("component.path"));
        path.addClassNames("context", "path");
        words.addComponentAsFirst(path);
        return this;
    }

    /** One sentence under the title. */
    public PageHeader withLead(String sentence) {
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        words.add(lead);
        return this;
    }

    /** Tags and the like beside the title. */
    public PageHeader withBadges(Component... badges) {
        Div row = new Div(badges);
        row.addClassName("badges");
        words.add(row);
        return this;
    }

    public PageHeader withActions(Component... components) {
        actions.add(components);
        return this;
    }

    /** Changes the title, for a page whose count or name changes while it is open. */
    public void setTitleText(String text) {
        title.setText(text);
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened, who did it and when, newest where the page puts it first. */
public final class Timeline extends OrderedList {

    /**
     * One event.
     *
     * @param who the person or organisation, or null for the system
     * @param what what was done, in words
     * @param when the moment
     * @param text what was said, line breaks kept; null if nothing
     * @param tone colour of the dot
     */
    public record Entry(
            @Nullable String who,
            String what,
            Instant when,
            @Nullable String text,
            Tone tone) implements Serializable {}

    /** @param now the moment from which times are told, from the page's clock */
    public Timeline(List<Entry> entries, Instant now) {
        addClassName("timeline");
        entries.forEach(entry -> add(item(entry, now)));
    }

    private static ListItem item(Entry entry, Instant now) {
        Div line = new Div();
        line.addClassName("line");
        if (entry.who() != null) {
            Span who = new Span(entry.who());
            who.addClassName("who");
            line.add(who);
        }
        line.add(new Span(entry.what()), new RelativeTime(entry.when(), now));
        ListItem item = new ListItem(line);
        item.addClassName(entry.tone().css());
        if (entry.text() != null) {
            Paragraph text = new Paragraph(entry.text());
            text.addClassName("said");
            item.add(text);
        }
        return item;
    }
}

package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** A card of rows with hairlines between them: each has a title, a line beneath, and something at either end. */
public final class ListCard extends Card {
    private final UnorderedList rows = new UnorderedList();

    public ListCard(String title) {
        super(title);
        rows.addClassName("rows");
        add(rows);
    }

    /**
     * Adds a row.
     *
     * @param leading an avatar or a tag; null for none
     * @param title what the row is about, usually a link
     * @param detail a line beneath; null for none
     * @param trailing an action or a time; null for none
     */
    public ListCard withRow(
            @Nullable Component leading, Component title, @Nullable Component detail, @Nullable Component trailing) {
        ListItem row = new ListItem();
        if (leading != null) {
            row.add(leading);
        }
        title.getElement().getClassList().add("row-title");
        Div words = new Div(title);
        words.addClassName("row-words");
        if (detail != null) {
            detail.getElement().getClassList().add("row-detail");
            words.add(detail);
        }
        row.add(words);
        if (trailing != null) {
            trailing.getElement().getClassList().add("row-end");
            row.add(trailing);
        }
        rows.add(row);
        return this;
    }

    /** Adds a row of any content. */
    public ListCard withRow(Component content) {
        ListItem row = new ListItem(content);
        row.addClassName("free");
        rows.add(row);
        return this;
    }

    /** Takes all rows out, for a card that is read again. */
    public void clearRows() {
        rows.removeAll();
    }
}

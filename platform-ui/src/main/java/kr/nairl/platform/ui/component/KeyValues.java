package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Short facts: a word and its value on each line. */
public final class KeyValues extends Div {
    private final DescriptionList list = new DescriptionList();

    public KeyValues() {
        addClassName("key-values");
        add(list);
    }

    public KeyValues with(String key, String value) {
        return with(key, new Span(value));
    }

    public KeyValues with(String key, Component value) {
        list.add(new DescriptionList.Term(key), new DescriptionList.Description(value));
        return this;
    }
}

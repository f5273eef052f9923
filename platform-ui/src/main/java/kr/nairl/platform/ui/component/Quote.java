package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;

/**
 * The sentence that proves a reason, with the shared words marked. Takes the text and the places to mark, never markup:
 * what a person typed stays text.
 */
public final class Quote extends Div {
    private final Span sentence = new Span();

    /** @param marks places to mark, in any order; parts that overlap or lie beyond the text are cut to what remains */
    public Quote(String text, List<TextRange> marks) {
        addClassName("quote");
        int written = 0;
        for (TextRange mark :
                marks.stream().sorted(Comparator.comparingInt(TextRange::from)).toList()) {
            int from = Math.max(mark.from(), written);
            int to = Math.min(mark.to(), text.length());
            if (from >= to) {
                continue;
            }
            if (from > written) {
                sentence.add(new Text(text.substring(written, from)));
            }
            sentence.add(mark(text.substring(from, to)));
            written = to;
        }
        if (written < text.length()) {
            sentence.add(new Text(text.substring(written)));
        }
        add(sentence);
    }

    /** Where the sentence comes from: a word such as 'result', or a link to it. Stands before the sentence. */
    public Quote from(Component source) {
        Span holder = new Span(source);
        holder.addClassName("source");
        addComponentAsFirst(holder);
        return this;
    }

    /** The language of the sentence where it is not the page's. */
    public Quote inLanguage(String language) {
        sentence.getElement().setAttribute("lang", language);
        return this;
    }

    private static Component mark(String words) {
        HtmlComponent mark = new HtmlComponent("mark");
        mark.getElement().setText(words);
        return mark;
    }
}

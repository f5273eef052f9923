package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Paragraph;

/** One large number, what it counts above it, what it means beneath. */
public final class StatCard extends Card {
    /**
     * @param meaning what is counted
     * @param value the number as written for the reader, from {@link Formats}
     */
    public StatCard(String meaning, String value) {
        addClassName("stat");
        Paragraph label = new Paragraph(meaning);
        label.addClassNames("small", "dim");
        Paragraph number = new Paragraph(value);
        number.addClassNames("stat-value", "num");
        add(label, number);
    }

    /** A remark under the number, such as the change since last time; the tone says whether that is good. */
    public StatCard withTrend(String text, Tone tone) {
        Paragraph trend = new Paragraph(text);
        trend.addClassNames("small", "trend", tone.css());
        add(trend);
        return this;
    }
}

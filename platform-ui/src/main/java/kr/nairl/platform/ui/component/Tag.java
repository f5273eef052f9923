package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Span;

/** A state or a kind, in a word or three, on a soft ground of its tone. */
public final class Tag extends Span {
    public Tag(String text) {
        this(text, Tone.NEUTRAL);
    }

    public Tag(String text, Tone tone) {
        super(text);
        addClassNames("tag", tone.css());
    }

    /** Puts an icon before the words. */
    public Tag withIcon(Glyph glyph) {
        addComponentAsFirst(glyph.icon());
        return this;
    }
}

package kr.nairl.platform.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** How the desk puts states and texts. */
final class EditorWords {

    private EditorWords() {}

    static Tag state(Component page, State state) {
        return new Tag(
                page.getTranslation("editor.state." + state.name()),
                switch (state) {
                    case DRAFT -> Tone.NEUTRAL;
                    case PUBLISHED -> Tone.OK;
                });
    }

    /** For titles that a component hands up to its parent before it can ask by itself. */
    static String say(String key) {
        return UI.getCurrent().getTranslation(key);
    }

    /** The reader's. */
    static Language language() {
        return Language.of(Formats.here().locale());
    }

    static Span small(String text) {
        Span small = new Span(text);
        small.addClassNames("small", "dim");
        return small;
    }

    static LocalizedText text(Bilingual typed) {
        return LocalizedText.of(typed.ko(), typed.en());
    }

    static Bilingual bilingual(LocalizedText text) {
        return new Bilingual(text.ko() == null ? "" : text.ko(), text.en() == null ? "" : text.en());
    }
}

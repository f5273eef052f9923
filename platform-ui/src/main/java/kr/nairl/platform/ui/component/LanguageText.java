package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A bilingual text in the reader's language; the other one where that is missing, then marked with a small 'EN' or 'KO'
 * and with its language for screen readers.
 */
public final class LanguageText extends Span {
    /** @param reader the language to show if it is there, usually {@code getLocale()} */
    public LanguageText(@Nullable String ko, @Nullable String en, Locale reader) {
        addClassName("language-text");
        boolean koreanReader = "ko".equals(reader.getLanguage());
        String first = koreanReader ? ko : en;
        String second = koreanReader ? en : ko;
        if (first != null && !first.isBlank()) {
            setText(first);
        } else if (second != null && !second.isBlank()) {
            String language = koreanReader ? "en" : "ko";
            Span text = new Span(second);
            text.getElement().setAttribute("lang", language);
            Span mark = new Span(language.toUpperCase(Locale.ROOT));
            mark.addClassName("language-mark");
            mark.setTitle(getTranslation("component.fallback." + language));
            add(text, mark);
        }
    }
}

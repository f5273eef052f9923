package kr.nairl.platform.ui.component;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import kr.nairl.platform.core.shared.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * A bilingual text that people wrote in Markdown, sanitised, in the reader's language; the other one where that is
 * missing, then marked with a small 'EN' or 'KO'. Its headings stand beneath the page's and the card's.
 */
public final class MarkdownText extends Div {

    public MarkdownText(@Nullable String ko, @Nullable String en) {
        this(ko, en, Formats.here().locale());
    }

    /** @param reader the language to show if it is there */
    public MarkdownText(@Nullable String ko, @Nullable String en, Locale reader) {
        addClassName("markdown");
        boolean koreanReader = "ko".equals(reader.getLanguage());
        String own = koreanReader ? ko : en;
        String other = koreanReader ? en : ko;
        if (own != null && !own.isBlank()) {
            add(html(own));
        } else if (other != null && !other.isBlank()) {
            String language = koreanReader ? "en" : "ko";
            Span mark = new Span(language.toUpperCase(Locale.ROOT));
            mark.addClassName("language-mark");
            mark.setTitle(getTranslation("component.fallback." + language));
            Div text = new Div(html(other));
            text.getElement().setAttribute("lang", language);
            add(mark, text);
        }
    }

    private static Html html(String markdown) {
        return new Html("<div>" + Markdown.html(markdown) + "</div>");
    }
}

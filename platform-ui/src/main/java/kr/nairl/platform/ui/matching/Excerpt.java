package kr.nairl.platform.ui.matching;

import java.text.BreakIterator;
import java.util.Locale;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The beginning of a longer text: whole sentences as far as they fit. */
final class Excerpt {

    private static final int ROOM = 180;

    private Excerpt() {}

    static LocalizedText of(LocalizedText text) {
        return LocalizedText.of(
                cut(text.exactly(Language.KO), Locale.KOREAN), cut(text.exactly(Language.EN), Locale.ENGLISH));
    }

    private static @Nullable String cut(@Nullable String text, Locale locale) {
        if (text == null || text.length() <= ROOM) {
            return text;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int end = sentences.next();
        for (int next = sentences.next(); next != BreakIterator.DONE && next <= ROOM; next = sentences.next()) {
            end = next;
        }
        return text.substring(0, end).strip();
    }
}

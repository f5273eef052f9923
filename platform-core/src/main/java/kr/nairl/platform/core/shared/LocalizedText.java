package kr.nairl.platform.core.shared;

import org.jspecify.annotations.Nullable;

/**
 * A text in Korean, English or both. Blank forms count as missing and are kept as {@code null}. Readers get their own
 * language first and the other as a fallback that says so.
 */
public record LocalizedText(@Nullable String ko, @Nullable String en) {

    public static final LocalizedText EMPTY = new LocalizedText(null, null);

    public LocalizedText {
        ko = ko == null || ko.isBlank() ? null : ko.strip();
        en = en == null || en.isBlank() ? null : en.strip();
    }

    public static LocalizedText of(@Nullable String ko, @Nullable String en) {
        return new LocalizedText(ko, en);
    }

    /** Is there no text in either language? */
    public boolean isEmpty() {
        return ko == null && en == null;
    }

    /** Are both languages there? */
    public boolean isComplete() {
        return ko != null && en != null;
    }

    /** The form in exactly this language, if there. */
    public @Nullable String exactly(Language language) {
        return language == Language.KO ? ko : en;
    }

    /** What a reader of this language sees: empty text and no fallback when nothing is there. */
    public Shown in(Language language) {
        String own = exactly(language);
        if (own != null) {
            return new Shown(own, language, false);
        }
        String other = exactly(language.other());
        return other == null ? new Shown("", language, false) : new Shown(other, language.other(), true);
    }

    /** The text a reader of this language sees, without saying whether it is a fallback. */
    public String text(Language language) {
        return in(language).text();
    }

    /** This text with one language replaced. */
    public LocalizedText with(Language language, @Nullable String text) {
        return language == Language.KO ? new LocalizedText(text, en) : new LocalizedText(ko, text);
    }

    /**
     * @param language the language that the text is in, for {@code lang} attributes
     * @param fallback whether it is not the language asked for
     */
    public record Shown(String text, Language language, boolean fallback) {}
}

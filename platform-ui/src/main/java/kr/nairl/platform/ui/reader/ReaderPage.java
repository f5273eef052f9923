package kr.nairl.platform.ui.reader;

import kr.nairl.platform.core.newsletter.Illustration;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * What every public page says about itself, and how its texts are shown. Also the templates' toolbox.
 *
 * @param base the platform's own address, without a slash at its end
 * @param path the page's address after the language, empty for the front page
 * @param jsonLd a description for machines, safe inside a script element; null for none
 */
public record ReaderPage(
        Language language,
        String base,
        String path,
        String title,
        String description,
        @Nullable String jsonLd) {

    private static final int SHORT = 200;
    private static final int KOREAN_CHARACTERS_A_MINUTE = 500;
    private static final int ENGLISH_WORDS_A_MINUTE = 220;

    /** The address that search engines keep. */
    public String canonical() {
        return in(language.code());
    }

    /** The same page in the language of this code. */
    public String in(String code) {
        return base + "/" + code + path;
    }

    /** The same page in the other language, on this host. */
    public String otherPath() {
        return "/" + language.other().code() + path;
    }

    /** The address of another page in this language. */
    public String to(String other) {
        return "/" + language.code() + other;
    }

    /** Is this the page at the address, or one beneath it? */
    public boolean isAt(String other) {
        return path.equals(other);
    }

    /** What a reader of this page sees of a text. */
    public LocalizedText.Shown show(LocalizedText text) {
        return text.in(language);
    }

    /** The words alone. */
    public String text(LocalizedText text) {
        return text.text(language);
    }

    /** The language to mark a text with when it is not the page's; null when it is. */
    public @Nullable String foreign(LocalizedText.Shown shown) {
        return shown.fallback() ? shown.language().code() : null;
    }

    /** Markdown as safe HTML. */
    public String html(LocalizedText.Shown markdown) {
        return Markdown.html(markdown.text());
    }

    /** The drawing of a story: its own, or one that suits its section. */
    public String art(StoryCard story) {
        Illustration own = story.illustration();
        return (own != null
                        ? own
                        : switch (story.section()) {
                            case ABOUT -> Illustration.OPENING;
                            case RESEARCH_HIGHLIGHT -> Illustration.SCALING;
                            case INSIGHT_TALK, BULLETIN -> Illustration.TALK;
                            case IMPACT -> Illustration.INTERACTION;
                        })
                .key();
    }

    /** The letter that stands for a name where there is no picture. */
    public String initial(LocalizedText name) {
        String words = text(name).replaceAll("^(\\(.*?\\)|[^\\p{L}\\p{N}])+", "");
        return words.isEmpty() ? "" : words.substring(0, words.offsetByCodePoints(0, 1));
    }

    /** Minutes that reading takes, at least one. */
    public int minutes(LocalizedText.Shown markdown) {
        String words = Markdown.text(markdown.text());
        return Math.max(
                1,
                switch (markdown.language()) {
                    case KO -> Math.round(words.length() / (float) KOREAN_CHARACTERS_A_MINUTE);
                    case EN -> Math.round(words.split("\\s+").length / (float) ENGLISH_WORDS_A_MINUTE);
                });
    }

    /** The beginning of a Markdown text, for descriptions. */
    static String brief(String markdown) {
        String words = Markdown.text(markdown).replaceAll("\\s+", " ");
        return words.length() <= SHORT ? words : words.substring(0, SHORT - 1).strip() + "…";
    }
}

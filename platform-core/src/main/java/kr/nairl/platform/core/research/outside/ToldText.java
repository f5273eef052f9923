package kr.nairl.platform.core.research.outside;

import java.util.regex.Pattern;
import kr.nairl.platform.core.research.ResultWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values as directories write them, made plain: without markup, control signs and what does not fit. */
final class ToldText {

    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]{0,60}>");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int YEAR_MAX = 2200;

    private ToldText() {}

    /** The text; null when there is none. */
    static @Nullable String of(JsonNode node) {
        if (!node.isString()) {
            return null;
        }
        String plain = MARKUP.matcher(node.asString())
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        plain = BLANK.matcher(plain).replaceAll(" ").strip();
        return plain.isEmpty() ? null : plain;
    }

    /** A title, cut where it is longer than a result's may be. */
    static @Nullable String title(JsonNode node) {
        String text = of(node);
        return text == null || text.length() <= ResultWords.TITLE_MAX
                ? text
                : text.substring(0, ResultWords.TITLE_MAX - 1) + "…";
    }

    /** A year that a result may have, written as number or text; null otherwise. */
    static @Nullable Integer year(JsonNode node) {
        String text = node.asString("");
        if (!text.matches("\\d{4}")) {
            return null;
        }
        int year = Integer.parseInt(text);
        return year >= ResultWords.YEAR_MIN && year <= YEAR_MAX ? year : null;
    }
}

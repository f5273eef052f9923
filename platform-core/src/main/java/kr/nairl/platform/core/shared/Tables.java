package kr.nairl.platform.core.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dresses the tables of sanitised HTML. Every table stands in a {@code div.table} that scrolls by itself, so that a page
 * never does. A table whose header row has words in its first cell only is a list of facts: those words become its
 * caption and the first cell of each row that row's header. Works on the sanitiser's own output, where text holds no
 * tags.
 */
final class Tables {

    private static final Pattern TABLE = Pattern.compile("<table>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern TITLE_ONLY = Pattern.compile(
            "\\s*<thead>\\s*<tr>\\s*<th[^>]*>(.*?)</th>\\s*(?:<th[^>]*>\\s*</th>\\s*)+</tr>\\s*</thead>",
            Pattern.DOTALL);
    private static final Pattern FIRST_CELL = Pattern.compile("<tr>\\s*<td[^>]*>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern ALIGNED = Pattern.compile("<(t[hd]) align=\"(left|center|right)\"");

    private Tables() {}

    static String dress(String html) {
        return TABLE.matcher(html).replaceAll(table -> Matcher.quoteReplacement(dressOne(table.group(1))));
    }

    private static String dressOne(String content) {
        Matcher title = TITLE_ONLY.matcher(content);
        if (title.lookingAt()) {
            String caption = title.group(1).isBlank() ? "" : "<caption>" + title.group(1) + "</caption>";
            return "<div class=\"table\"><table class=\"facts\">" + caption
                    + FIRST_CELL
                            .matcher(content.substring(title.end()))
                            .replaceAll(cell ->
                                    Matcher.quoteReplacement("<tr><th scope=\"row\">" + cell.group(1) + "</th>"))
                    + "</table></div>";
        }
        // what scrolls must be reachable by keyboard
        return "<div class=\"table\" tabindex=\"0\"><table>"
                + ALIGNED.matcher(content).replaceAll("<$1 class=\"$2\"") + "</table></div>";
    }
}

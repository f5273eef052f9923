package kr.nairl.platform.ui.component;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a comma-separated file after RFC 4180, safe to open in a spreadsheet: a cell that a spreadsheet would take for a
 * formula begins with an apostrophe instead (OWASP, CSV injection).
 */
public final class Csv {

    /** Tells a spreadsheet that the file is UTF-8. */
    public static final String MARK = "\uFEFF";

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile(".*[\",\r\n].*", Pattern.DOTALL);

    private Csv() {}

    /** One line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(safe).matches() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

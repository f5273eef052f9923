package kr.nairl.platform.devservices;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What a person sees while everything starts and stops: one line a step, with the seconds since the beginning. */
final class Steps {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final long begin;

    Steps(PrintStream out, long begin) {
        this.out = out;
        this.begin = begin;
    }

    synchronized void say(String step) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - begin) / NANOS, step);
        out.flush();
    }

    synchronized void plain(String text) {
        out.println(text);
        out.flush();
    }

    /** Rows with columns as wide as their widest cell; Korean letters are two columns wide. */
    static String table(List<List<String>> rows) {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("  ");
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int wide = rows.stream()
                        .mapToInt(each -> width(each.get(at)))
                        .max()
                        .orElse(0);
                String cell = row.get(column);
                text.append(cell);
                if (column < row.size() - 1) {
                    text.repeat(" ", wide - width(cell) + 2);
                }
            }
            text.append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(letter -> letter >= 0x1100 ? 2 : 1).sum();
    }
}

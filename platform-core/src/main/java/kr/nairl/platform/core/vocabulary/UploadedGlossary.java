package kr.nairl.platform.core.vocabulary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, concept by concept, before anything is asked of the vocabulary. A file that cannot be read at all is
 * refused as a whole; what is wrong with one concept stands with it.
 */
record UploadedGlossary(List<Item> items) {

    /** The largest file. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** The most concepts of one file. */
    static final int MOST_CONCEPTS = 20_000;

    UploadedGlossary {
        items = List.copyOf(items);
    }

    /**
     * One concept of the file.
     *
     * @param place its line or IRI
     * @param row null where it could not be read
     */
    record Item(String place, GlossaryTable.@Nullable Row row, List<Violation> faults) {
        Item {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException field {@code file}, when it is empty, too large, of another type or cannot be read
     */
    static UploadedGlossary read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw refused("file-empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw refused("file-too-large", MOST_BYTES);
        }
        GlossaryFormat format = GlossaryFormat.ofName(name);
        return new UploadedGlossary(
                switch (format) {
                    case TSV -> table(text(bytes));
                    case TURTLE -> SkosReader.turtle(text(bytes));
                    case RDF_XML -> SkosReader.xml(bytes);
                });
    }

    static InvalidInputException refused(String code, Object... arguments) {
        return new InvalidInputException("file", code, arguments);
    }

    static void checkCount(int concepts) {
        if (concepts > MOST_CONCEPTS) {
            throw refused("glossary-too-many", MOST_CONCEPTS);
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw refused("glossary-encoding");
        }
    }

    private static List<Item> table(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !List.of(lines.getFirst().split("\t", -1)).equals(GlossaryTable.HEADER)) {
            throw refused("glossary-header", String.join(", ", GlossaryTable.HEADER));
        }
        checkCount(lines.size() - 1);
        List<Item> items = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            String place = Integer.toString(i + 1);
            String[] cells = line.split("\t", -1);
            if (cells.length != GlossaryTable.HEADER.size()) {
                items.add(new Item(
                        place,
                        null,
                        List.of(fault("line", "glossary-columns", cells.length, GlossaryTable.HEADER.size()))));
                continue;
            }
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = TableCell.read(cells[cell]);
            }
            GlossaryTable.Row row = GlossaryTable.row(cells);
            Integer earlier = lineOf.putIfAbsent(row.slug(), i + 1);
            items.add(new Item(
                    place,
                    row,
                    earlier == null || row.slug().isEmpty() ? List.of() : List.of(fault("slug", "repeated", earlier))));
        }
        return items;
    }

    static Violation fault(String field, String code, Object... arguments) {
        return new Violation(field, code, List.of(arguments));
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe, which is no part of the text. */
    static final class TableCell {

        private TableCell() {}

        static String read(String cell) {
            return cell.length() > 1 && cell.charAt(0) == '\'' && isFormula(cell.charAt(1)) ? cell.substring(1) : cell;
        }

        static String written(String text) {
            return !text.isEmpty() && isFormula(text.charAt(0)) ? '\'' + text : text;
        }

        private static boolean isFormula(char first) {
            return "=+-@".indexOf(first) >= 0;
        }
    }
}

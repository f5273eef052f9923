package kr.nairl.platform.core.research;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.InvalidInputException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a list of researchers as spreadsheets save it: an Excel workbook (its first sheet), or text with commas,
 * semicolons or tabs in UTF-8, UTF-16 or the Korean Windows code page. The first row that is not empty holds the headings.
 */
final class RosterFile {

    /** Bytes of a file. */
    static final int LARGEST = 1024 * 1024;
    /** Lines below the headings. */
    static final int MOST_LINES = 300;

    /** What a workbook may unpack to; a small one can be made to grow without end. */
    private static final long LARGEST_UNPACKED = 20L * 1024 * 1024;

    private static final int MOST_COLUMNS = 50;
    private static final String FIELD = "file";

    private RosterFile() {}

    /**
     * One line as it was written; cells without a heading of ours are left out.
     *
     * @param number as the spreadsheet counts it, from 1
     */
    record Line(int number, Map<RosterColumn, String> cells) {}

    /**
     * The lines that are not empty.
     *
     * @throws InvalidInputException on field {@code file} when it cannot be read or holds no such list
     */
    static List<Line> read(byte[] file) {
        if (file.length == 0) {
            throw new InvalidInputException(FIELD, "file-empty");
        }
        if (file.length > LARGEST) {
            throw new InvalidInputException(FIELD, "file-too-large", LARGEST);
        }
        List<Written> rows = isZip(file) ? workbook(file) : text(file);
        List<Written> filled = rows.stream()
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (filled.size() < 2) {
            throw new InvalidInputException(FIELD, "file-empty");
        }
        if (filled.size() - 1 > MOST_LINES) {
            throw new InvalidInputException(FIELD, "roster-too-long", MOST_LINES);
        }
        Map<Integer, RosterColumn> columns = columns(filled.getFirst().cells());
        return filled.stream()
                .skip(1)
                .map(row -> new Line(row.number(), cells(row.cells(), columns)))
                .filter(line -> !line.cells().isEmpty())
                .toList();
    }

    private record Written(int number, List<String> cells) {}

    private static Map<Integer, RosterColumn> columns(List<String> headings) {
        Map<Integer, RosterColumn> columns = new TreeMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            RosterColumn.of(headings.get(i))
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(at, column));
        }
        boolean named = columns.containsValue(RosterColumn.NAME_KO) || columns.containsValue(RosterColumn.NAME_EN);
        if (!named || !columns.containsValue(RosterColumn.EMAIL) || !columns.containsValue(RosterColumn.ORGANISATION)) {
            throw new InvalidInputException(FIELD, "roster-headings");
        }
        return columns;
    }

    private static Map<RosterColumn, String> cells(List<String> row, Map<Integer, RosterColumn> columns) {
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        columns.forEach((at, column) -> {
            if (at < row.size() && !row.get(at).isBlank()) {
                cells.put(column, row.get(at).strip());
            }
        });
        return cells;
    }

    private static boolean isZip(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    private static List<Written> workbook(byte[] file) {
        try {
            refuseBomb(file);
            try (ReadableWorkbook workbook =
                            new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, false));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                return rows.limit(MOST_LINES + 100L)
                        .map(row -> new Written(row.getRowNum(), written(row)))
                        .toList();
            }
        } catch (InvalidInputException refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // The reader fails in many ways on what is no workbook, unchecked ones among them.
            throw new InvalidInputException(FIELD, "roster-unreadable");
        }
    }

    private static List<String> written(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null || cell.getText() == null ? "" : cell.getText());
        }
        return cells;
    }

    private static void refuseBomb(byte[] file) throws IOException {
        long unpacked = 0;
        byte[] part = new byte[8192];
        // The directory may lie about sizes, so what it holds is counted; the JDK's reader refuses some honest
        // workbooks.
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(part); read > 0; read = content.read(part)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw new InvalidInputException(FIELD, "file-too-large", LARGEST);
                        }
                    }
                }
            }
        }
    }

    private static List<Written> text(byte[] file) {
        String text = FileText.of(file).orElseThrow(() -> new InvalidInputException(FIELD, "roster-unreadable"));
        String firstLine =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(firstLine))
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
        List<Written> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                rows.add(new Written(
                        Math.toIntExact(record.getRecordNumber()),
                        record.stream().limit(MOST_COLUMNS).toList()));
                if (rows.size() > MOST_LINES + 100) {
                    break;
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInputException(FIELD, "roster-unreadable");
        }
        return rows;
    }

    private static char delimiter(String line) {
        char found = ',';
        for (char one : new char[] {'\t', ';'}) {
            if (count(line, one) > count(line, found)) {
                found = one;
            }
        }
        return found;
    }

    private static long count(String line, char one) {
        return line.chars().filter(c -> c == one).count();
    }
}

package kr.nairl.platform.core.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table form of a glossary: tab-separated, as {@code vocabulary/README.md} describes it. The shipped table seeds a
 * new installation's vocabulary.
 */
public record GlossaryTable(List<Row> rows) {

    private static final String SHIPPED = "/vocabulary/glossary.tsv";
    static final List<String> HEADER =
            List.of("slug", "ko", "en", "abbreviation", "alt_ko", "alt_en", "broader", "source", "licence");

    /**
     * One concept of the table.
     *
     * @param broader slugs of broader concepts
     * @param source project that the Korean-English pair comes from
     * @param licence SPDX identifier of that project's licence
     */
    public record Row(
            String slug,
            @Nullable String ko,
            @Nullable String en,
            @Nullable String abbreviation,
            List<String> alternativeKo,
            List<String> alternativeEn,
            List<String> broader,
            String source,
            String licence) {}

    public GlossaryTable {
        rows = List.copyOf(rows);
    }

    /** The table that the product ships. */
    public static GlossaryTable shipped() {
        try (InputStream bytes = Objects.requireNonNull(GlossaryTable.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the line, for a wrong header or number of columns, a missing or repeated
     *     slug, a row without labels, or a broader slug that no row has
     */
    public static GlossaryTable read(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String header = lines.readLine();
        if (header == null || !List.of(header.split("\t", -1)).equals(HEADER)) {
            throw new IllegalArgumentException("line 1: expected the columns " + HEADER);
        }
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] cells = line.split("\t", -1);
            if (cells.length != HEADER.size()) {
                throw new IllegalArgumentException(
                        "line " + number + ": " + cells.length + " columns instead of " + HEADER.size());
            }
            Row row = row(cells);
            if (row.slug().isEmpty() || (row.ko() == null && row.en() == null)) {
                throw new IllegalArgumentException("line " + number + ": a slug and a label are needed");
            }
            Integer earlier = lineOf.put(row.slug(), number);
            if (earlier != null) {
                throw new IllegalArgumentException(
                        "line " + number + ": slug " + row.slug() + " stands in line " + earlier + " already");
            }
            rows.add(row);
        }
        for (Row row : rows) {
            for (String broader : row.broader()) {
                if (!lineOf.containsKey(broader)) {
                    throw new IllegalArgumentException(
                            "line " + lineOf.get(row.slug()) + ": no row has the broader slug " + broader);
                }
            }
        }
        return new GlossaryTable(rows);
    }

    /** One line's cells, as many as the header has. */
    static Row row(String[] cells) {
        return new Row(
                cells[0].strip(),
                emptyAsNull(cells[1]),
                emptyAsNull(cells[2]),
                emptyAsNull(cells[3]),
                values(cells[4]),
                values(cells[5]),
                values(cells[6]),
                cells[7].strip(),
                cells[8].strip());
    }

    /** The id that a slug gets where no database has given it another one: the same on every machine. */
    public static ConceptId idOf(String slug) {
        return new ConceptId(UUID.nameUUIDFromBytes(("concept:" + slug).getBytes(StandardCharsets.UTF_8)));
    }

    /** The glossary of this table, with {@link #idOf} as ids. */
    public Glossary glossary() {
        return Glossary.of(rows.stream()
                .map(row -> {
                    Set<ConceptId> broader = new LinkedHashSet<>();
                    row.broader().forEach(slug -> broader.add(idOf(slug)));
                    return new Glossary.Entry(
                            idOf(row.slug()),
                            row.slug(),
                            row.ko(),
                            row.en(),
                            row.abbreviation(),
                            row.alternativeKo(),
                            row.alternativeEn(),
                            broader);
                })
                .toList());
    }

    private static @Nullable String emptyAsNull(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }

    private static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        for (String value : cell.split("\\|")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return List.copyOf(values);
    }
}

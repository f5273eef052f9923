package kr.nairl.platform.core.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the engine reached, version by version, the newest first: measured by {@code infra/bench/match-quality --record},
 * shipped and shown to everybody. Stored as a tab-separated table with a head, a line for each version and task.
 */
public record QualityRecord(List<QualityRun> runs) {

    private static final String SHIPPED = "/matching/quality.tsv";

    private static final List<String> HEAD = List.of(
            "version",
            "date",
            "seed",
            "ingredients",
            "task",
            "candidates",
            "queries",
            "unanswerable",
            "industries",
            "gain",
            "gain_low",
            "gain_high",
            "mrr",
            "recall_100",
            "success_3",
            "bm25",
            "over_bm25",
            "over_bm25_low",
            "over_bm25_high",
            "tf_idf",
            "over_tf_idf",
            "over_tf_idf_low",
            "over_tf_idf_high");

    /** What the figures depend on beside the code; the glossary has its own digest in the version. */
    private static final List<String> TEXTS = List.of(
            "/vocabulary/lexicon.bin.sha256",
            "/vocabulary/example-needs.tsv",
            "/vocabulary/korean-words.txt",
            "/vocabulary/stop-words-ko.txt",
            "/vocabulary/stop-words-en.txt");

    private static final String WEIGHTS = "/vocabulary/weights.properties";

    public QualityRecord {
        runs = List.copyOf(runs);
    }

    /** What the product ships. */
    public static QualityRecord shipped() {
        try (InputStream bytes = open(SHIPPED)) {
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes with the shipped weights, lexicon, examples and word lists, not with their comments on weights. */
    public static String ingredients() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = open(WEIGHTS)) {
                Properties weights = new Properties();
                weights.load(bytes);
                digest.update(new TreeMap<>(weights).toString().getBytes(StandardCharsets.UTF_8));
            }
            for (String name : TEXTS) {
                try (InputStream bytes = open(name)) {
                    digest.update(bytes.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(QualityRecord.class.getResourceAsStream(name), name);
    }

    /** The newest run. */
    public QualityRun newest() {
        return runs.getFirst();
    }

    /** With this run as the newest, instead of an earlier one of the same version. */
    public QualityRecord with(QualityRun run) {
        return new QualityRecord(Stream.concat(
                        Stream.of(run),
                        runs.stream().filter(other -> !other.version().equals(run.version())))
                .toList());
    }

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException naming the line that is none of it, or that holds a figure out of its range
     */
    public static QualityRecord read(Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String head = lines.readLine();
        if (head == null || !List.of(head.split("\t", -1)).equals(HEAD)) {
            throw new IllegalArgumentException("line 1: expected the columns " + HEAD);
        }
        Map<String, List<String[]>> byVersion = new LinkedHashMap<>();
        Map<String, List<QualityFigures>> figures = new LinkedHashMap<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] cells = line.split("\t", -1);
            try {
                if (cells.length != HEAD.size()) {
                    throw new IllegalArgumentException(cells.length + " columns instead of " + HEAD.size());
                }
                figures.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(figures(cells));
                byVersion.computeIfAbsent(cells[0], any -> new ArrayList<>()).add(cells);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
            }
        }
        List<QualityRun> runs = new ArrayList<>();
        byVersion.forEach((version, rows) -> {
            String[] cells = rows.getFirst();
            try {
                runs.add(new QualityRun(
                        version,
                        LocalDate.parse(cells[1]),
                        Long.parseLong(cells[2]),
                        cells[3],
                        figures.getOrDefault(version, List.of())));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("version " + version + ": " + e.getMessage(), e);
            }
        });
        return new QualityRecord(runs);
    }

    private static QualityFigures figures(String[] cells) {
        return new QualityFigures(
                QualityTask.of(cells[4]).orElseThrow(() -> new IllegalArgumentException("no task " + cells[4])),
                Integer.parseInt(cells[5]),
                Integer.parseInt(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                interval(cells, 9),
                Double.parseDouble(cells[12]),
                optional(cells[13]),
                optional(cells[14]),
                new QualityFigures.Rival(Double.parseDouble(cells[15]), interval(cells, 16)),
                new QualityFigures.Rival(Double.parseDouble(cells[19]), interval(cells, 20)));
    }

    private static QualityFigures.Interval interval(String[] cells, int at) {
        return new QualityFigures.Interval(
                Double.parseDouble(cells[at]), Double.parseDouble(cells[at + 1]), Double.parseDouble(cells[at + 2]));
    }

    private static @Nullable Double optional(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    /** Writes the stored form, figures with four decimals. */
    public void write(Writer out) throws IOException {
        out.write(String.join("\t", HEAD) + "\n");
        for (QualityRun run : runs) {
            for (QualityFigures one : run.figures()) {
                out.write(String.join("\t", cells(run, one)) + "\n");
            }
        }
    }

    private static List<String> cells(QualityRun run, QualityFigures one) {
        List<String> cells = new ArrayList<>(List.of(
                run.version(),
                run.date().toString(),
                Long.toString(run.seed()),
                run.ingredients(),
                one.task().key(),
                Integer.toString(one.candidates()),
                Integer.toString(one.queries()),
                Integer.toString(one.unanswerable()),
                Integer.toString(one.industries())));
        add(cells, one.gain());
        cells.add(number(one.reciprocalRank()));
        cells.add(one.recall() == null ? "" : number(one.recall()));
        cells.add(one.success() == null ? "" : number(one.success()));
        for (QualityFigures.Rival rival : List.of(one.bm25(), one.tfIdf())) {
            cells.add(number(rival.gain()));
            add(cells, rival.lead());
        }
        return cells;
    }

    private static void add(List<String> cells, QualityFigures.Interval interval) {
        cells.add(number(interval.mean()));
        cells.add(number(interval.low()));
        cells.add(number(interval.high()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}

package kr.nairl.platform.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.nairl.platform.bench.Experts.Expert;
import kr.nairl.platform.bench.Experts.Need;
import kr.nairl.platform.bench.Experts.Ranked;
import kr.nairl.platform.bench.Experts.Text;
import kr.nairl.platform.core.matching.QualityFigures;
import kr.nairl.platform.core.matching.QualityRecord;
import kr.nairl.platform.core.matching.QualityRun;
import kr.nairl.platform.core.matching.QualityTask;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;

/**
 * Measures the product's engine: {@code MatchQuality JUDGED [FOLDER] [--embedding shipped|none|FOLDER] [--only TASK]
 * [--record FILE]}, on the lab's judged needs and, if a folder is given, on the tasks that its README defines, beside plain
 * BM25 and TF-IDF. The record is written when all was measured with the product as shipped, and read again to be sure.
 */
final class MatchQuality {

    private static final int TOP = 100;
    private static final int EVERY_YEAR = Integer.MAX_VALUE;
    private static final Pattern LATIN_OR_DIGIT = Pattern.compile("[\\p{IsLatin}\\p{Nd}]");

    /** @param half {@code dev} or {@code test} */
    record JudgedNeed(
            String id, String lang, String industry, String title, String text, String half, boolean answerable) {}

    record Judgement(String need, String expert, int grade) {}

    private record Pair(String id, String ko_title, String en_title, String ko, String en) {}

    private record PaperRow(
            String id,
            int year,
            String title,

            @com.fasterxml.jackson.annotation.JsonProperty("abstract") @Nullable
            String summary) {}

    private record Researcher(String id, List<String> papers) {}

    private record JointQuery(String paper, int year, List<String> relevant) {}

    /**
     * What one query came to, 0 to 1 each.
     *
     * @param gain down to the task's depth, and so for the rivals
     */
    private record Reached(
            double gain, double reciprocalRank, double recall, double success, double bm25, double tfIdf) {}

    /** @param grades by need and expert, above 0 */
    record Task(String name, List<Expert> experts, List<Need> needs, Map<String, Map<String, Integer>> grades) {}

    private final Experts engine;
    private final List<QualityFigures> figures = new ArrayList<>();

    private MatchQuality(Experts engine) {
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException {
        List<String> folders = new ArrayList<>();
        Map<String, Double> weights = new HashMap<>();
        Map<String, String> options = new HashMap<>(Map.of("--embedding", "shipped", "--only", "", "--record", ""));
        for (int i = 0; i < args.length; i++) {
            if (options.containsKey(args[i]) && i + 1 < args.length) {
                options.put(args[i], args[++i]);
            } else if (args[i].contains("=")) {
                String[] pair = args[i].split("=", 2);
                weights.put(pair[0], Double.valueOf(pair[1]));
            } else {
                folders.add(args[i]);
            }
        }
        String only = Objects.requireNonNull(options.get("--only"));
        String embedding = Objects.requireNonNull(options.get("--embedding"));
        String record = Objects.requireNonNull(options.get("--record"));
        boolean whole = folders.size() > 1 && only.isEmpty() && weights.isEmpty() && embedding.equals("shipped");
        if (!record.isEmpty() && !whole) {
            System.err.println(
                    "A record holds every task, measured with the product as shipped: give FOLDER, and neither"
                            + " --only, --embedding nor a weight.");
            System.exit(2);
        }
        try (Experts engine = new Experts(GlossaryTable.shipped().glossary(), embedding, weights)) {
            MatchQuality quality = new MatchQuality(engine);
            if (only.isEmpty() || only.equals("judged")) {
                quality.judged(Path.of(folders.getFirst()));
            }
            if (folders.size() > 1) {
                System.out.println();
                System.out.println(
                        "task     queries  nDCG@10    MRR  recall@100 | BM25   difference (95 %)       | TF-IDF"
                                + " difference (95 %)       | ms/query");
                for (Task task : tasks(Path.of(folders.get(1)))) {
                    if (only.isEmpty() || only.equals(task.name())) {
                        quality.measure(task);
                    }
                }
            }
            if (!record.isEmpty()) {
                quality.record(Path.of(record));
            }
        }
    }

    private void record(Path file) throws IOException {
        LocalDate today = LocalDate.now(Clock.systemDefaultZone());
        QualityRun run = new QualityRun(engine.version(), today, Measure.SEED, QualityRecord.ingredients(), figures);
        QualityRecord before = new QualityRecord(List.of());
        if (Files.exists(file)) {
            try (Reader stored = Files.newBufferedReader(file)) {
                before = QualityRecord.read(stored);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (Writer out = Files.newBufferedWriter(next)) {
            before.with(run).write(out);
        }
        try (Reader stored = Files.newBufferedReader(next)) {
            if (QualityRecord.read(stored).newest().figures().size() != QualityTask.values().length) {
                Files.delete(next);
                throw new IllegalStateException("a task is missing in the record");
            }
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        System.out.println();
        System.out.println("Recorded version " + run.version() + ".");
    }

    // The lab's own kind

    private void judged(Path folder) throws IOException {
        List<Expert> experts = JsonLines.read(folder.resolve("experts.jsonl"), Expert.class, any -> {});
        List<JudgedNeed> needs = JsonLines.read(folder.resolve("needs.jsonl"), JudgedNeed.class, any -> {});
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        JsonLines.read(folder.resolve("judgements.jsonl"), Judgement.class, any -> {})
                .forEach(judgement -> grades.computeIfAbsent(judgement.need(), any -> new HashMap<>())
                        .put(judgement.expert(), judgement.grade()));
        engine.fill(experts, null);
        PlainSearch bm25 = new PlainSearch(PlainSearch.Weighing.BM25, experts, null);
        PlainSearch tfIdf = new PlainSearch(PlainSearch.Weighing.TF_IDF, experts, null);
        System.out.println(
                "judged needs  needs  nDCG@5 (95 %)            a best one in 3 | BM25   difference (95 %)      "
                        + " | TF-IDF difference (95 %)       | score of the first: answerable, not");
        for (String half : List.of("dev", "test")) {
            List<JudgedNeed> ofHalf =
                    needs.stream().filter(need -> need.half().equals(half)).toList();
            for (String lang : List.of("ko", "en")) {
                List<JudgedNeed> some =
                        ofHalf.stream().filter(need -> need.lang().equals(lang)).toList();
                judged(half + "-" + lang, experts.size(), some, grades, bm25, tfIdf);
            }
            if (half.equals("test")) {
                judged(half, experts.size(), ofHalf, grades, bm25, tfIdf);
            }
        }
    }

    private void judged(
            String name,
            int experts,
            List<JudgedNeed> needs,
            Map<String, Map<String, Integer>> grades,
            PlainSearch bm25,
            PlainSearch tfIdf)
            throws IOException {
        QualityTask task = QualityTask.of("judged-" + name).orElseThrow();
        List<Reached> reached = new ArrayList<>();
        double first = 0;
        for (JudgedNeed need : needs) {
            if (need.answerable()) {
                List<Ranked> ranked = engine.rank(asked(need), TOP);
                Map<String, Integer> graded = grades.getOrDefault(need.id(), Map.of());
                String words = need.title() + "\n" + need.text();
                reached.add(new Reached(
                        Measure.ndcg(ids(ranked), graded, task.depth()),
                        Measure.reciprocalRank(ids(ranked), worthAsking(graded)),
                        Measure.recall(ids(ranked), graded, TOP),
                        Measure.bestAmong(ids(ranked), graded, 3),
                        Measure.ndcg(bm25.rank(words, TOP), graded, task.depth()),
                        Measure.ndcg(tfIdf.rank(words, TOP), graded, task.depth())));
                first += ranked.isEmpty() ? 0 : ranked.getFirst().score();
            }
        }
        double far = needs.stream()
                .filter(need -> !need.answerable())
                .map(need -> engine.rank(asked(need), 1))
                .mapToDouble(ranked -> ranked.isEmpty() ? 0 : ranked.getFirst().score())
                .average()
                .orElse(0);
        int industries =
                (int) needs.stream().map(JudgedNeed::industry).distinct().count();
        QualityFigures one = figures(task, experts, needs.size() - reached.size(), industries, true, reached);
        figures.add(one);
        System.out.printf(
                "%-12s  %5d  %6.3f (%.3f to %.3f)  %15.3f | %s | %s | %.3f %.3f%n",
                name,
                needs.size(),
                one.gain().mean(),
                one.gain().low(),
                one.gain().high(),
                one.success(),
                line(one.bm25()),
                line(one.tfIdf()),
                first / Math.max(1, reached.size()),
                far);
    }

    /** Those that the guideline grades 2 or 3; a 1 is worth a talk, but nobody would start there. */
    private static Map<String, Integer> worthAsking(Map<String, Integer> grades) {
        return grades.entrySet().stream()
                .filter(grade -> grade.getValue() >= 2)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static QualityFigures figures(
            QualityTask task, int candidates, int unanswerable, int industries, boolean judged, List<Reached> reached) {
        double[] gain = reached.stream().mapToDouble(Reached::gain).toArray();
        return new QualityFigures(
                task,
                candidates,
                reached.size(),
                unanswerable,
                industries,
                interval(Measure.difference(gain, new double[gain.length])),
                reached.stream().mapToDouble(Reached::reciprocalRank).average().orElse(0),
                candidates <= TOP
                        ? null
                        : Double.valueOf(reached.stream()
                                .mapToDouble(Reached::recall)
                                .average()
                                .orElse(0)),
                judged
                        ? Double.valueOf(reached.stream()
                                .mapToDouble(Reached::success)
                                .average()
                                .orElse(0))
                        : null,
                rival(gain, reached.stream().mapToDouble(Reached::bm25).toArray()),
                rival(gain, reached.stream().mapToDouble(Reached::tfIdf).toArray()));
    }

    private static QualityFigures.Rival rival(double[] gain, double[] plain) {
        return new QualityFigures.Rival(Measure.mean(plain), interval(Measure.difference(gain, plain)));
    }

    private static QualityFigures.Interval interval(Measure.Difference difference) {
        return new QualityFigures.Interval(difference.mean(), difference.low(), difference.high());
    }

    private static String line(QualityFigures.Rival rival) {
        return String.format(
                "%.3f  %+.3f (%+.3f to %+.3f)",
                rival.gain(),
                rival.lead().mean(),
                rival.lead().low(),
                rival.lead().high());
    }

    static Need asked(JudgedNeed need) {
        return new Need(need.id(), need.title(), need.text(), need.lang(), null);
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::id).toList();
    }

    /** The judged needs of one half as tasks, one a language. */
    static List<Task> judgedTasks(Path folder, String half) throws IOException {
        List<Expert> experts = JsonLines.read(folder.resolve("experts.jsonl"), Expert.class, any -> {});
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        JsonLines.read(folder.resolve("judgements.jsonl"), Judgement.class, any -> {})
                .forEach(judgement -> grades.computeIfAbsent(judgement.need(), any -> new HashMap<>())
                        .put(judgement.expert(), judgement.grade()));
        List<JudgedNeed> needs = JsonLines.read(folder.resolve("needs.jsonl"), JudgedNeed.class, any -> {});
        List<Task> tasks = new ArrayList<>();
        for (String lang : List.of("ko", "en")) {
            tasks.add(new Task(
                    half + " " + lang,
                    experts,
                    needs.stream()
                            .filter(need ->
                                    need.half().equals(half) && need.lang().equals(lang) && need.answerable())
                            .map(MatchQuality::asked)
                            .toList(),
                    grades));
        }
        return tasks;
    }

    /** The engine's mean nDCG on a task. */
    static double ndcg(Experts engine, Task task, int depth) {
        Map<Integer, List<Need>> byYear = new TreeMap<>(task.needs().stream()
                .collect(Collectors.groupingBy(need -> Objects.requireNonNullElse(need.beforeYear(), EVERY_YEAR))));
        double sum = 0;
        for (Map.Entry<Integer, List<Need>> year : byYear.entrySet()) {
            engine.fill(task.experts(), year.getKey() == EVERY_YEAR ? null : year.getKey());
            for (Need need : year.getValue()) {
                sum += Measure.ndcg(
                        ids(engine.rank(need, depth)), task.grades().getOrDefault(need.id(), Map.of()), depth);
            }
        }
        return sum / Math.max(1, task.needs().size());
    }

    // The development data's tasks

    private void measure(Task task) throws IOException {
        QualityTask measured = QualityTask.of(task.name()).orElseThrow();
        Map<Integer, List<Need>> byYear = new TreeMap<>(task.needs().stream()
                .collect(Collectors.groupingBy(need -> Objects.requireNonNullElse(need.beforeYear(), EVERY_YEAR))));
        List<Reached> reached = new ArrayList<>();
        long nanos = 0;
        for (Map.Entry<Integer, List<Need>> year : byYear.entrySet()) {
            Integer before = year.getKey() == EVERY_YEAR ? null : year.getKey();
            engine.fill(task.experts(), before);
            PlainSearch bm25 = new PlainSearch(PlainSearch.Weighing.BM25, task.experts(), before);
            PlainSearch tfIdf = new PlainSearch(PlainSearch.Weighing.TF_IDF, task.experts(), before);
            for (Need need : year.getValue()) {
                Map<String, Integer> grades = task.grades().getOrDefault(need.id(), Map.of());
                long start = System.nanoTime();
                List<String> ranked = ids(engine.rank(need, TOP));
                nanos += System.nanoTime() - start;
                String words = ((need.title() == null ? "" : need.title()) + "\n" + need.text()).strip();
                reached.add(new Reached(
                        Measure.ndcg(ranked, grades, measured.depth()),
                        Measure.reciprocalRank(ranked, grades),
                        Measure.recall(ranked, grades, TOP),
                        0,
                        Measure.ndcg(bm25.rank(words, TOP), grades, measured.depth()),
                        Measure.ndcg(tfIdf.rank(words, TOP), grades, measured.depth())));
            }
        }
        QualityFigures one = figures(measured, task.experts().size(), 0, 0, false, reached);
        figures.add(one);
        System.out.printf(
                "%-8s %7d  %7.3f  %5.3f  %10.3f | %s | %s | %.1f%n",
                task.name(),
                one.queries(),
                one.gain().mean(),
                one.reciprocalRank(),
                one.recall(),
                line(one.bm25()),
                line(one.tfIdf()),
                nanos / 1e6 / one.queries());
    }

    static List<Task> tasks(Path folder) throws IOException {
        List<Pair> pairs = JsonLines.read(folder.resolve("koen-docs-dev.jsonl"), Pair.class, any -> {});
        Function<Pair, String> koBody = pair -> first(pair.ko().replace(pair.ko_title(), " "), 800);
        Function<Pair, String> enBody = pair -> first(pair.en().replace(pair.en_title(), " "), 1200);
        Function<Pair, String> koAll = pair -> pair.ko_title() + "\n" + first(pair.ko(), 800);
        Function<Pair, String> enAll = pair -> pair.en_title() + "\n" + first(pair.en(), 1200);
        Function<Pair, String> koLong = pair -> pair.ko_title() + "\n" + first(pair.ko(), 200);
        List<Task> tasks = new ArrayList<>();
        tasks.add(task("ko-ko", pairs, Pair::ko_title, "ko", koBody));
        tasks.add(task("en-en", pairs, Pair::en_title, "en", enBody));
        tasks.add(task("ko-en", pairs, koLong, "ko", enAll));
        tasks.add(task("ko-enH", pairs, pair -> hangul(koLong.apply(pair)), "ko", enAll));
        tasks.add(task(
                "ko-enT",
                pairs.stream()
                        .filter(pair ->
                                hangul(pair.ko_title()).replaceAll("\\s", "").length() >= 4)
                        .toList(),
                pairs,
                pair -> hangul(pair.ko_title()),
                "ko",
                enAll));
        tasks.add(task("en-ko", pairs, pair -> pair.en_title() + "\n" + first(pair.en(), 400), "en", koAll));
        tasks.add(joint(folder));
        return tasks;
    }

    private static Task task(
            String name, List<Pair> pairs, Function<Pair, String> query, String lang, Function<Pair, String> body) {
        return task(name, pairs, pairs, query, lang, body);
    }

    private static Task task(
            String name,
            List<Pair> asking,
            List<Pair> asked,
            Function<Pair, String> query,
            String lang,
            Function<Pair, String> body) {
        List<Expert> experts = asked.stream()
                .map(pair -> new Expert(pair.id(), List.of(new Text(null, body.apply(pair), null, null))))
                .toList();
        List<Need> needs = asking.stream()
                .map(pair -> new Need(pair.id(), null, query.apply(pair), lang, null))
                .toList();
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        asking.forEach(pair -> grades.put(pair.id(), Map.of(pair.id(), 1)));
        return new Task(name, experts, needs, grades);
    }

    private static Task joint(Path folder) throws IOException {
        Map<String, PaperRow> papers = new LinkedHashMap<>();
        JsonLines.read(folder.resolve("joint-dev-papers.jsonl"), PaperRow.class, any -> {})
                .forEach(paper -> papers.put(paper.id(), paper));
        List<Expert> experts = new ArrayList<>();
        for (Researcher researcher :
                JsonLines.read(folder.resolve("joint-dev-researchers.jsonl"), Researcher.class, any -> {})) {
            List<Text> texts = researcher.papers().stream()
                    .map(papers::get)
                    .filter(Objects::nonNull)
                    .map(paper -> new Text(paper.title(), paper.summary(), paper.year(), "en"))
                    .toList();
            experts.add(new Expert(researcher.id(), texts));
        }
        Set<String> known = new HashSet<>();
        experts.forEach(expert -> known.add(expert.id()));
        List<Need> needs = new ArrayList<>();
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (JointQuery query :
                JsonLines.read(folder.resolve("joint-dev-queries.jsonl"), JointQuery.class, any -> {})) {
            PaperRow paper = Objects.requireNonNull(papers.get(query.paper()));
            String beginning = String.join(
                    " ",
                    List.of(Objects.requireNonNullElse(paper.summary(), "").split("(?<=[.!?])\\s+")).stream()
                            .limit(2)
                            .toList());
            needs.add(new Need(query.paper(), paper.title(), beginning, "en", query.year()));
            Map<String, Integer> relevant = new HashMap<>();
            query.relevant().stream().filter(known::contains).forEach(id -> relevant.put(id, 1));
            grades.put(query.paper(), relevant);
        }
        return new Task("joint", experts, needs, grades);
    }

    private static String first(String text, int characters) {
        return text.substring(0, Math.min(text.length(), characters));
    }

    private static String hangul(String text) {
        return LATIN_OR_DIGIT.matcher(text).replaceAll(" ").strip();
    }
}

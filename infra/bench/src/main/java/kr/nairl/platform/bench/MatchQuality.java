package kr.nairl.platform.bench;

import java.io.IOException;
import java.nio.file.Path;
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
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;

/**
 * Measures the product's engine: {@code MatchQuality JUDGED [FOLDER] [--embedding shipped|none|FOLDER] [--only TASK]}, on
 * the lab's judged needs and, if a folder is given, on the tasks that its README defines, beside plain BM25 and TF-IDF.
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

    /** @param grades by need and expert, above 0 */
    record Task(String name, List<Expert> experts, List<Need> needs, Map<String, Map<String, Integer>> grades) {}

    private final Experts engine;

    private MatchQuality(Experts engine) {
        this.engine = engine;
    }

    public static void main(String[] args) throws IOException {
        List<String> folders = new ArrayList<>();
        Map<String, Double> weights = new HashMap<>();
        Map<String, String> options = new HashMap<>(Map.of("--embedding", "shipped", "--only", ""));
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
        try (Experts engine = new Experts(
                GlossaryTable.shipped().glossary(), Objects.requireNonNull(options.get("--embedding")), weights)) {
            MatchQuality quality = new MatchQuality(engine);
            quality.judged(Path.of(folders.getFirst()), only);
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
        }
    }

    // The lab's own kind

    private void judged(Path folder, String only) throws IOException {
        if (!only.isEmpty() && !only.equals("judged")) {
            return;
        }
        List<Expert> experts = JsonLines.read(folder.resolve("experts.jsonl"), Expert.class, any -> {});
        List<JudgedNeed> needs = JsonLines.read(folder.resolve("needs.jsonl"), JudgedNeed.class, any -> {});
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        JsonLines.read(folder.resolve("judgements.jsonl"), Judgement.class, any -> {})
                .forEach(judgement -> grades.computeIfAbsent(judgement.need(), any -> new HashMap<>())
                        .put(judgement.expert(), judgement.grade()));
        engine.fill(experts, null);
        PlainSearch bm25 = new PlainSearch(PlainSearch.Weighing.BM25, experts, null);
        System.out.println(
                "judged needs  needs  nDCG@5  a best one in 3 | BM25   difference (95 %)       | score of the first: answerable, not");
        for (String half : List.of("dev", "test")) {
            for (String lang : List.of("ko", "en")) {
                List<JudgedNeed> some = needs.stream()
                        .filter(need -> need.half().equals(half) && need.lang().equals(lang))
                        .toList();
                judged(half + " " + lang, some, grades, bm25);
            }
        }
    }

    private void judged(String name, List<JudgedNeed> needs, Map<String, Map<String, Integer>> grades, PlainSearch bm25)
            throws IOException {
        List<JudgedNeed> answerable =
                needs.stream().filter(JudgedNeed::answerable).toList();
        double[] ndcg = new double[answerable.size()];
        double[] plain = new double[answerable.size()];
        double[] best = new double[answerable.size()];
        double first = 0;
        for (int i = 0; i < answerable.size(); i++) {
            JudgedNeed need = answerable.get(i);
            List<Ranked> ranked = engine.rank(asked(need), TOP);
            Map<String, Integer> graded = grades.getOrDefault(need.id(), Map.of());
            ndcg[i] = Measure.ndcg(ids(ranked), graded, 5);
            best[i] = Measure.bestAmong(ids(ranked), graded, 3);
            plain[i] = Measure.ndcg(bm25.rank(need.title() + "\n" + need.text(), TOP), graded, 5);
            first += ranked.isEmpty() ? 0 : ranked.getFirst().score() / answerable.size();
        }
        double far = needs.stream()
                .filter(need -> !need.answerable())
                .map(need -> engine.rank(asked(need), 1))
                .mapToDouble(ranked -> ranked.isEmpty() ? 0 : ranked.getFirst().score())
                .average()
                .orElse(0);
        Measure.Difference difference = Measure.difference(ndcg, plain);
        System.out.printf(
                "%-12s  %5d  %6.3f  %15.3f | %.3f  %+.3f (%+.3f to %+.3f) | %.3f %.3f%n",
                name,
                needs.size(),
                Measure.mean(ndcg),
                Measure.mean(best),
                Measure.mean(plain),
                difference.mean(),
                difference.low(),
                difference.high(),
                first,
                far);
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
        Map<Integer, List<Need>> byYear = new TreeMap<>(task.needs().stream()
                .collect(Collectors.groupingBy(need -> Objects.requireNonNullElse(need.beforeYear(), EVERY_YEAR))));
        List<double[]> figures = new ArrayList<>();
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
                figures.add(new double[] {
                    Measure.ndcg(ranked, grades, 10),
                    Measure.reciprocalRank(ranked, grades),
                    Measure.recall(ranked, grades, TOP),
                    Measure.ndcg(bm25.rank(words, TOP), grades, 10),
                    Measure.ndcg(tfIdf.rank(words, TOP), grades, 10)
                });
            }
        }
        Measure.Difference overBm25 = Measure.difference(column(figures, 0), column(figures, 3));
        Measure.Difference overTfIdf = Measure.difference(column(figures, 0), column(figures, 4));
        System.out.printf(
                "%-8s %7d  %7.3f  %5.3f  %10.3f | %.3f  %+.3f (%+.3f to %+.3f) | %.3f  %+.3f (%+.3f to %+.3f) | %.1f%n",
                task.name(),
                figures.size(),
                Measure.mean(column(figures, 0)),
                Measure.mean(column(figures, 1)),
                Measure.mean(column(figures, 2)),
                Measure.mean(column(figures, 3)),
                overBm25.mean(),
                overBm25.low(),
                overBm25.high(),
                Measure.mean(column(figures, 4)),
                overTfIdf.mean(),
                overTfIdf.low(),
                overTfIdf.high(),
                nanos / 1e6 / Math.max(1, figures.size()));
    }

    private static double[] column(List<double[]> rows, int number) {
        return rows.stream().mapToDouble(row -> row[number]).toArray();
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

package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;

/**
 * Measures the engine on development data: {@code MatchingEvaluation FOLDER [weight=value ...]}, a folder with {@code koen-docs-dev.jsonl}
 * and, for the task {@code joint}, the three {@code joint-dev-*.jsonl} files. Every document is a subject of its own; the
 * engine is the product's, with its thresholds off.
 */
final class MatchingEvaluation {

    private static final int DEPTH = Integer.getInteger("depth", 100);
    private static final UUID PROBE = new UUID(0, 0);

    private record Query(String text, Language language, Set<UUID> relevant) {}

    private MatchingEvaluation() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Glossary glossary = GlossaryTable.shipped().glossary();
        Weights weights = weights(List.of(args).subList(1, args.length));
        try (LuceneMatchEngine engine = new LuceneMatchEngine(weights.showingAll())) {
            System.out.println("task     queries  nDCG@10    MRR  recall@100  ms/query");
            documents(folder, glossary, engine);
            if (Files.exists(folder.resolve("joint-dev-papers.jsonl"))) {
                joint(folder, glossary, engine);
            }
        }
    }

    /** Version 1 with some numbers replaced, by the names of {@link Weights}' components. */
    private static Weights weights(List<String> overrides) {
        Map<String, Double> changed = new HashMap<>();
        for (String override : overrides) {
            String[] pair = override.split("=");
            changed.put(pair[0], Double.valueOf(pair[1]));
        }
        try {
            RecordComponent[] components = Weights.class.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = double.class;
                Double value = changed.remove(components[i].getName());
                values[i] = value != null ? value : components[i].getAccessor().invoke(Weights.VERSION_1);
            }
            if (!changed.isEmpty()) {
                throw new IllegalArgumentException("no such weights: " + changed.keySet());
            }
            return Weights.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void documents(Path folder, Glossary glossary, LuceneMatchEngine engine) throws IOException {
        List<Map<String, Object>> rows = read(folder.resolve("koen-docs-dev.jsonl"));
        Function<Map<String, Object>, String> koBody =
                row -> first(Json.text(row, "ko").replace(Json.text(row, "ko_title"), " "), 800);
        Function<Map<String, Object>, String> enBody =
                row -> first(Json.text(row, "en").replace(Json.text(row, "en_title"), " "), 1200);
        Function<Map<String, Object>, String> koAll =
                row -> Json.text(row, "ko_title") + "\n" + first(Json.text(row, "ko"), 800);
        Function<Map<String, Object>, String> enAll =
                row -> Json.text(row, "en_title") + "\n" + first(Json.text(row, "en"), 1200);
        Function<Map<String, Object>, String> koLong =
                row -> Json.text(row, "ko_title") + "\n" + first(Json.text(row, "ko"), 200);
        task("ko-ko", rows, glossary, engine, row -> Json.text(row, "ko_title"), koBody, Language.KO, Language.KO);
        task("en-en", rows, glossary, engine, row -> Json.text(row, "en_title"), enBody, Language.EN, Language.EN);
        task("ko-en", rows, glossary, engine, koLong, enAll, Language.KO, Language.EN);
        task("ko-enH", rows, glossary, engine, row -> hangul(koLong.apply(row)), enAll, Language.KO, Language.EN);
        task(
                "ko-enT",
                rows,
                glossary,
                engine,
                row -> {
                    String title = hangul(Json.text(row, "ko_title")).strip();
                    return title.replaceAll("\\s", "").length() < 4 ? "" : title;
                },
                enAll,
                Language.KO,
                Language.EN);
        task(
                "en-ko",
                rows,
                glossary,
                engine,
                row -> Json.text(row, "en_title") + "\n" + first(Json.text(row, "en"), 400),
                koAll,
                Language.EN,
                Language.KO);
    }

    private static void task(
            String name,
            List<Map<String, Object>> rows,
            Glossary glossary,
            LuceneMatchEngine engine,
            Function<Map<String, Object>, String> query,
            Function<Map<String, Object>, String> body,
            Language asked,
            Language found) {
        engine.rebuild(
                glossary,
                rows.stream()
                        .map(row ->
                                document(id(Json.text(row, "id")), id(Json.text(row, "id")), body.apply(row), found)),
                Stream.of());
        List<Query> queries = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            String text = query.apply(row);
            if (!text.isBlank()) {
                queries.add(new Query(text, asked, Set.of(id(Json.text(row, "id")))));
            }
        }
        new Figures(name).measure(queries, engine).print();
    }

    /** Queries of one year share an index of the papers before it. */
    @SuppressWarnings("unchecked")
    private static void joint(Path folder, Glossary glossary, LuceneMatchEngine engine) throws IOException {
        Map<String, Map<String, Object>> papers = new HashMap<>();
        read(folder.resolve("joint-dev-papers.jsonl")).forEach(paper -> papers.put(Json.text(paper, "id"), paper));
        List<Map<String, Object>> researchers = read(folder.resolve("joint-dev-researchers.jsonl"));
        Map<Integer, List<Query>> byYear = new HashMap<>();
        for (Map<String, Object> row : read(folder.resolve("joint-dev-queries.jsonl"))) {
            Map<String, Object> paper = papers.getOrDefault(Json.text(row, "paper"), Map.of());
            Set<UUID> relevant = new HashSet<>();
            ((List<Object>) row.getOrDefault("relevant", List.of())).forEach(id -> relevant.add(id(id.toString())));
            String need = Json.text(paper, "title") + "\n" + sentences(Json.text(paper, "abstract"), 2);
            byYear.computeIfAbsent(Integer.parseInt(Json.text(row, "year")), any -> new ArrayList<>())
                    .add(new Query(need, Language.EN, relevant));
        }
        Figures figures = new Figures("joint");
        byYear.forEach((year, queries) -> {
            Stream<ExpertDocument> before = researchers.stream()
                    .flatMap(researcher -> ((List<Object>) researcher.getOrDefault("papers", List.of()))
                            .stream()
                                    .map(id -> papers.getOrDefault(id.toString(), Map.of()))
                                    .filter(paper ->
                                            !paper.isEmpty() && Integer.parseInt(Json.text(paper, "year")) < year)
                                    .map(paper -> document(
                                            id(Json.text(researcher, "id")),
                                            id(Json.text(paper, "id")),
                                            Json.text(paper, "title") + "\n" + Json.text(paper, "abstract"),
                                            Language.EN)));
            engine.rebuild(glossary, before, Stream.of());
            figures.measure(queries, engine);
        });
        figures.print();
    }

    private static ExpertDocument document(UUID subject, UUID row, String text, Language language) {
        Subject.Expert about = new Subject.Area(new ResearchAreaId(subject));
        SourceReference source = new SourceReference(SourceReference.Kind.RESULT, row, "text", language);
        return new ExpertDocument(
                source.documentId(about),
                about,
                null,
                ExpertDocument.Kind.RESULT,
                source,
                text,
                language,
                Audience.PUBLIC,
                null,
                Set.of());
    }

    private static String first(String text, int characters) {
        return text.substring(0, Math.min(text.length(), characters));
    }

    private static String hangul(String text) {
        return text.replaceAll("[\\p{IsLatin}\\p{Nd}]", " ");
    }

    private static String sentences(String text, int count) {
        return String.join(
                " ",
                Sentences.of(text).stream()
                        .limit(count)
                        .map(place -> text.substring(place.start(), place.end()))
                        .toList());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, Object>> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(Json::object).toList();
        }
    }

    private static final class Figures {

        private final String name;
        private int count;
        private double gain;
        private double reciprocal;
        private double recall;
        private long nanos;

        Figures(String name) {
            this.name = name;
        }

        Figures measure(List<Query> queries, MatchEngine engine) {
            for (Query query : queries) {
                SourceReference source =
                        new SourceReference(SourceReference.Kind.INTEREST, PROBE, "need", query.language());
                Probe probe = new Probe(
                        List.of(new Probe.Text(source, Probe.Emphasis.BODY, query.language(), query.text())),
                        Set.of(),
                        Set.of());
                long start = System.nanoTime();
                Ranking ranking = engine.rank(probe, Direction.EXPERTS_FOR_NEED, EnumSet.of(Audience.PUBLIC), DEPTH);
                nanos += System.nanoTime() - start;
                List<UUID> ranked = switch (ranking) {
                    case Ranking.Matches matches ->
                        matches.matches().stream()
                                .map(match -> match.subject().uuid())
                                .toList();
                    case Ranking.Abstained abstained -> List.of();
                };
                add(ranked, query.relevant());
            }
            return this;
        }

        private void add(List<UUID> ranked, Set<UUID> relevant) {
            count++;
            double found = 0;
            double ideal = 0;
            double first = 0;
            double hits = 0;
            for (int i = 0; i < ranked.size(); i++) {
                if (relevant.contains(ranked.get(i))) {
                    hits++;
                    found += i < 10 ? 1 / log2(i + 2) : 0;
                    first = first == 0 ? 1.0 / (i + 1) : first;
                }
            }
            for (int i = 0; i < Math.min(10, relevant.size()); i++) {
                ideal += 1 / log2(i + 2);
            }
            gain += found / ideal;
            reciprocal += first;
            recall += hits / relevant.size();
        }

        private static double log2(int value) {
            return Math.log(value) / Math.log(2);
        }

        void print() {
            System.out.printf(
                    "%-8s %7d  %7.3f  %5.3f  %10.3f  %8.2f%n",
                    name, count, gain / count, reciprocal / count, recall / count, nanos / 1e6 / count);
        }
    }
}

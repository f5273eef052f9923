package kr.nairl.platform.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
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
import kr.nairl.platform.bench.Experts.Expert;
import kr.nairl.platform.bench.Experts.Need;
import kr.nairl.platform.bench.Experts.Ranked;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;

/**
 * Ranks any people for any needs with the product's engine. Needs with the same {@code beforeYear} share an index; the
 * output has the order of the needs.
 */
final class ExpertRank {

    private static final String USAGE = """
            usage: infra/bench/expert-rank --experts FILE --queries FILE --out FILE [--top 100] [--embedding shipped|none|FOLDER]
              experts  {"id","documents":[{"title","text","year","lang"}]} a line
              queries  {"id","title","text","lang","beforeYear"?} a line
              out      {"query","ranking":[{"id","score"}]} a line, scores 0 to 1, best first""";

    private static final int EVERY_YEAR = Integer.MAX_VALUE;

    private ExpertRank() {}

    private record Answer(String query, List<Ranked> ranking) {}

    public static void main(String[] args) throws IOException {
        try {
            run(args);
        } catch (JsonLines.MalformedLine | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @throws IllegalArgumentException or {@link JsonLines.MalformedLine} saying what is wrong with what was given */
    static void run(String... args) throws IOException {
        rank(options(args));
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>(Map.of("--top", "100", "--embedding", "shipped"));
        Set<String> known = Set.of("--experts", "--queries", "--out", "--top", "--embedding");
        for (int i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        if (!options.keySet().containsAll(known)) {
            throw new IllegalArgumentException(USAGE);
        }
        return options;
    }

    private static void rank(Map<String, String> options) throws IOException {
        int top = Integer.parseInt(option(options, "--top"));
        if (top < 1) {
            throw new IllegalArgumentException("--top must be at least 1");
        }
        List<Expert> experts =
                JsonLines.read(Path.of(option(options, "--experts")), Expert.class, once(ExpertRank::check));
        List<Need> needs = JsonLines.read(Path.of(option(options, "--queries")), Need.class, onceNeeds());
        Map<Integer, List<Need>> byYear = new TreeMap<>();
        needs.forEach(need -> byYear.computeIfAbsent(
                        Objects.requireNonNullElse(need.beforeYear(), EVERY_YEAR), any -> new ArrayList<>())
                .add(need));
        Map<String, List<Ranked>> rankings = new LinkedHashMap<>();
        long indexing = 0;
        long ranking = 0;
        try (Experts index =
                new Experts(GlossaryTable.shipped().glossary(), option(options, "--embedding"), Map.of())) {
            for (Map.Entry<Integer, List<Need>> year : byYear.entrySet()) {
                long start = System.nanoTime();
                index.fill(experts, year.getKey() == EVERY_YEAR ? null : year.getKey());
                long filled = System.nanoTime();
                for (Need need : year.getValue()) {
                    rankings.put(need.id(), index.rank(need, top));
                }
                indexing += filled - start;
                ranking += System.nanoTime() - filled;
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(option(options, "--out")))) {
            for (Need need : needs) {
                out.write(JsonLines.MAPPER.writeValueAsString(
                        new Answer(need.id(), rankings.getOrDefault(need.id(), List.of()))));
                out.newLine();
            }
        }
        System.err.printf(
                "%d experts, %d needs; indexing %.1f s, ranking %.1f ms a need%n",
                experts.size(), needs.size(), indexing / 1e9, ranking / 1e6 / Math.max(1, needs.size()));
    }

    private static String option(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name));
    }

    private static JsonLines.Check<Expert> once(JsonLines.Check<Expert> check) {
        Set<String> seen = new HashSet<>();
        return expert -> {
            check.check(expert);
            if (!seen.add(expert.id())) {
                throw new IllegalArgumentException("the id " + expert.id() + " stands in an earlier line already");
            }
        };
    }

    private static JsonLines.Check<Need> onceNeeds() {
        Set<String> seen = new HashSet<>();
        return need -> {
            if (need.id() == null || need.id().isBlank()) {
                throw new IllegalArgumentException("id is missing");
            }
            checkLanguage(need.lang());
            if (!seen.add(need.id())) {
                throw new IllegalArgumentException("the id " + need.id() + " stands in an earlier line already");
            }
        };
    }

    private static void check(Expert expert) {
        if (expert.id() == null || expert.id().isBlank()) {
            throw new IllegalArgumentException("id is missing");
        }
        if (expert.documents() == null) {
            throw new IllegalArgumentException("documents is missing");
        }
        for (Experts.Text text : expert.documents()) {
            if (text == null) {
                throw new IllegalArgumentException("a document is null");
            }
            checkLanguage(text.lang());
        }
    }

    private static void checkLanguage(@Nullable String lang) {
        if (lang != null && !lang.equals("ko") && !lang.equals("en")) {
            throw new IllegalArgumentException("lang must be ko or en, was " + lang);
        }
    }
}

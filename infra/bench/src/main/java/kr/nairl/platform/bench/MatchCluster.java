package kr.nairl.platform.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Direction;
import kr.nairl.platform.core.matching.LuceneMatchEngine;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchEngine;
import kr.nairl.platform.core.matching.OpenSearchMatchEngine;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.core.matching.SearchCluster;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the engine on a cluster with the one in memory, over the same large lab: {@code MatchCluster NODE NEEDS FOLDER
 * SIZE...}. NODE is where infra/search-node was built; its node runs on this machine in a JVM of its own.
 */
final class MatchCluster {

    private static final int TOP = 10;
    private static final int ROUNDS = 1;
    private static final String PREFIX = "bench";

    private final LargeLab lab;
    private final List<Experts.Need> needs;
    private final SearchCluster cluster;
    private final ProcessHandle node;

    private MatchCluster(LargeLab lab, List<Experts.Need> needs, SearchCluster cluster, ProcessHandle node) {
        this.lab = lab;
        this.needs = needs;
        this.cluster = cluster;
        this.node = node;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 4) {
            System.err.println("usage: infra/bench/match-cluster FOLDER SIZE...");
            System.exit(2);
        }
        List<Experts.Need> needs =
                JsonLines.read(Path.of(args[1]).resolve("needs.jsonl"), Experts.Need.class, need -> {});
        LargeLab lab = new LargeLab(Path.of(args[2]));
        for (String size : Arrays.asList(args).subList(3, args.length)) {
            Path folder = Files.createTempDirectory("match-cluster");
            Process node = node(Path.of(args[0]), folder);
            try {
                new MatchCluster(lab, needs, line(Files.readString(folder.resolve("address"))), node.toHandle())
                        .measure(Integer.parseInt(size));
            } finally {
                node.getOutputStream().close();
                if (!node.waitFor(30, TimeUnit.SECONDS)) {
                    node.destroyForcibly();
                }
                delete(folder);
            }
        }
    }

    private static Process node(Path built, Path folder) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        built.resolve("classes") + File.pathSeparator + Files.readString(built.resolve("classpath")),
                        "kr.nairl.platform.search.SearchNode",
                        folder.resolve("node").toString(),
                        folder.resolve("address").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!Files.exists(folder.resolve("address"))) {
            if (!node.isAlive()) {
                throw new IOException("the node did not start:\n" + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(100);
        }
        return node;
    }

    private static SearchCluster line(String address) {
        HttpClient client = HttpClient.newHttpClient();
        JsonMapper json = JsonMapper.builder().build();
        return new SearchCluster() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Answer ask(String method, String path, String body, Duration patience) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
                try {
                    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    return new Answer(
                            answer.statusCode(),
                            answer.body().length == 0 ? json.createObjectNode() : json.readTree(answer.body()));
                } catch (IOException e) {
                    throw new UnreachableException(e.toString());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new UnreachableException("interrupted");
                }
            }
        };
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void measure(int size) {
        Glossary glossary = GlossaryTable.shipped().glossary();
        OpenSearchMatchEngine shared = OpenSearchMatchEngine.shipped(
                cluster,
                new OpenSearchMatchEngine.Settings(PREFIX, 1, Duration.ofMinutes(1)),
                LargeLab.WORDS,
                JsonMapper.builder().build(),
                Clock.systemUTC());
        try (LuceneMatchEngine own = new LuceneMatchEngine(LargeLab.WORDS)) {
            own.rebuild(glossary, Stream.of(), Stream.of());
            shared.rebuild(glossary, Stream.of(), Stream.of());
            own.rebuild(glossary, lab.documents(size), Stream.of());
            long start = System.nanoTime();
            shared.rebuild(glossary, lab.documents(size), Stream.of());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%,d documents: written in %.1f s (%,.0f a second)%n", size, seconds, size / seconds);
            start = System.nanoTime();
            shared.rebuild(glossary, lab.documents(size), Stream.of());
            System.out.printf("  found unchanged in %.1f s%n", (System.nanoTime() - start) / 1e9);
            cluster.ask("POST", "/" + PREFIX + "-*/_forcemerge?max_num_segments=1", "", Duration.ofMinutes(10));
            System.out.printf("  %,d bytes a document on disk%n", bytes() / size);
            // Warms both up.
            compare(own, shared);
            time(shared, 1);
            time(shared, 2);
            time(own, 1);
            changes(shared, size);
        }
    }

    private long bytes() {
        JsonNode told = cluster.ask("GET", "/" + PREFIX + "-*/_stats/store", "", Duration.ofMinutes(1))
                .body();
        return told.path("_all")
                .path("primaries")
                .path("store")
                .path("size_in_bytes")
                .asLong();
    }

    private void compare(MatchEngine own, MatchEngine shared) {
        int expected = 0;
        int found = 0;
        int first = 0;
        int answered = 0;
        double difference = 0;
        for (Experts.Need need : needs) {
            List<Match> best = best(own, need);
            List<Match> got = best(shared, need);
            Map<Subject, Double> scores = new HashMap<>();
            got.forEach(match -> scores.put(match.subject(), match.score()));
            expected += best.size();
            for (Match match : best) {
                Double score = scores.get(match.subject());
                if (score != null) {
                    found++;
                    difference = Math.max(difference, Math.abs(score - match.score()));
                }
            }
            if (!best.isEmpty()) {
                answered++;
                first += !got.isEmpty()
                                && got.getFirst()
                                        .subject()
                                        .equals(best.getFirst().subject())
                        ? 1
                        : 0;
            }
        }
        System.out.printf(
                "  of the best %d in memory it finds %.4f, the same first for %d of %d needs; scores differ by %.1e at most%n",
                TOP, found / (double) expected, first, answered, difference);
    }

    private void time(MatchEngine engine, int threads) {
        long[] nanos = new long[ROUNDS * needs.size()];
        LongAdder cpu = new LongAdder();
        long nodeBefore = nodeMillis();
        long began = System.nanoTime();
        List<Thread> all = IntStream.range(0, threads)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> {
                    for (int i = thread; i < nanos.length; i += threads) {
                        long start = System.nanoTime();
                        best(engine, needs.get(i % needs.size()));
                        nanos[i] = System.nanoTime() - start;
                    }
                    cpu.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                }))
                .toList();
        try {
            for (Thread thread : all) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "  %s, %d asking: mean of processor time %.1f ms here and %.1f in the node; %.1f rankings a second; median"
                        + " %.1f ms, 90 %% in %.1f, 99 %% in %.1f%n",
                engine.getClass().getSimpleName(),
                threads,
                cpu.sum() / 1e6 / nanos.length,
                (nodeMillis() - nodeBefore) / (double) nanos.length,
                nanos.length / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    private long nodeMillis() {
        return node.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private void changes(OpenSearchMatchEngine engine, int size) {
        long[] nanos = new long[15];
        for (int i = 0; i < nanos.length; i++) {
            int owner = i * 31 % Math.max(1, size / 20);
            long began = System.nanoTime();
            engine.replace(LargeLab.researcher(owner), List.of(lab.document(owner, size + i)));
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  a changed profile is ranked after: median %.1f ms, most %.1f%n",
                nanos[nanos.length / 2] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    private static List<Match> best(MatchEngine engine, Experts.Need need) {
        return switch (engine.rank(Experts.probe(need), Direction.EXPERTS_FOR_NEED, Set.of(Audience.PUBLIC), TOP)) {
            case Ranking.Matches(var matches, var version) -> matches;
            case Ranking.Abstained abstained -> List.of();
        };
    }
}

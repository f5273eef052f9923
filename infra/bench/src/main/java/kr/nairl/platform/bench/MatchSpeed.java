package kr.nairl.platform.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Direction;
import kr.nairl.platform.core.matching.LuceneMatchEngine;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;

/**
 * Times the product's engine in a large lab: {@code MatchSpeed NEEDS FOLDER SIZE...}. For each number of documents it says
 * how fast they are read and what memory they take, how long the 20 best with reasons take for each of the judged needs,
 * how soon a changed profile is ranked, and how many of the best an exhaustive ranking finds that the limited one does not.
 */
final class MatchSpeed {

    private static final int TOP = 20;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    private final LargeLab lab;
    private final List<Experts.Need> needs;

    private MatchSpeed(LargeLab lab, List<Experts.Need> needs) {
        this.lab = lab;
        this.needs = needs;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            System.err.println("usage: infra/bench/match-speed FOLDER SIZE...");
            System.exit(2);
        }
        List<Experts.Need> needs =
                JsonLines.read(Path.of(args[0]).resolve("needs.jsonl"), Experts.Need.class, need -> {});
        MatchSpeed speed = new MatchSpeed(new LargeLab(Path.of(args[1])), needs);
        for (String size : Arrays.asList(args).subList(2, args.length)) {
            speed.measure(Integer.parseInt(size));
        }
    }

    private void measure(int size) {
        Glossary glossary = GlossaryTable.shipped().glossary();
        try (LuceneMatchEngine engine = new LuceneMatchEngine(LargeLab.WORDS)) {
            engine.rebuild(glossary, Stream.of(), Stream.of());
            long before = usedBytes();
            long start = System.nanoTime();
            engine.rebuild(glossary, lab.documents(size), Stream.of());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%,d documents: read in %.1f s (%,.0f a second), %,d bytes each%n",
                    size, seconds, size / seconds, (usedBytes() - before) / size);
            time(engine);
            changes(engine, size);
            recall(engine);
        }
    }

    private void time(LuceneMatchEngine engine) {
        long[] nanos = new long[ROUNDS * needs.size()];
        long cpu = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < needs.size(); i++) {
                long began = System.nanoTime();
                best(engine, needs.get(i));
                nanos[Math.max(0, round) * needs.size() + i] = System.nanoTime() - began;
            }
            if (round >= 0) {
                cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  best %d with reasons: mean of processor time %.2f ms; median %.2f ms, 90 %% in %.2f, 99 %% in %.2f%n",
                TOP,
                cpu / 1e6 / nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    /** How long until a ranking sees a changed profile. */
    private void changes(LuceneMatchEngine engine, int size) {
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

    private void recall(LuceneMatchEngine engine) {
        double found = 0;
        double foundOfFirst = 0;
        int compared = 0;
        for (int i = 0; i < needs.size(); i++) {
            List<UUID> limited = best(engine, needs.get(i));
            engine.exhaustive(true);
            List<UUID> all = best(engine, needs.get(i));
            engine.exhaustive(false);
            if (!all.isEmpty()) {
                compared++;
                found += part(limited, all);
                foundOfFirst += part(limited, all.subList(0, Math.min(5, all.size())));
            }
        }
        System.out.printf(
                "  of the exhaustive ranking's best %d it finds %.3f, of the best 5 %.3f (%d needs)%n",
                TOP, found / compared, foundOfFirst / compared, compared);
    }

    private static double part(List<UUID> found, List<UUID> wanted) {
        return wanted.stream().filter(found::contains).count() / (double) wanted.size();
    }

    private static List<UUID> best(LuceneMatchEngine engine, Experts.Need need) {
        Ranking ranking = engine.rank(Experts.probe(need), Direction.EXPERTS_FOR_NEED, Set.of(Audience.PUBLIC), TOP);
        return switch (ranking) {
            case Ranking.Matches matches ->
                matches.matches().stream().map(match -> match.subject().uuid()).toList();
            case Ranking.Abstained abstained -> List.of();
        };
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

package kr.nairl.platform.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Direction;
import kr.nairl.platform.core.matching.LuceneMatchEngine;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The 20 best with reasons for one judged need after another, in labs of growing size, beside a plain BM25 query for the
 * same need over the same documents: {@code RankingBenchmark NEEDS FOLDER SIZE...}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class RankingBenchmark {

    private static final int TOP = 20;

    /** Where the judged needs are. */
    @Param("")
    public String needs = "";

    /** Where the texts are that the lab is made of. */
    @Param("")
    public String texts = "";

    @Param("1000")
    public int documents;

    private List<Experts.Need> asked = List.of();
    private @Nullable LuceneMatchEngine engine;
    private @Nullable PlainLucene plain;
    private int next;

    public static void main(String[] args) throws RunnerException {
        if (args.length < 3) {
            System.err.println("usage: infra/bench/match-speed --jmh FOLDER SIZE...");
            System.exit(2);
        }
        new Runner(new OptionsBuilder()
                        .include(RankingBenchmark.class.getSimpleName())
                        .param("needs", args[0])
                        .param("texts", args[1])
                        .param("documents", Arrays.copyOfRange(args, 2, args.length))
                        .build())
                .run();
    }

    @Setup
    public void fill() throws IOException {
        asked = JsonLines.read(Path.of(needs).resolve("needs.jsonl"), Experts.Need.class, need -> {});
        LargeLab lab = new LargeLab(Path.of(texts));
        engine = new LuceneMatchEngine(LargeLab.WORDS);
        engine.rebuild(GlossaryTable.shipped().glossary(), lab.documents(documents), Stream.of());
        plain = new PlainLucene(lab.documents(documents));
    }

    @TearDown
    public void close() {
        Objects.requireNonNull(engine).close();
        Objects.requireNonNull(plain).close();
    }

    @Benchmark
    public Ranking ranking() {
        return Objects.requireNonNull(engine)
                .rank(Experts.probe(need()), Direction.EXPERTS_FOR_NEED, Set.of(Audience.PUBLIC), TOP);
    }

    @Benchmark
    public int[] plainBm25() {
        Experts.Need need = need();
        String text = Objects.requireNonNullElse(need.title(), "") + "\n" + Objects.requireNonNullElse(need.text(), "");
        return Objects.requireNonNull(plain).best(text, TOP);
    }

    private Experts.Need need() {
        next = (next + 1) % asked.size();
        return asked.get(next);
    }
}

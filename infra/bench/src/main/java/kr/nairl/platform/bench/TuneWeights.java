package kr.nairl.platform.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kr.nairl.platform.bench.MatchQuality.Task;
import kr.nairl.platform.core.matching.Embedding;
import kr.nairl.platform.core.matching.LuceneMatchEngine;
import kr.nairl.platform.core.vocabulary.GlossaryTable;

/**
 * Chooses weights by coordinate ascent on development data only: {@code TuneWeights JUDGED FOLDER [weight ...]}. The figure
 * is the mean of nDCG over the judged needs' development half (counted three times for each language) and over every
 * second query of the folder's tasks. Prints each better set as it is found.
 */
final class TuneWeights {

    private static final double[] FACTORS = {0.5, 0.75, 1.33, 2};
    private static final int JUDGED_COUNTS = 3;

    /** The most queries of a task that one look takes. */
    private static final int QUERIES = 60;

    private static final int DEPTH = 10;

    private final List<Task> tasks;
    private final Map<Task, Integer> counts = new HashMap<>();

    private final Embedding embedding = new Remembering(Experts.model("shipped").getBean(Embedding.class));

    /** Texts are the same at every look. */
    private record Remembering(Embedding asked, Map<String, float[]> known) implements Embedding {

        Remembering(Embedding asked) {
            this(asked, new ConcurrentHashMap<>());
        }

        @Override
        public String model() {
            return asked.model();
        }

        @Override
        public float[] embed(String english) {
            return known.computeIfAbsent(english, asked::embed);
        }
    }

    private TuneWeights(Path judged, Path folder, boolean all) throws IOException {
        this.tasks = new ArrayList<>();
        for (Task task : MatchQuality.judgedTasks(judged, "dev")) {
            tasks.add(task);
            counts.put(task, JUDGED_COUNTS);
        }
        if (all) {
            for (Task task : MatchQuality.tasks(folder)) {
                List<Experts.Need> half = new ArrayList<>();
                int step = Math.max(2, 2 * (task.needs().size() / 2 / QUERIES));
                for (int i = 0; i < task.needs().size() && half.size() < QUERIES; i += step) {
                    half.add(task.needs().get(i));
                }
                Task some = new Task(task.name(), task.experts(), half, task.grades());
                tasks.add(some);
                counts.put(some, 1);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        boolean all = !Boolean.getBoolean("judgedOnly");
        TuneWeights tuning = new TuneWeights(Path.of(args[0]), Path.of(args[1]), all);
        List<String> names = List.of(args).subList(2, args.length);
        tuning.climb(names);
    }

    private void climb(List<String> names) throws IOException {
        Map<String, Double> best = new HashMap<>();
        double figure = figure(best);
        System.out.printf("start %.4f%n", figure);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (String name : names) {
                double now = best.getOrDefault(
                        name, Objects.requireNonNull(LuceneMatchEngine.weights().get(name)));
                for (double factor : FACTORS) {
                    Map<String, Double> tried = new HashMap<>(best);
                    tried.put(name, now * factor);
                    double reached = figure(tried);
                    if (reached > figure + 0.0005) {
                        figure = reached;
                        best = tried;
                        moved = true;
                        System.out.printf("%.4f %s%n", figure, best);
                    }
                }
            }
        }
    }

    private double figure(Map<String, Double> weights) throws IOException {
        double sum = 0;
        double count = 0;
        StringBuilder each = new StringBuilder();
        try (Experts engine = new Experts(GlossaryTable.shipped().glossary(), embedding, () -> {}, weights)) {
            for (Task task : tasks) {
                double mean = MatchQuality.ndcg(engine, task, task.name().startsWith("dev") ? 5 : DEPTH);
                int times = Objects.requireNonNull(counts.get(task));
                sum += times * mean;
                count += times;
                each.append(String.format(" %s %.3f", task.name(), mean));
            }
        }
        if (Boolean.getBoolean("each")) {
            System.out.printf("  %.4f%s %s%n", sum / count, each, weights);
        }
        return sum / count;
    }
}

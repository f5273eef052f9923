package kr.nairl.platform.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All tasks, measured with one engine version in one run.
 *
 * @param version as {@link EngineVersion#toString}
 * @param seed of the bootstrap
 * @param ingredients {@link QualityRecord#ingredients} when it was measured
 * @param figures in the order of the tasks
 */
public record QualityRun(String version, LocalDate date, long seed, String ingredients, List<QualityFigures> figures) {

    /** Languages that differ by less are alike. */
    private static final double ALIKE = 0.03;

    public QualityRun {
        figures = figures.stream()
                .sorted(Comparator.comparing(QualityFigures::task))
                .toList();
        if (figures.stream().map(QualityFigures::task).distinct().count() != figures.size()) {
            throw new IllegalArgumentException("a task twice in " + version);
        }
    }

    /** What the figures say against the engine. */
    public sealed interface Weakness {

        /** The engine reaches less than good simple systems did on data of the same kind. */
        record BelowAim(QualityFigures figures, double aim) implements Weakness {}

        /** Chance could explain its lead over a plain search, or it is behind. */
        record NotAhead(QualityFigures figures) implements Weakness {}

        /** It serves one language worse, on needs that no weight was chosen on. */
        record Language(QualityFigures weaker, QualityFigures stronger) implements Weakness {}
    }

    public Optional<QualityFigures> of(QualityTask task) {
        return figures.stream().filter(one -> one.task() == task).findFirst();
    }

    /** What the figures say against the engine, by task. */
    public List<Weakness> weaknesses() {
        List<Weakness> found = new ArrayList<>();
        QualityFigures korean = of(QualityTask.JUDGED_TEST_KO).orElse(null);
        QualityFigures english = of(QualityTask.JUDGED_TEST_EN).orElse(null);
        if (korean != null && english != null) {
            double ahead = korean.gain().mean() - english.gain().mean();
            if (Math.abs(ahead) >= ALIKE) {
                found.add(ahead < 0 ? new Weakness.Language(korean, english) : new Weakness.Language(english, korean));
            }
        }
        for (QualityFigures one : figures) {
            one.task().aim().ifPresent(aim -> {
                if (one.gain().mean() < aim) {
                    found.add(new Weakness.BelowAim(one, aim));
                }
            });
            if (!one.bm25().isBeaten() || !one.tfIdf().isBeaten()) {
                found.add(new Weakness.NotAhead(one));
            }
        }
        return List.copyOf(found);
    }
}

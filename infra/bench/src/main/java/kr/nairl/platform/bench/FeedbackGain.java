package kr.nairl.platform.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kr.nairl.platform.bench.Experts.Expert;
import kr.nairl.platform.bench.Experts.Need;
import kr.nairl.platform.bench.Experts.Ranked;
import kr.nairl.platform.bench.MatchQuality.JudgedNeed;
import kr.nairl.platform.bench.MatchQuality.Judgement;
import kr.nairl.platform.core.matching.Answer;
import kr.nairl.platform.core.matching.Leaning;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.GlossaryTable;

/**
 * What answers to earlier needs are worth: {@code FeedbackGain JUDGED}. The judged needs are split into folds; for each
 * fold the answers come from the other folds' needs alone, as their companies would have given them to the first five
 * shown (grade 3: a request that is accepted; not graded, so 0: set aside as another field; 1 and 2: nothing), and the
 * fold's needs are ranked without and with them. Only researchers are answered about, as in the product. Once the folds are
 * drawn need by need, once whole industries are kept apart, so that no need of the same trade has been answered before.
 */
final class FeedbackGain {

    private static final int SHOWN = 5;
    private static final int TOPICS = 6;
    private static final int TOP = 100;
    private static final int FOLDS = 10;

    private final Map<String, List<Ranked>> rankings = new LinkedHashMap<>();
    private final Map<String, Set<ConceptId>> topics = new HashMap<>();
    private final Map<String, Map<String, Integer>> grades;
    private final Leaning leaning = Leaning.shipped();

    private FeedbackGain(Experts engine, List<JudgedNeed> needs, Map<String, Map<String, Integer>> grades) {
        this.grades = grades;
        for (JudgedNeed need : needs) {
            Need asked = MatchQuality.asked(need);
            rankings.put(need.id(), engine.rank(asked, TOP));
            topics.put(need.id(), engine.topics(asked, TOPICS));
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<JudgedNeed> needs = JsonLines.read(folder.resolve("needs.jsonl"), JudgedNeed.class, any -> {}).stream()
                .filter(JudgedNeed::answerable)
                .toList();
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        JsonLines.read(folder.resolve("judgements.jsonl"), Judgement.class, any -> {})
                .forEach(judgement -> grades.computeIfAbsent(judgement.need(), any -> new HashMap<>())
                        .put(judgement.expert(), judgement.grade()));
        try (Experts engine = new Experts(GlossaryTable.shipped().glossary(), "shipped", Map.of())) {
            engine.fill(JsonLines.read(folder.resolve("experts.jsonl"), Expert.class, any -> {}), null);
            FeedbackGain gain = new FeedbackGain(engine, needs, grades);
            System.out.println("answers from        needs  answers  moved  nDCG@5 before  after  difference (95 %)");
            gain.measure("other needs", needs, JudgedNeed::id);
            gain.measure("other industries", needs, JudgedNeed::industry);
            for (String half : List.of("dev", "test")) {
                List<JudgedNeed> some =
                        needs.stream().filter(need -> need.half().equals(half)).toList();
                gain.measure("other needs, " + half, some, JudgedNeed::id);
            }
        }
    }

    private void measure(String name, List<JudgedNeed> needs, Function<JudgedNeed, String> kept) {
        double[] before = new double[needs.size()];
        double[] after = new double[needs.size()];
        int moved = 0;
        int given = 0;
        for (int i = 0; i < needs.size(); i++) {
            JudgedNeed need = needs.get(i);
            Map<String, List<Answer>> answers = answers(needs.stream()
                    .filter(other -> fold(kept.apply(other)) != fold(kept.apply(need)))
                    .toList());
            given += answers.values().stream().mapToInt(Collection::size).sum();
            Map<String, Integer> graded = grades.getOrDefault(need.id(), Map.of());
            List<String> plain = ids(ranking(need));
            List<String> learned = ids(ranking(need).stream()
                    .map(one -> new Ranked(
                            one.id(),
                            leaning.moved(
                                    one.score(),
                                    leaning.of(
                                            topics.getOrDefault(need.id(), Set.of()),
                                            answers.getOrDefault(one.id(), List.of())))))
                    .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                    .toList());
            before[i] = Measure.ndcg(plain, graded, SHOWN);
            after[i] = Measure.ndcg(learned, graded, SHOWN);
            moved += plain.stream()
                            .limit(SHOWN)
                            .toList()
                            .equals(learned.stream().limit(SHOWN).toList())
                    ? 0
                    : 1;
        }
        Measure.Difference difference = Measure.difference(after, before);
        System.out.printf(
                "%-18s  %5d  %7d  %5d  %13.3f  %5.3f  %+.3f (%+.3f to %+.3f)%n",
                name,
                needs.size(),
                given / Math.max(1, needs.size()),
                moved,
                Measure.mean(before),
                Measure.mean(after),
                difference.mean(),
                difference.low(),
                difference.high());
    }

    private Map<String, List<Answer>> answers(List<JudgedNeed> needs) {
        Map<String, List<Answer>> answers = new HashMap<>();
        for (JudgedNeed need : needs) {
            Map<String, Integer> graded = grades.getOrDefault(need.id(), Map.of());
            ranking(need).stream()
                    .limit(SHOWN)
                    .filter(one -> one.id().startsWith("researcher:"))
                    .forEach(one -> {
                        int grade = graded.getOrDefault(one.id(), 0);
                        if (grade == 3 || grade == 0) {
                            answers.computeIfAbsent(one.id(), any -> new ArrayList<>())
                                    .add(answer(
                                            need,
                                            one.id(),
                                            grade == 3 ? Answer.Kind.ACCEPTED : Answer.Kind.WRONG_FIELD));
                        }
                    });
        }
        return answers;
    }

    private Answer answer(JudgedNeed need, String expert, Answer.Kind kind) {
        return new Answer(
                new ResearcherId(uuid(expert)),
                new OrganisationId(uuid(need.id())),
                kind,
                false,
                topics.getOrDefault(need.id(), Set.of()));
    }

    private List<Ranked> ranking(JudgedNeed need) {
        return rankings.getOrDefault(need.id(), List.of());
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::id).toList();
    }

    private static int fold(String key) {
        return Math.floorMod(uuid(key).hashCode(), FOLDS);
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}

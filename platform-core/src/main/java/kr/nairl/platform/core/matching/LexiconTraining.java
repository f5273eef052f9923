package kr.nairl.platform.core.matching;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * Learns a {@link Lexicon} from texts that say the same in Korean and English: IBM model 1 (Brown et al. 1993, "The
 * Mathematics of Statistical Machine Translation") by expectation maximisation, once in each direction, over the index
 * forms of {@link TextAnalysis}. Deterministic: the same pairs in the same order give the same lexicon.
 */
public final class LexiconTraining {

    /** The same said twice. */
    public record Said(String ko, String en) {}

    private static final int ROUNDS = 6;

    /** Longer texts align too loosely to teach anything, and cost the product of their lengths. */
    private static final int LONGEST = 64;

    private static final int LEAST_SEEN = 2;
    private static final int MOST_TRANSLATIONS = 8;
    private static final double LEAST_PROBABILITY = 0.02;

    /** Of every word that is said by nothing in particular. */
    private static final int NOTHING = 0;

    private final TextAnalysis analysis;
    private final Words korean = new Words(Language.KO);
    private final Words english = new Words(Language.EN);
    private final List<int[]> koreanTexts = new ArrayList<>();
    private final List<int[]> englishTexts = new ArrayList<>();

    private LexiconTraining(Glossary glossary) {
        this.analysis = new TextAnalysis(glossary);
    }

    /**
     * Learns from these pairs and writes the lexicon's stored form.
     *
     * @param pairs read once, in order
     * @param glossary whose labels tell the Korean analysis what is one word
     * @return a line for people: pairs used, words with translations in each language
     */
    public static String learn(Stream<Said> pairs, Glossary glossary, OutputStream out) throws IOException {
        LexiconTraining training = new LexiconTraining(glossary);
        Lexicon lexicon = training.learn(pairs);
        lexicon.write(out);
        return "%d pairs, %d Korean and %d English words with translations"
                .formatted(training.koreanTexts.size(), lexicon.size(Language.KO), lexicon.size(Language.EN));
    }

    static Lexicon learn(Stream<Said> pairs, Glossary glossary) {
        return new LexiconTraining(glossary).learn(pairs);
    }

    private Lexicon learn(Stream<Said> pairs) {
        pairs.forEachOrdered(this::take);
        Table table = new Table(koreanTexts, englishTexts);
        float[] englishGivenKorean = table.probabilities(false);
        float[] koreanGivenEnglish = table.probabilities(true);
        Map<TextAnalysis.Term, List<Lexicon.Translation>> translations = new HashMap<>();
        collect(translations, table, englishGivenKorean, koreanGivenEnglish, false);
        collect(translations, table, koreanGivenEnglish, englishGivenKorean, true);
        Map<TextAnalysis.Term, String> written = new HashMap<>();
        korean.writtenMostly(written);
        english.writtenMostly(written);
        return Lexicon.of(translations, written);
    }

    private void take(Said said) {
        int[] ko = korean.of(said.ko());
        int[] en = english.of(said.en());
        if (ko.length > 0 && en.length > 0 && ko.length <= LONGEST && en.length <= LONGEST) {
            koreanTexts.add(ko);
            englishTexts.add(en);
        }
    }

    /** The likeliest translations of each word; a pair counts by how surely each of the two says the other. */
    private void collect(
            Map<TextAnalysis.Term, List<Lexicon.Translation>> translations,
            Table table,
            float[] there,
            float[] back,
            boolean reversed) {
        Words from = reversed ? english : korean;
        Words to = reversed ? korean : english;
        Map<Integer, List<Lexicon.Translation>> byWord = new HashMap<>();
        for (int cell = 0; cell < table.size(); cell++) {
            int word = reversed ? table.english(cell) : table.korean(cell);
            int said = reversed ? table.korean(cell) : table.english(cell);
            double probability = Math.sqrt((double) there[cell] * back[cell]);
            if (word != NOTHING
                    && said != NOTHING
                    && probability >= LEAST_PROBABILITY
                    && from.seen(word) >= LEAST_SEEN
                    && to.seen(said) >= LEAST_SEEN) {
                byWord.computeIfAbsent(word, any -> new ArrayList<>())
                        .add(new Lexicon.Translation(to.term(said), probability));
            }
        }
        byWord.forEach((word, all) -> {
            List<Lexicon.Translation> best = all.stream()
                    .sorted(Comparator.comparingDouble(Lexicon.Translation::probability)
                            .reversed()
                            .thenComparing(Lexicon.Translation::term))
                    .limit(MOST_TRANSLATIONS)
                    .toList();
            double sum =
                    best.stream().mapToDouble(Lexicon.Translation::probability).sum();
            translations.put(
                    from.term(word),
                    best.stream()
                            .map(translation -> new Lexicon.Translation(
                                    translation.term(), translation.probability() / Math.max(1, sum)))
                            .toList());
        });
    }

    /** Numbers for the forms of one language, from 1. */
    private final class Words {

        private final Language language;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> forms = new ArrayList<>(List.of(""));
        private final List<Integer> seen = new ArrayList<>(List.of(0));
        private final List<Map<String, Integer>> surfaces = new ArrayList<>(List.of(Map.of()));

        Words(Language language) {
            this.language = language;
        }

        /** The text's forms of the language, each once, in the order of their numbers. */
        int[] of(String text) {
            Set<Integer> found = new LinkedHashSet<>();
            for (TextAnalysis.Sentence sentence : analysis.sentences(text)) {
                for (TextAnalysis.Word word : sentence.words()) {
                    if (word.term().language() == language) {
                        int number = numbers.computeIfAbsent(word.term().form(), form -> {
                            forms.add(form);
                            seen.add(0);
                            surfaces.add(new HashMap<>(2));
                            return forms.size() - 1;
                        });
                        found.add(number);
                        String surface = sentence.text().substring(word.start(), word.end());
                        surfaces.get(number).merge(surface.toLowerCase(Locale.ROOT), 1, Integer::sum);
                    }
                }
            }
            found.forEach(number -> seen.set(number, seen.get(number) + 1));
            return found.stream().mapToInt(Integer::intValue).sorted().toArray();
        }

        void writtenMostly(Map<TextAnalysis.Term, String> written) {
            Comparator<Map.Entry<String, Integer>> order = Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));
            for (int number = 1; number < forms.size(); number++) {
                TextAnalysis.Term term = term(number);
                surfaces.get(number).entrySet().stream()
                        .max(order)
                        .ifPresent(surface -> written.put(term, surface.getKey()));
            }
        }

        TextAnalysis.Term term(int number) {
            return new TextAnalysis.Term(language, forms.get(number));
        }

        int seen(int number) {
            return seen.get(number);
        }
    }

    /** Every pair of words that stand in one pair of texts, once, and for each text its cells. */
    private static final class Table {

        private final List<int[]> korean;
        private final List<int[]> english;
        private final long[] cells;

        /** Cells of the texts one after the other: for each Korean word, {@link #NOTHING} first, each English one. */
        private final int[] places;

        Table(List<int[]> korean, List<int[]> english) {
            this.korean = korean;
            this.english = english;
            int count = 0;
            for (int text = 0; text < korean.size(); text++) {
                count += (korean.get(text).length + 1) * (english.get(text).length + 1);
            }
            long[] all = new long[count];
            int next = 0;
            for (int text = 0; text < korean.size(); text++) {
                for (int ko = -1; ko < korean.get(text).length; ko++) {
                    for (int en = -1; en < english.get(text).length; en++) {
                        all[next++] = key(text, ko, en);
                    }
                }
            }
            long[] sorted = all.clone();
            Arrays.parallelSort(sorted);
            int kept = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[kept++] = sorted[i];
                }
            }
            this.cells = Arrays.copyOf(sorted, kept);
            this.places = IntStream.range(0, count)
                    .parallel()
                    .map(i -> Arrays.binarySearch(cells, all[i]))
                    .toArray();
        }

        private long key(int text, int ko, int en) {
            long left = ko < 0 ? NOTHING : korean.get(text)[ko];
            long right = en < 0 ? NOTHING : english.get(text)[en];
            return left << 32 | right;
        }

        int size() {
            return cells.length;
        }

        int korean(int cell) {
            return (int) (cells[cell] >>> 32);
        }

        int english(int cell) {
            return (int) cells[cell];
        }

        /** For each cell, how likely its English word is said for its Korean one, or reversed. */
        float[] probabilities(boolean reversed) {
            float[] probability = new float[cells.length];
            Arrays.fill(probability, 1);
            for (int round = 0; round < ROUNDS; round++) {
                float[] expected = new float[cells.length];
                int start = 0;
                for (int text = 0; text < korean.size(); text++) {
                    int rows = korean.get(text).length + 1;
                    int columns = english.get(text).length + 1;
                    expect(probability, expected, start, rows, columns, reversed);
                    start += rows * columns;
                }
                probability = normalised(expected, reversed);
            }
            return probability;
        }

        /** Each word said is shared out among the words that may have given it. */
        private void expect(float[] probability, float[] expected, int start, int rows, int columns, boolean reversed) {
            int said = reversed ? rows : columns;
            int given = reversed ? columns : rows;
            int saidStep = reversed ? columns : 1;
            int givenStep = reversed ? 1 : columns;
            for (int s = 1; s < said; s++) {
                float sum = 0;
                for (int g = 0; g < given; g++) {
                    sum += probability[places[start + s * saidStep + g * givenStep]];
                }
                for (int g = 0; g < given && sum > 0; g++) {
                    int place = places[start + s * saidStep + g * givenStep];
                    expected[place] += probability[place] / sum;
                }
            }
        }

        private float[] normalised(float[] expected, boolean reversed) {
            Map<Integer, Double> sums = new HashMap<>();
            for (int cell = 0; cell < cells.length; cell++) {
                sums.merge(reversed ? english(cell) : korean(cell), (double) expected[cell], Double::sum);
            }
            float[] probability = new float[cells.length];
            for (int cell = 0; cell < cells.length; cell++) {
                double sum = sums.getOrDefault(reversed ? english(cell) : korean(cell), 0.0);
                probability[cell] = sum > 0 ? (float) (expected[cell] / sum) : 0;
            }
            return probability;
        }
    }
}

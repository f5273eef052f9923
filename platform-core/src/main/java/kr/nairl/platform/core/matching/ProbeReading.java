package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;

/** What a probe asks: its concepts and words with their weights, and the sentences they stand in. */
final class ProbeReading {

    /** One thing asked. */
    sealed interface Feature {

        /** Above 0. */
        double weight();
    }

    /** A concept asked, with what it may be met by. */
    record AskedConcept(ConceptId concept, double weight, Ground ground, Map<ConceptId, Double> credits)
            implements Feature {}

    /** Why a concept is asked. */
    enum Ground {
        CHOSEN,
        FOUND,
        /** Needs like this one ask it, though this one names it nowhere. */
        IMPLIED
    }

    /** A word asked, with the words it may be met by. {@code written}: as the probe has it first. */
    record AskedWord(TextAnalysis.Term term, double weight, String written, Map<TextAnalysis.Term, Double> credits)
            implements Feature {}

    /** What the probe means as a whole: the places of its texts. The weight is relative to all the rest. */
    record AskedMeaning(List<float[]> places, double weight) implements Feature {}

    /** A text of the probe as it was read. */
    record Text(Probe.Text text, List<TextAnalysis.Sentence> sentences) {}

    /** A sentence of the probe. */
    record Place(SourceReference source, TextAnalysis.Sentence sentence) {}

    /** A probe can be as long as a researcher's whole record; this many words carry it. */
    private static final int MOST_WORDS = 160;

    private volatile @Nullable List<Interpretation.Implied> spokenFor;

    private final List<Feature> features = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private final Probe probe;
    private final List<Text> texts;
    private final List<float[]> meanings;

    ProbeReading(
            Probe probe,
            List<Text> texts,
            List<float[]> meanings,
            Interpretation interpretation,
            List<Interpretation.Implied> implied) {
        this.probe = probe;
        this.texts = texts;
        this.meanings = meanings;
        Lexicon lexicon = interpretation.lexicon();
        Weights weights = interpretation.weights();
        Map<ConceptId, Tally> concepts = new TreeMap<>(Comparator.comparing(ConceptId::value));
        Map<TextAnalysis.Term, Tally> words = new LinkedHashMap<>();
        for (Text read : texts) {
            Probe.Text text = read.text();
            double emphasis = switch (text.emphasis()) {
                case TITLE -> weights.title();
                case BODY -> 1;
                case ASIDE -> weights.aside();
            };
            for (TextAnalysis.Sentence sentence : read.sentences()) {
                places.add(new Place(text.source(), sentence));
                for (Glossary.Mention mention : sentence.mentions()) {
                    concepts.computeIfAbsent(mention.concept(), any -> new Tally(""))
                            .add(emphasis);
                }
                for (TextAnalysis.Word word : sentence.words()) {
                    String written = sentence.text().substring(word.start(), word.end());
                    double share = sentence.covered(word) ? weights.wordInConcept() : 1;
                    words.computeIfAbsent(word.term(), any -> new Tally(written))
                            .add(emphasis * share);
                }
            }
        }
        Glossary glossary = interpretation.glossary();
        probe.topics().stream()
                .filter(topic -> glossary.entry(topic).isPresent())
                .forEach(topic -> concepts.computeIfAbsent(topic, any -> new Tally("")).chosen = true);
        for (Interpretation.Implied one : implied) {
            concepts.computeIfAbsent(one.concept(), any -> new Tally("")).implied = one.strength();
        }
        concepts.forEach((concept, tally) -> {
            double found = weights.foundConcept() * tally.strength();
            double stated = tally.chosen ? weights.chosenTopic() + 0.25 * found : found;
            Ground ground = tally.chosen ? Ground.CHOSEN : tally.sum > 0 ? Ground.FOUND : Ground.IMPLIED;
            double weight = stated + weights.implied() * tally.implied;
            features.add(new AskedConcept(concept, weight, ground, credits(concept, glossary, weights)));
        });
        // A probe written in both languages says everything twice; its concepts are counted once anyway.
        double word = bilingual(probe) ? weights.word() * 0.6 : weights.word();
        words.entrySet().stream()
                .map(entry -> new AskedWord(
                        entry.getKey(),
                        word * entry.getValue().strength(),
                        entry.getValue().written,
                        translations(entry.getKey(), lexicon, weights)))
                .sorted(Comparator.comparingDouble(AskedWord::weight).reversed())
                .limit(MOST_WORDS)
                .sorted(Comparator.comparing(AskedWord::term))
                .forEach(features::add);
        if (!implied.isEmpty()) {
            keepTotal(implied, weights);
        }
        double meaning = implied.isEmpty() ? weights.meaning() : weights.meaningBesideImplied();
        if (!meanings.isEmpty() && meaning > 0) {
            features.add(new AskedMeaning(meanings, meaning));
        }
    }

    /** What examples speak for; asked once, and twice where two threads ask at the same moment. */
    List<Interpretation.Implied> spokenFor(Function<ProbeReading, List<Interpretation.Implied>> ask) {
        List<Interpretation.Implied> known = spokenFor;
        if (known == null) {
            known = ask.apply(this);
            spokenFor = known;
        }
        return known;
    }

    /** The same with what it implies. */
    ProbeReading with(List<Interpretation.Implied> implied, Interpretation interpretation) {
        return new ProbeReading(probe, texts, meanings, interpretation, implied);
    }

    /** What is implied takes its weight from the rest, so that scores mean the same with and without it. */
    private void keepTotal(List<Interpretation.Implied> implied, Weights weights) {
        double all = features.stream().mapToDouble(Feature::weight).sum();
        double stated = all
                - weights.implied()
                        * implied.stream()
                                .mapToDouble(Interpretation.Implied::strength)
                                .sum();
        double factor = Math.max(1, stated) / all;
        features.replaceAll(feature -> switch (feature) {
            case AskedConcept(var concept, var weight, var ground, var credits) ->
                new AskedConcept(concept, weight * factor, ground, credits);
            case AskedWord(var term, var weight, var written, var credits) ->
                new AskedWord(term, weight * factor, written, credits);
            case AskedMeaning meaning -> meaning;
        });
    }

    private static Map<TextAnalysis.Term, Double> translations(
            TextAnalysis.Term term, Lexicon lexicon, Weights weights) {
        Map<TextAnalysis.Term, Double> credits = new LinkedHashMap<>();
        credits.put(term, 1.0);
        for (Lexicon.Translation translation : lexicon.translations(term)) {
            credits.put(translation.term(), weights.translation() * translation.probability());
        }
        return credits;
    }

    /** Does the probe itself name or choose the concept? */
    static boolean states(Feature feature) {
        return feature instanceof AskedConcept asked && asked.ground() != Ground.IMPLIED;
    }

    /** Does the probe itself ask it, in whatever way? */
    static boolean said(Feature feature) {
        return !(feature instanceof AskedConcept asked) || asked.ground() != Ground.IMPLIED;
    }

    List<Feature> features() {
        return Collections.unmodifiableList(features);
    }

    List<Place> places() {
        return places;
    }

    private static boolean bilingual(Probe probe) {
        return probe.texts().stream().map(Probe.Text::language).distinct().count() == 2;
    }

    /** The concept itself and its neighbours, each with the greatest credit that a way to it gives. */
    private static Map<ConceptId, Double> credits(ConceptId concept, Glossary glossary, Weights weights) {
        Map<ConceptId, Double> credits = new LinkedHashMap<>();
        credits.put(concept, 1.0);
        for (ConceptId narrower : glossary.narrower(concept)) {
            credits.merge(narrower, weights.narrower(), Math::max);
            for (ConceptId twice : glossary.narrower(narrower)) {
                credits.merge(twice, weights.narrowerTwice(), Math::max);
            }
        }
        for (ConceptId broader : glossary.broader(concept)) {
            credits.merge(broader, weights.broader(), Math::max);
            for (ConceptId twice : glossary.broader(broader)) {
                credits.merge(twice, weights.broaderTwice(), Math::max);
            }
            double near = weights.sibling() * glossary.specificity(broader);
            for (ConceptId sibling : glossary.narrower(broader)) {
                credits.merge(sibling, near, Math::max);
            }
        }
        return credits;
    }

    private static final class Tally {
        private final String written;
        private double sum;
        private double greatest;
        private boolean chosen;
        private double implied;

        Tally(String written) {
            this.written = written;
        }

        void add(double emphasis) {
            sum += emphasis;
            greatest = Math.max(greatest, emphasis);
        }

        /** One mention counts as its emphasis; many at most half as much again. */
        double strength() {
            return sum == 0 ? 0 : greatest * 1.5 * (sum / greatest) / (sum / greatest + 0.5);
        }
    }
}

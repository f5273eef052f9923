package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * What a glossary lets the engine understand: words, concepts and meanings of texts, and which concepts a need is about
 * although it does not name them. The last is read off the {@linkplain ExampleNeed examples}: all needs that a concept
 * would serve make one text in each language, whose place is the mean of theirs; the concepts are ranked for the need by
 * these texts as researchers are by theirs, and the best of them are implied. Immutable, in memory only; safe for use by
 * many threads.
 */
final class Interpretation {

    /** How strongly the examples speak for a concept, above 0. */
    record Implied(ConceptId concept, double strength) {}

    /** Concepts that speak, best ones first. */
    private static final int SPEAKING = 15;

    private static final int MOST_IMPLIED = 10;
    private static final double LEAST_STRENGTH = 0.04;

    /** Scores are raised to this, so that the best speak loudest. */
    private static final double POWER = 4;

    /** Fewer say too little about a concept. */
    private static final int LEAST_EXAMPLES = 2;

    /** An example's place counts this much for its second concept, and this much of that for its third. */
    private static final double NEXT_CONCEPT = 0.7;

    /** A broader concept gets this much of what is said for a narrower one: neighbours that disagree agree there. */
    private static final double BROADER = 0.4;

    /** Probes whose readings are kept, the last used ones. */
    private static final int KEPT = 256;

    /** A longer probe, such as a researcher's whole record, is read anew each time, in characters. */
    private static final int LONGEST_KEPT = 8_000;

    private final TextAnalysis analysis;
    private final Lexicon lexicon;
    private final Rendering rendering;
    private final Meanings meanings;
    private final Weights weights;
    private final Weights exampleWeights;
    private final DocumentShelf examples;

    /** An interest is ranked again with every page that shows it and every profile that changes. */
    private final Map<Probe, ProbeReading> readings =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Probe, ProbeReading> eldest) {
                    return size() > KEPT;
                }
            });

    Interpretation(Glossary glossary, Lexicon lexicon, Meanings meanings, List<ExampleNeed> examples, Weights weights) {
        this.analysis = new TextAnalysis(glossary);
        this.lexicon = lexicon;
        this.rendering = new Rendering(glossary, lexicon);
        this.meanings = meanings;
        this.weights = weights;
        this.exampleWeights = weights.showingAll().with(Map.of("wordSaturation", weights.exampleSaturation()));
        this.examples = new DocumentShelf(this);
        describe(examples);
    }

    /** What is said of a concept in one language. */
    private record Described(ConceptId concept, Language language) {}

    private static final class Description {
        private final TextReading reading = TextReading.empty();
        private double[] place = {};
        private int examples;

        void add(TextReading example, float[] at, double weight) {
            reading.add(example);
            examples++;
            if (place.length == 0) {
                place = new double[at.length];
            }
            for (int i = 0; i < at.length; i++) {
                place[i] += weight * at[i];
            }
        }

        DocumentShelf.Entry entry(Described of) {
            UUID concept = of.concept().value();
            Subject subject = new Subject.Interest(new InterestId(concept));
            SourceReference source =
                    new SourceReference(SourceReference.Kind.INTEREST, concept, "examples", of.language());
            // Its text is kept nowhere: nobody quotes it.
            IndexedDocument document = new IndexedDocument(
                    source.documentId(subject), subject, source, "", Audience.PUBLIC, Set.of(), Set.of(), 1, true, 0);
            return new DocumentShelf.Entry(document, List.of(), reading, Steps.of(mean()));
        }

        /** Of length 1, or empty. */
        private float[] mean() {
            double length = Math.sqrt(Arrays.stream(place).map(x -> x * x).sum());
            float[] mean = new float[length > 0 ? place.length : 0];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (place[i] / length);
            }
            return mean;
        }
    }

    private void describe(List<ExampleNeed> all) {
        Map<Described, Description> descriptions = new LinkedHashMap<>();
        for (ExampleNeed example : all) {
            List<TextAnalysis.Sentence> sentences = analysis.sentences(example.text());
            TextReading reading = TextReading.of(sentences);
            float[] place = meanings.ofExample(example.text(), sentences, rendering);
            double weight = 1;
            for (String slug : example.slugs()) {
                ConceptId concept = glossary().concept(slug).orElse(null);
                if (concept != null) {
                    descriptions
                            .computeIfAbsent(new Described(concept, example.language()), any -> new Description())
                            .add(reading, place, weight);
                }
                weight *= NEXT_CONCEPT;
            }
        }
        examples.add(descriptions.entrySet().stream()
                .filter(entry -> entry.getValue().examples >= LEAST_EXAMPLES)
                .map(entry -> entry.getValue().entry(entry.getKey())));
    }

    TextAnalysis analysis() {
        return analysis;
    }

    Glossary glossary() {
        return analysis.glossary();
    }

    Weights weights() {
        return weights;
    }

    Meanings meanings() {
        return meanings;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The place of these sentences among all meanings, of length 1; empty when they have none. */
    float[] place(List<TextAnalysis.Sentence> sentences) {
        return meanings.of(sentences, rendering);
    }

    /** What the probe itself asks. */
    ProbeReading read(Probe probe) {
        ProbeReading known = readings.get(probe);
        if (known == null) {
            known = readAnew(probe);
            if (probe.texts().stream().mapToInt(text -> text.text().length()).sum() <= LONGEST_KEPT) {
                readings.put(probe, known);
            }
        }
        return known;
    }

    private ProbeReading readAnew(Probe probe) {
        List<ProbeReading.Text> texts = probe.texts().stream()
                .map(text -> new ProbeReading.Text(text, analysis.sentences(text.text())))
                .toList();
        return new ProbeReading(probe, texts, places(texts), this, List.of());
    }

    /**
     * What a probe asks with what it implies.
     *
     * @param stated what it asks itself
     * @param trust how far to go by the examples, 0 to 1
     * @return {@code stated} when the examples tell nothing
     */
    ProbeReading imply(ProbeReading stated, double trust) {
        List<Implied> implied = trust > 0
                ? stated.spokenFor(this::spokenFor).stream()
                        .map(one -> new Implied(one.concept(), Math.min(1, trust * one.strength())))
                        .filter(one -> one.strength() >= LEAST_STRENGTH)
                        .limit(MOST_IMPLIED)
                        .toList()
                : List.of();
        return implied.isEmpty() ? stated : stated.with(implied, this);
    }

    /** As {@link MatchEngine#unasked}. */
    List<ConceptId> unasked(Probe probe, Collection<ExpertDocument> documents, int most) {
        Set<ConceptId> asked = new HashSet<>();
        for (ProbeReading.Feature feature : read(probe).features()) {
            if (feature instanceof ProbeReading.AskedConcept concept) {
                asked.add(concept.concept());
            }
        }
        Map<ConceptId, Double> said = new HashMap<>();
        for (ExpertDocument document : documents) {
            Set<ConceptId> concepts = new HashSet<>(document.topics());
            concepts.addAll(TextReading.of(analysis.sentences(document.text()))
                    .mentions()
                    .keySet());
            for (ConceptId concept : concepts) {
                said.merge(concept, glossary().specificity(concept), Double::sum);
            }
        }
        said.keySet().removeAll(asked);
        return said.entrySet().stream()
                .sorted(Map.Entry.<ConceptId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One place for each row and language that the probe's texts come from. */
    private List<float[]> places(List<ProbeReading.Text> texts) {
        Map<String, List<TextAnalysis.Sentence>> together = new LinkedHashMap<>();
        for (ProbeReading.Text read : texts) {
            Probe.Text text = read.text();
            if (text.emphasis() != Probe.Emphasis.ASIDE) {
                together.computeIfAbsent(text.source().row() + "/" + text.language(), any -> new ArrayList<>())
                        .addAll(read.sentences());
            }
        }
        return together.values().stream()
                .map(this::place)
                .filter(place -> place.length > 0)
                .toList();
    }

    /** What the examples speak for, trusted fully, the strongest first. */
    private List<Implied> spokenFor(ProbeReading reading) {
        ShelfView view = Objects.requireNonNull(examples.tryAcquire(), "the examples are never closed");
        try {
            Set<Audience> all = EnumSet.of(Audience.PUBLIC);
            if (weights.implied() == 0 || reading.features().isEmpty() || view.documents(all) == 0) {
                return List.of();
            }
            List<Scoring.Scored> speaking = new Scoring(
                            reading, Set.of(), view.read(all), glossary(), exampleWeights, Scoring.Limits.NONE)
                    .best(SPEAKING);
            return speaking.isEmpty() || speaking.getFirst().score() <= weights.impliedFrom()
                    ? List.of()
                    : spokenFor(speaking);
        } finally {
            view.release();
        }
    }

    private List<Implied> spokenFor(List<Scoring.Scored> speaking) {
        Map<ConceptId, Double> votes = new HashMap<>();
        double sum = 0;
        for (Scoring.Scored scored : speaking) {
            double vote = Math.pow(scored.score(), POWER);
            sum += vote;
            ConceptId concept = new ConceptId(scored.subject().uuid());
            votes.merge(concept, vote, Double::sum);
            for (ConceptId broader : glossary().broader(concept)) {
                votes.merge(broader, BROADER * vote, Double::sum);
                for (ConceptId twice : glossary().broader(broader)) {
                    votes.merge(twice, BROADER * BROADER * vote, Double::sum);
                }
            }
        }
        double like = speaking.getFirst().score();
        double scale =
                Math.clamp((like - weights.impliedFrom()) / (weights.impliedFull() - weights.impliedFrom()), 0, 1)
                        / sum;
        return votes.entrySet().stream()
                .map(entry -> new Implied(entry.getKey(), scale * entry.getValue()))
                .filter(one -> one.strength() >= LEAST_STRENGTH)
                .sorted(Comparator.comparingDouble(Implied::strength)
                        .reversed()
                        .thenComparing(one -> one.concept().value()))
                .toList();
    }
}

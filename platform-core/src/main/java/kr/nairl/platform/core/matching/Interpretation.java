package kr.nairl.platform.core.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * What a glossary lets the engine understand: words, concepts and meanings of texts, and which concepts a need is about
 * although it does not name them. The last is read off the {@linkplain ExampleNeed examples}: a concept is to its examples
 * what a researcher is to their works, so the concepts are ranked for the need as researchers would be, and the best of
 * them are implied. Immutable, in memory only; safe for use by many threads.
 */
final class Interpretation {

    /** How strongly the examples speak for a concept, above 0, at most 1. */
    record Implied(ConceptId concept, double strength) {}

    /** Concepts that speak, best ones first. */
    private static final int SPEAKING = 15;

    private static final int MOST_IMPLIED = 10;
    private static final double LEAST_STRENGTH = 0.04;

    /** Scores are raised to this, so that the best speak loudest. */
    private static final double POWER = 4;

    /** An example counts this much for its second concept, and this much of that for its third. */
    private static final double NEXT_CONCEPT = 0.7;

    /** A broader concept gets this much of what is said for a narrower one: neighbours that disagree agree there. */
    private static final double BROADER = 0.4;

    private final TextAnalysis analysis;
    private final Lexicon lexicon;
    private final Rendering rendering;
    private final Meanings meanings;
    private final Weights weights;
    private final DocumentShelf examples;

    Interpretation(Glossary glossary, Lexicon lexicon, Meanings meanings, List<ExampleNeed> examples, Weights weights) {
        this.analysis = new TextAnalysis(glossary);
        this.lexicon = lexicon;
        this.rendering = new Rendering(analysis, lexicon);
        this.meanings = meanings;
        this.weights = weights;
        this.examples = new DocumentShelf(this);
        this.examples.fill(indexed(examples));
    }

    private Stream<IndexedDocument> indexed(List<ExampleNeed> all) {
        return all.stream().flatMap(example -> {
            UUID id = UUID.nameUUIDFromBytes(example.text().getBytes(StandardCharsets.UTF_8));
            SourceReference source =
                    new SourceReference(SourceReference.Kind.INTEREST, id, "example", example.language());
            List<IndexedDocument> documents = new ArrayList<>();
            double weight = 1;
            for (String slug : example.slugs()) {
                ConceptId concept = glossary().concept(slug).orElse(null);
                if (concept != null) {
                    Subject subject = new Subject.Interest(new InterestId(concept.value()));
                    documents.add(new IndexedDocument(
                            source.documentId(subject),
                            subject,
                            source,
                            example.text(),
                            Audience.PUBLIC,
                            Set.of(),
                            Set.of(),
                            weight,
                            true));
                }
                weight *= NEXT_CONCEPT;
            }
            return documents.stream();
        });
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

    /** The text's place among all meanings, of length 1; empty when it has none. */
    float[] place(String text) {
        return meanings.of(text, rendering);
    }

    /** What the probe itself asks. */
    ProbeReading read(Probe probe) {
        return new ProbeReading(probe, this, places(probe), List.of(), weights);
    }

    /**
     * What the probe asks with what it implies.
     *
     * @param stated what it asks itself
     * @param trust how far to go by the examples, 0 to 1
     * @return {@code stated} when the examples tell nothing
     */
    ProbeReading imply(Probe probe, ProbeReading stated, double trust) {
        List<Implied> implied = trust > 0 ? implied(stated, trust) : List.of();
        return implied.isEmpty() ? stated : new ProbeReading(probe, this, places(probe), implied, weights);
    }

    /** One place for each row and language that the probe's texts come from. */
    private List<float[]> places(Probe probe) {
        Map<String, StringJoiner> texts = new LinkedHashMap<>();
        for (Probe.Text text : probe.texts()) {
            if (text.emphasis() != Probe.Emphasis.ASIDE) {
                texts.computeIfAbsent(text.source().row() + "/" + text.language(), any -> new StringJoiner("\n"))
                        .add(text.text());
            }
        }
        return texts.values().stream()
                .map(text -> place(text.toString()))
                .filter(place -> place.length > 0)
                .toList();
    }

    private List<Implied> implied(ProbeReading reading, double trust) {
        ShelfView view = Objects.requireNonNull(examples.tryAcquire(), "the examples are never closed");
        try {
            Set<Audience> all = EnumSet.of(Audience.PUBLIC);
            if (weights.implied() == 0 || reading.features().isEmpty() || view.documents(all) == 0) {
                return List.of();
            }
            List<Scoring.Scored> speaking =
                    new Scoring(reading, Set.of(), view, all, glossary(), weights.showingAll()).best(SPEAKING);
            return speaking.isEmpty() || speaking.getFirst().score() <= weights.impliedFrom()
                    ? List.of()
                    : implied(speaking, trust);
        } finally {
            view.release();
        }
    }

    private List<Implied> implied(List<Scoring.Scored> speaking, double trust) {
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
                .map(entry -> new Implied(entry.getKey(), Math.min(1, scale * entry.getValue())))
                .filter(implied -> implied.strength() >= LEAST_STRENGTH)
                .sorted(Comparator.comparingDouble(Implied::strength)
                        .reversed()
                        .thenComparing(implied -> implied.concept().value()))
                .limit(MOST_IMPLIED)
                .toList();
    }
}

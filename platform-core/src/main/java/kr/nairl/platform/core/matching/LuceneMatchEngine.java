package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * The engine in this JVM, on Lucene indexes held in memory. It starts empty and abstains; {@link #rebuild} gives it a
 * glossary and all documents at once, and readers change over in one step; afterwards single subjects are replaced as
 * they change. Ranking never waits for writing; writing is one at a time, so a replacement that arrives during a rebuild
 * is applied to the new content.
 */
public final class LuceneMatchEngine implements MatchEngine, AutoCloseable {

    private record Content(
            Interpretation interpretation, DocumentShelf experts, DocumentShelf needs, EngineVersion version) {

        Content(Interpretation interpretation) {
            this(
                    interpretation,
                    new DocumentShelf(interpretation),
                    new DocumentShelf(interpretation),
                    new EngineVersion(
                            Weights.version(), interpretation.glossary().digest()));
        }

        DocumentShelf shelf(Direction direction) {
            return switch (direction) {
                case EXPERTS_FOR_NEED -> experts;
                case NEEDS_FOR_EXPERT -> needs;
            };
        }

        void close() {
            experts.close();
            needs.close();
        }
    }

    private final Weights weights;
    private final Lexicon lexicon;
    private final Meanings meanings;
    private final List<ExampleNeed> examples;
    private volatile Scoring.Limits limits = Scoring.Limits.SHIPPED;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Content content;

    /** An engine with the shipped lexicon and weights. */
    public LuceneMatchEngine(Embedding embedding) {
        this(Weights.shipped(), Lexicon.shipped(), ExampleNeed.shipped(), embedding);
    }

    LuceneMatchEngine(Weights weights, Lexicon lexicon, List<ExampleNeed> examples, Embedding embedding) {
        this.weights = weights;
        this.lexicon = lexicon;
        this.meanings = new Meanings(embedding, ExamplePlaces.shipped(embedding.model(), examples));
        this.examples = List.copyOf(examples);
        this.content = empty();
    }

    /** An engine that begins with this interpretation and makes others alike. */
    LuceneMatchEngine(Interpretation first, List<ExampleNeed> examples) {
        this.weights = first.weights();
        this.lexicon = first.lexicon();
        this.meanings = first.meanings();
        this.examples = List.copyOf(examples);
        this.content = new Content(first);
    }

    /**
     * The same engine showing every subject with anything in common, however little: for measuring rankings.
     *
     * @param changes of weights, by name
     */
    public static LuceneMatchEngine showingAll(Embedding embedding, Map<String, Double> changes) {
        return new LuceneMatchEngine(
                Weights.shipped().with(changes).showingAll(), Lexicon.shipped(), ExampleNeed.shipped(), embedding);
    }

    /** The shipped weights by their names. */
    public static Map<String, Double> weights() {
        return Weights.shipped().numbers();
    }

    /** Whether to compute every subject, however large the shelf: for measuring what the limits cost. */
    public void exhaustive(boolean all) {
        goAsFar(all ? Scoring.Limits.NONE : Scoring.Limits.SHIPPED);
    }

    void goAsFar(Scoring.Limits as) {
        limits = as;
    }

    private Content empty() {
        return new Content(new Interpretation(Glossary.EMPTY, lexicon, meanings, List.of(), weights));
    }

    /** The current interpretation when the glossary is the same, since making one reads all examples. */
    private Interpretation interpretation(Glossary glossary) {
        Interpretation current = content.interpretation();
        return current.glossary().digest().equals(glossary.digest())
                ? current
                : new Interpretation(glossary, lexicon, meanings, examples, weights);
    }

    /** What the next ranking will be computed with. */
    public EngineVersion version() {
        return content.version();
    }

    /**
     * Replaces glossary and documents. Rankings use the old content until all is read; if a stream fails, they keep it.
     *
     * @param experts all documents about researchers and areas; closed afterwards
     * @param needs all open interests; closed afterwards
     */
    public void rebuild(Glossary glossary, Stream<ExpertDocument> experts, Stream<NeedDocument> needs) {
        writing.lock();
        try (experts;
                needs) {
            Content next = new Content(interpretation(glossary));
            try {
                next.experts().fill(experts.map(IndexedDocument::of));
                next.needs().fill(needs.flatMap(need -> IndexedDocument.of(need).stream()));
            } catch (RuntimeException e) {
                next.close();
                throw e;
            }
            Content old = content;
            content = next;
            old.close();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes these all the documents of a researcher or an area. Visible to the next ranking.
     *
     * @param documents none removes the subject
     * @throws IllegalArgumentException when a document is about another subject; nothing changes then
     */
    public void replace(Subject.Expert subject, Collection<ExpertDocument> documents) {
        writing.lock();
        try {
            content.experts()
                    .replace(
                            subject, documents.stream().map(IndexedDocument::of).toList());
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes this the content of an interest. Visible to the next ranking.
     *
     * @param need none when the interest is no longer open
     * @throws IllegalArgumentException when it is another interest; nothing changes then
     */
    public void replace(Subject.Interest subject, Optional<NeedDocument> need) {
        writing.lock();
        try {
            content.needs().replace(subject, need.map(IndexedDocument::of).orElse(List.of()));
        } finally {
            writing.unlock();
        }
    }

    @Override
    public List<ConceptId> unasked(Probe probe, Collection<ExpertDocument> documents, int most) {
        Interpretation interpretation = content.interpretation();
        Set<ConceptId> asked = new HashSet<>();
        for (ProbeReading.Feature feature : interpretation.read(probe).features()) {
            if (feature instanceof ProbeReading.AskedConcept concept) {
                asked.add(concept.concept());
            }
        }
        Map<ConceptId, Double> said = new HashMap<>();
        for (ExpertDocument document : documents) {
            Set<ConceptId> concepts = new HashSet<>(document.topics());
            concepts.addAll(TextReading.of(interpretation.analysis().sentences(document.text()))
                    .mentions()
                    .keySet());
            for (ConceptId concept : concepts) {
                said.merge(concept, interpretation.glossary().specificity(concept), Double::sum);
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

    @Override
    public Ranking rank(Probe probe, Direction direction, Set<Audience> visible, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        Set<Audience> seen = visible.isEmpty() ? Set.of() : EnumSet.copyOf(visible);
        while (true) {
            Content current = content;
            ShelfView view = current.shelf(direction).tryAcquire();
            if (view != null) {
                try {
                    return rank(probe, direction, view, seen, limit, current);
                } finally {
                    view.release();
                }
            }
            Thread.onSpinWait();
        }
    }

    private Ranking rank(
            Probe probe, Direction direction, ShelfView view, Set<Audience> visible, int limit, Content current) {
        Interpretation interpretation = current.interpretation();
        ProbeReading reading = interpretation.read(probe);
        if (view.documents(visible) == 0) {
            return abstained(Ranking.Abstained.Reason.NOTHING_TO_SEARCH, Set.of(), List.of(), current);
        }
        if (reading.features().isEmpty()) {
            return abstained(Ranking.Abstained.Reason.NOTHING_ASKED, missing(probe, reading), List.of(), current);
        }
        ShelfReading shelf = view.read(visible);
        Scoring scoring = new Scoring(reading, probe.subProjects(), shelf, interpretation.glossary(), weights, limits);
        if (direction == Direction.EXPERTS_FOR_NEED) {
            double open =
                    (weights.statedEnough() - scoring.greatest()) / (weights.statedEnough() - weights.statedLittle());
            ProbeReading more = interpretation.imply(reading, Math.clamp(open, 0, 1));
            if (more != reading) {
                reading = more;
                scoring = new Scoring(reading, probe.subProjects(), shelf, interpretation.glossary(), weights, limits);
            }
        }
        List<Scoring.Scored> best = scoring.best(limit);
        if (best.isEmpty() || best.getFirst().score() < weights.abstainBelow()) {
            return abstained(
                    Ranking.Abstained.Reason.NOTHING_CLOSE,
                    missing(probe, reading),
                    unknownWords(reading, scoring),
                    current);
        }
        Reasons reasons = new Reasons(reading, view, interpretation.lexicon());
        return new Ranking.Matches(best.stream().map(reasons::match).toList(), current.version());
    }

    private static Ranking abstained(
            Ranking.Abstained.Reason reason,
            Set<Ranking.Abstained.Missing> missing,
            List<String> unknownWords,
            Content current) {
        return new Ranking.Abstained(reason, missing, unknownWords, current.version());
    }

    private static Set<Ranking.Abstained.Missing> missing(Probe probe, ProbeReading reading) {
        Set<Ranking.Abstained.Missing> missing = EnumSet.noneOf(Ranking.Abstained.Missing.class);
        if (probe.texts().stream().allMatch(text -> text.text().isBlank())) {
            missing.add(Ranking.Abstained.Missing.TEXT);
        } else if (reading.features().size() < 8) {
            missing.add(Ranking.Abstained.Missing.DETAIL);
        }
        if (reading.features().stream().noneMatch(ProbeReading::states)) {
            missing.add(Ranking.Abstained.Missing.TOPIC);
        }
        return missing;
    }

    private static List<String> unknownWords(ProbeReading reading, Scoring scoring) {
        Set<TextAnalysis.Term> unknown = new LinkedHashSet<>();
        for (int i = 0; i < reading.features().size(); i++) {
            if (reading.features().get(i) instanceof ProbeReading.AskedWord word && !scoring.known(i)) {
                unknown.add(word.term());
            }
        }
        Set<String> written = new LinkedHashSet<>();
        for (ProbeReading.Place place : reading.places()) {
            TextAnalysis.Sentence sentence = place.sentence();
            for (TextAnalysis.Word word : sentence.words()) {
                if (unknown.contains(word.term()) && !sentence.covered(word)) {
                    written.add(sentence.text().substring(word.start(), word.end()));
                }
            }
        }
        List<String> kept = new ArrayList<>();
        for (String word : written) {
            // Nori gives a compound and its parts; the compound is what the person wrote.
            if (kept.size() < 12 && written.stream().noneMatch(other -> !other.equals(word) && other.contains(word))) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** Ends writing and forgets all content: later rankings abstain. */
    @Override
    public void close() {
        writing.lock();
        try {
            Content old = content;
            content = empty();
            old.close();
        } finally {
            writing.unlock();
        }
    }
}

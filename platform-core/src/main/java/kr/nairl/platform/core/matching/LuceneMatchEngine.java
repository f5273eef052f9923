package kr.nairl.platform.core.matching;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;

/** The engine in this JVM, on Lucene indexes held in memory. After a rebuild readers change over in one step. */
public final class LuceneMatchEngine implements IndexedMatchEngine, AutoCloseable {

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

    @Override
    public EngineVersion version() {
        return content.version();
    }

    @Override
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

    @Override
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

    @Override
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
        return content.interpretation().unasked(probe, documents, most);
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
                    RankingSteps steps = new RankingSteps(current.interpretation(), current.version());
                    return steps.rank(probe, direction, limit, new Held(probe, view, seen, current.interpretation()));
                } finally {
                    view.release();
                }
            }
            Thread.onSpinWait();
        }
    }

    /** A view for one ranking. */
    private final class Held implements RankingSteps.Source {

        private final Probe probe;
        private final ShelfReading shelf;
        private final Interpretation interpretation;
        private @Nullable ProbeReading scored;
        private @Nullable Scoring scoring;

        Held(Probe probe, ShelfView view, Set<Audience> visible, Interpretation interpretation) {
            this.probe = probe;
            this.shelf = view.read(visible);
            this.interpretation = interpretation;
        }

        @Override
        public int documents() {
            return shelf.documents();
        }

        @Override
        public double greatest(ProbeReading reading) {
            return scoring(reading).greatest();
        }

        @Override
        public Scoring scoring(ProbeReading reading) {
            Scoring known = scoring;
            if (known == null || scored != reading) {
                known = new Scoring(
                        reading, probe.subProjects(), shelf, shelf, interpretation.glossary(), weights, limits, known);
                scoring = known;
                scored = reading;
            }
            return known;
        }

        @Override
        public List<Match> told(ProbeReading reading, List<Scoring.Scored> best) {
            Reasons reasons = new Reasons(reading, shelf, interpretation.lexicon());
            return best.stream().map(reasons::match).toList();
        }
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

package kr.nairl.platform.core.matching;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine on an OpenSearch cluster that all nodes share, for more documents than one machine's memory holds. The cluster
 * counts, finds the likeliest subjects and keeps their documents; scores and reasons are computed here, by the same
 * {@link Scoring} as in memory, over a small shelf of these subjects' documents with the whole index's
 * {@link Statistics}. So a subject found gets the same score and the same reasons; only which are found is a matter of
 * likelihood, once there are more than {@link #CANDIDATES} with anything in common.
 *
 * <p>Each version of engine, glossary, sentence model and mapping has its own index, named by it: nodes of two versions do
 * not disturb each other, and a node ranks with its old index until its next one is filled. An index that another
 * superseded a while ago is deleted at the next change. Every node writes every change that it reads; the last of them is
 * always what stands in PostgreSQL after the last change, so nothing needs to be agreed upon.
 *
 * <p>When the cluster does not answer, a ranking abstains and says so; writing throws, and is tried again by whoever feeds.
 */
public final class OpenSearchMatchEngine implements IndexedMatchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchMatchEngine.class);

    /** Subjects that are computed, at most. */
    static final int CANDIDATES = 256;

    private static final Duration ADMINISTRATION = Duration.ofSeconds(30);

    /** Every node has changed over to a newer index by then. */
    private static final Duration SUPERSEDED = Duration.ofMinutes(10);

    /**
     * How a cluster is used.
     *
     * @param prefix how the names of this installation's indices begin; lower case
     * @param shards of a new index
     * @param patience for a whole ranking
     */
    public record Settings(String prefix, int shards, Duration patience) {

        public Settings {
            if (!prefix.matches("[a-z][a-z0-9-]{0,40}")) {
                throw new IllegalArgumentException(
                        "an index prefix begins with a letter and has lower-case letters, digits and hyphens, at most 41");
            }
            if (shards < 1) {
                throw new IllegalArgumentException("an index has at least one shard, not " + shards);
            }
        }
    }

    private record Content(
            Interpretation interpretation,
            EngineVersion version,
            @Nullable ClusterIndex experts,
            @Nullable ClusterIndex needs) {

        @Nullable
        ClusterIndex index(Direction direction) {
            return switch (direction) {
                case EXPERTS_FOR_NEED -> experts;
                case NEEDS_FOR_EXPERT -> needs;
            };
        }
    }

    private final SearchCluster cluster;
    private final Settings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final String model;
    private final List<ExampleNeed> examples;

    /** Always empty: what is sought is known before anything is found. */
    private final DocumentShelf nothing;

    private final ReentrantLock writing = new ReentrantLock();
    private volatile Content content;

    /**
     * @param first what it begins with, empty, and makes others alike
     * @param model of the interpretation's meanings
     */
    OpenSearchMatchEngine(
            SearchCluster cluster,
            Settings settings,
            Interpretation first,
            String model,
            List<ExampleNeed> examples,
            JsonMapper json,
            Clock clock) {
        this.cluster = cluster;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        this.model = model;
        this.examples = List.copyOf(examples);
        this.nothing = new DocumentShelf(first);
        this.content = new Content(first, version(first), null, null);
    }

    /** An engine with the shipped lexicon and weights. */
    public static OpenSearchMatchEngine shipped(
            SearchCluster cluster, Settings settings, Embedding embedding, JsonMapper json, Clock clock) {
        List<ExampleNeed> examples = ExampleNeed.shipped();
        Meanings meanings = new Meanings(embedding, ExamplePlaces.shipped(embedding.model(), examples));
        Interpretation nothing =
                new Interpretation(Glossary.EMPTY, Lexicon.shipped(), meanings, List.of(), Weights.shipped());
        return new OpenSearchMatchEngine(cluster, settings, nothing, embedding.model(), examples, json, clock);
    }

    private static EngineVersion version(Interpretation interpretation) {
        return new EngineVersion(Weights.version(), interpretation.glossary().digest());
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
            Interpretation current = content.interpretation();
            Interpretation interpretation = current.glossary().digest().equals(glossary.digest())
                    ? current
                    : new Interpretation(glossary, current.lexicon(), current.meanings(), examples, current.weights());
            EngineVersion version = version(interpretation);
            String name = settings.prefix() + "-" + fingerprint(version);
            Content next = new Content(
                    interpretation,
                    version,
                    new ClusterIndex(cluster, json, name + "-experts"),
                    new ClusterIndex(cluster, json, name + "-needs"));
            fill(next.experts(), experts.map(IndexedDocument::of), interpretation);
            fill(next.needs(), needs.flatMap(need -> IndexedDocument.of(need).stream()), interpretation);
            content = next;
            sweep(name);
        } finally {
            writing.unlock();
        }
    }

    private void fill(@Nullable ClusterIndex index, Stream<IndexedDocument> documents, Interpretation interpretation) {
        ClusterIndex made = Objects.requireNonNull(index);
        made.create(interpretation.weights(), settings.shards());
        made.keep(null, documents, interpretation);
    }

    private String fingerprint(EngineVersion version) {
        String all = version + "/" + model + "/" + ClusterIndex.MAPPING + "/" + StoredEntry.FORMAT;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void replace(Subject.Expert subject, Collection<ExpertDocument> documents) {
        replace(
                Direction.EXPERTS_FOR_NEED,
                subject,
                documents.stream().map(IndexedDocument::of).toList());
    }

    @Override
    public void replace(Subject.Interest subject, Optional<NeedDocument> need) {
        replace(
                Direction.NEEDS_FOR_EXPERT,
                subject,
                need.map(IndexedDocument::of).orElse(List.of()));
    }

    private void replace(Direction direction, Subject subject, List<IndexedDocument> documents) {
        for (IndexedDocument document : documents) {
            if (!document.subject().equals(subject)) {
                throw new IllegalArgumentException("document " + document.id() + " is not about " + subject);
            }
        }
        writing.lock();
        try {
            Content current = content;
            ClusterIndex index = current.index(direction);
            if (index == null) {
                throw new IllegalStateException("nothing was read yet");
            }
            index.keep(subject, documents.stream(), current.interpretation());
            sweep(index.name().substring(0, index.name().lastIndexOf('-')));
        } finally {
            writing.unlock();
        }
    }

    /** Deletes indices that were made before this one, once nobody can rank with them any more: they age, and hold texts. */
    private void sweep(String current) {
        SearchCluster.Answer found =
                cluster.ask("GET", "/" + settings.prefix() + "-*/_settings/index.creation_date", "", ADMINISTRATION);
        if (!found.isGood()) {
            throw ClusterIndex.refused("looking for old indices", found);
        }
        Map<String, Instant> made = new HashMap<>();
        for (Map.Entry<String, JsonNode> index : found.body().properties()) {
            String when = index.getValue()
                    .path("settings")
                    .path("index")
                    .path("creation_date")
                    .asString();
            made.put(index.getKey(), Instant.ofEpochMilli(Long.parseLong(when)));
        }
        Instant own = made.get(current + "-experts");
        if (own == null || own.isAfter(clock.instant().minus(SUPERSEDED))) {
            return;
        }
        made.forEach((name, when) -> {
            if (!name.startsWith(current) && isOurs(name) && when.isBefore(own)) {
                SearchCluster.Answer gone = cluster.ask("DELETE", "/" + name, "", ADMINISTRATION);
                LOG.info("the superseded index {} was deleted: {}", name, gone.status());
            }
        });
    }

    /** Another installation's prefix may begin with this one's. */
    private boolean isOurs(String name) {
        return name.substring(settings.prefix().length()).matches("-[0-9a-f]{16}-(experts|needs)");
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
        Content current = content;
        ClusterIndex index = current.index(direction);
        if (index == null || visible.isEmpty()) {
            return abstained(Ranking.Abstained.Reason.NOTHING_TO_SEARCH, current);
        }
        try (Found found = new Found(probe, index, EnumSet.copyOf(visible), limit, current.interpretation())) {
            return new RankingSteps(current.interpretation(), current.version()).rank(probe, direction, limit, found);
        } catch (SearchCluster.UnreachableException unreachable) {
            LOG.warn("no ranking: {}", unreachable.getMessage());
            return abstained(Ranking.Abstained.Reason.UNREACHABLE, current);
        }
    }

    private static Ranking abstained(Ranking.Abstained.Reason reason, Content current) {
        return new Ranking.Abstained(reason, Set.of(), List.of(), current.version());
    }

    /** The index as one ranking sees it: all of its statistics, but only its likeliest subjects' documents. */
    private final class Found implements RankingSteps.Source, Statistics, AutoCloseable {

        private final Probe probe;
        private final ClusterIndex index;
        private final Set<Audience> visible;
        private final int most;
        private final Interpretation interpretation;
        private final ClusterIndex.Deadline deadline = new ClusterIndex.Deadline(settings.patience());
        private final Map<ClusterIndex.Form, Integer> counted = new HashMap<>();
        private final Map<String, List<DocumentShelf.Entry>> read = new HashMap<>();
        private final List<DocumentShelf> shelves = new ArrayList<>();
        private ClusterIndex.@Nullable Totals totals;
        private @Nullable ProbeReading asked;
        private List<String> subjects = List.of();

        Found(Probe probe, ClusterIndex index, Set<Audience> visible, int limit, Interpretation interpretation) {
            this.probe = probe;
            this.index = index;
            this.visible = visible;
            this.most = Math.max(CANDIDATES, 2 * limit);
            this.interpretation = interpretation;
        }

        private ClusterIndex.Totals totals() {
            ClusterIndex.Totals known = totals;
            if (known == null) {
                known = index.totals(visible, deadline.left());
                totals = known;
            }
            return known;
        }

        @Override
        public int documents() {
            return totals().documents();
        }

        @Override
        public double meanWords() {
            return Math.max(1.0, totals().words() / Math.max(1, documents()));
        }

        @Override
        public double meanConcepts() {
            return Math.max(1.0, totals().concepts() / Math.max(1, documents()));
        }

        @Override
        public int holding(String kind, String form) {
            return Objects.requireNonNull(counted.get(new ClusterIndex.Form(kind, form)), "a form was not counted");
        }

        @Override
        public double greatest(ProbeReading reading) {
            return scoring(reading).greatest();
        }

        @Override
        public Scoring scoring(ProbeReading reading) {
            return scoring(reading, likeliest(reading));
        }

        private List<String> likeliest(ProbeReading reading) {
            if (asked != reading) {
                Set<ClusterIndex.Form> unknown = forms(reading);
                unknown.removeAll(counted.keySet());
                counted.putAll(index.holding(unknown, visible, deadline.left()));
                List<Scoring.Wanted> wanted =
                        scoring(reading, nothing.current()).wanted();
                subjects = index.likeliest(wanted, this, visible, most, deadline.left());
                asked = reading;
            }
            return subjects;
        }

        private Scoring scoring(ProbeReading reading, List<String> some) {
            Set<String> missing = new LinkedHashSet<>(some);
            missing.removeAll(read.keySet());
            read.putAll(index.documents(List.copyOf(missing), visible, false, deadline));
            return scoring(reading, view(of(some, read)));
        }

        private static Set<ClusterIndex.Form> forms(ProbeReading reading) {
            Set<ClusterIndex.Form> forms = new LinkedHashSet<>();
            for (ProbeReading.Feature feature : reading.features()) {
                switch (feature) {
                    case ProbeReading.AskedConcept asked -> {
                        for (ConceptId concept : asked.credits().keySet()) {
                            forms.add(new ClusterIndex.Form(DocumentShelf.CONCEPT, concept.toString()));
                        }
                    }
                    case ProbeReading.AskedWord asked -> {
                        for (TextAnalysis.Term term : asked.credits().keySet()) {
                            forms.add(new ClusterIndex.Form(term.language().name(), term.form()));
                        }
                    }
                    case ProbeReading.AskedMeaning asked -> {
                        // Stands in no field.
                    }
                }
            }
            return forms;
        }

        private Scoring scoring(ProbeReading reading, ShelfView view) {
            return new Scoring(
                    reading,
                    probe.subProjects(),
                    view.read(visible),
                    this,
                    interpretation.glossary(),
                    interpretation.weights(),
                    Scoring.Limits.NONE,
                    null);
        }

        private ShelfView view(List<DocumentShelf.Entry> entries) {
            DocumentShelf shelf = new DocumentShelf(interpretation);
            shelves.add(shelf);
            shelf.add(entries.stream());
            // Nobody else knows the shelf, and it is closed after this ranking.
            return shelf.current();
        }

        @Override
        public List<Match> told(ProbeReading reading, List<Scoring.Scored> best) {
            List<String> subjects =
                    best.stream().map(one -> ShelfView.key(one.subject())).toList();
            Map<String, List<DocumentShelf.Entry>> quotable = index.documents(subjects, visible, true, deadline);
            ShelfView view = view(of(subjects, quotable));
            Reasons reasons = new Reasons(reading, view.read(visible), interpretation.lexicon());
            return scoring(reading, view).best(best.size()).stream()
                    .map(reasons::match)
                    .toList();
        }

        private static List<DocumentShelf.Entry> of(
                List<String> subjects, Map<String, List<DocumentShelf.Entry>> documents) {
            return subjects.stream()
                    .flatMap(subject -> documents.getOrDefault(subject, List.of()).stream())
                    .toList();
        }

        @Override
        public void close() {
            shelves.forEach(DocumentShelf::close);
        }
    }
}

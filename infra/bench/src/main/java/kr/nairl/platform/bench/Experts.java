package kr.nairl.platform.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.Direction;
import kr.nairl.platform.core.matching.Embedding;
import kr.nairl.platform.core.matching.ExpertDocument;
import kr.nairl.platform.core.matching.LuceneMatchEngine;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.Probe;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.core.matching.Reason;
import kr.nairl.platform.core.matching.Share;
import kr.nairl.platform.core.matching.SourceReference;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** People and their documents, ranked by the product's engine with its thresholds off; no database. */
final class Experts implements AutoCloseable {

    /**
     * A document.
     *
     * @param year of the Gregorian calendar, if known
     * @param lang {@code ko} or {@code en}; null when not said, and then read off the text
     */
    record Text(
            @Nullable String title,
            @Nullable String text,
            @Nullable Integer year,
            @Nullable String lang) {

        String whole() {
            return ((title == null ? "" : title) + "\n" + (text == null ? "" : text)).strip();
        }
    }

    record Expert(String id, List<Text> documents) {}

    /**
     * A need.
     *
     * @param beforeYear when given, only documents of earlier years count
     */
    record Need(
            String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String lang,
            @Nullable Integer beforeYear) {}

    /** @param score 0 to 1 */
    record Ranked(String id, double score) {}

    private static final UUID NEED = new UUID(0, 0);
    private static final Set<Audience> EVERYBODY = EnumSet.of(Audience.PUBLIC);

    private final AutoCloseable context;
    private final LuceneMatchEngine engine;
    private final Glossary glossary;
    private final Map<UUID, String> names = new HashMap<>();

    /**
     * @param embedding as {@code platform.matching.embedding} in the app
     * @param weights to change, by name
     */
    Experts(Glossary glossary, String embedding, Map<String, Double> weights) {
        this(glossary, model(embedding), weights);
    }

    private Experts(Glossary glossary, AnnotationConfigApplicationContext context, Map<String, Double> weights) {
        this(glossary, context.getBean(Embedding.class), context, weights);
    }

    /** @param context closed with the engine */
    Experts(Glossary glossary, Embedding embedding, AutoCloseable context, Map<String, Double> weights) {
        this.glossary = glossary;
        this.context = context;
        this.engine = LuceneMatchEngine.showingAll(embedding, weights);
    }

    /** A context that holds the sentence model as the app would have it. */
    static AnnotationConfigApplicationContext model(String embedding) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("platform.matching.embedding", embedding)));
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.scan("kr.nairl.platform.core.matching.outside");
        context.refresh();
        return context;
    }

    /**
     * Makes these the people to rank.
     *
     * @param beforeYear when given, documents of that year and later and those without a year are left out
     */
    void fill(Collection<Expert> experts, @Nullable Integer beforeYear) {
        names.clear();
        Stream<ExpertDocument> documents = experts.stream().flatMap(expert -> {
            UUID id = UUID.nameUUIDFromBytes(expert.id().getBytes(StandardCharsets.UTF_8));
            names.put(id, expert.id());
            List<ExpertDocument> about = new ArrayList<>();
            for (int i = 0; i < expert.documents().size(); i++) {
                Text text = expert.documents().get(i);
                Integer year = text.year();
                if (!text.whole().isEmpty() && (beforeYear == null || (year != null && year < beforeYear))) {
                    about.add(document(new Subject.Researcher(new ResearcherId(id)), i, text));
                }
            }
            return about.stream();
        });
        engine.rebuild(glossary, documents, Stream.of());
    }

    private static ExpertDocument document(Subject.Researcher about, int number, Text text) {
        SourceReference source = new SourceReference(
                SourceReference.Kind.RESULT,
                new UUID(about.uuid().getMostSignificantBits(), number),
                "text",
                language(text.lang(), text.whole()));
        return new ExpertDocument(
                source.documentId(about),
                about,
                null,
                ExpertDocument.Kind.RESULT,
                source,
                text.whole(),
                source.language(),
                Audience.PUBLIC,
                text.year() == null ? null : LocalDate.of(text.year(), 1, 1),
                Set.of());
    }

    /** What the next ranking is computed with. */
    String version() {
        return engine.version().toString();
    }

    /** The best for the need, best first; people with nothing in common are not among them. */
    List<Ranked> rank(Need need, int top) {
        return matches(need, top).stream()
                .map(match -> new Ranked(names.getOrDefault(match.subject().uuid(), ""), match.score()))
                .toList();
    }

    /** What the need asks for in the glossary's concepts, as its ranking's reasons tell: those that weigh most. */
    Set<ConceptId> topics(Need need, int most) {
        Map<ConceptId, Double> weights = new HashMap<>();
        for (Match match : matches(need, 10)) {
            for (Share share : match.shares()) {
                double weight = share.part() * match.score();
                switch (share.reason()) {
                    case Reason.SharedConcept(ConceptId asked, ConceptId found) ->
                        weights.merge(asked, weight, Double::sum);
                    case Reason.ImpliedConcept(ConceptId implied, ConceptId found) ->
                        weights.merge(implied, weight, Double::sum);
                    default -> {}
                }
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<ConceptId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().value()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private List<Match> matches(Need need, int top) {
        Probe probe = probe(need);
        if (probe.texts().isEmpty()) {
            return List.of();
        }
        Ranking ranking = engine.rank(probe, Direction.EXPERTS_FOR_NEED, EVERYBODY, top);
        return switch (ranking) {
            case Ranking.Matches matches -> matches.matches();
            case Ranking.Abstained abstained -> List.of();
        };
    }

    /** What a need asks. */
    static Probe probe(Need need) {
        List<Probe.Text> texts = new ArrayList<>();
        add(texts, "title", Probe.Emphasis.TITLE, need.title(), need.lang());
        add(texts, "need", Probe.Emphasis.BODY, need.text(), need.lang());
        return new Probe(texts, Set.of(), Set.of());
    }

    private static void add(
            List<Probe.Text> texts,
            String field,
            Probe.Emphasis emphasis,
            @Nullable String text,
            @Nullable String lang) {
        if (text != null && !text.isBlank()) {
            SourceReference source =
                    new SourceReference(SourceReference.Kind.INTEREST, NEED, field, language(lang, text));
            texts.add(new Probe.Text(source, emphasis, source.language(), text));
        }
    }

    private static Language language(@Nullable String lang, String text) {
        if (lang != null) {
            return lang.equals("ko") ? Language.KO : Language.EN;
        }
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                ? Language.KO
                : Language.EN;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        try {
            context.close();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}

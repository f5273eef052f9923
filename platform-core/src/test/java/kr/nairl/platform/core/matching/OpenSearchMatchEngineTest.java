package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.outside.RealSearchNode;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** On a real node, against the engine in memory over the same documents. */
class OpenSearchMatchEngineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path JUDGED = Path.of("..", "infra", "bench", "judged-needs");
    private static final Glossary GLOSSARY = GlossaryTable.shipped().glossary();
    private static final int TOP = 10;

    /** Stands in for a sentence model: texts with words in common lie close. */
    private static final Embedding WORDS = new Embedding() {
        @Override
        public String model() {
            return "words";
        }

        @Override
        public float[] embed(String english) {
            double[] place = new double[64];
            for (String word : english.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                long bits = new SplittableRandom(word.hashCode()).nextLong();
                for (int i = 0; i < place.length; i++) {
                    place[i] += (bits >>> i & 1) == 0 ? 1 : -1;
                }
            }
            double length =
                    Math.sqrt(Math.max(1, Arrays.stream(place).map(x -> x * x).sum()));
            float[] unit = new float[place.length];
            for (int i = 0; i < unit.length; i++) {
                unit[i] = (float) (place[i] / length);
            }
            return unit;
        }
    };

    @TempDir
    private static Path folder;

    private static RealSearchNode node;
    private static List<ExampleNeed> examples;
    private static Interpretation interpretation;
    private static List<ExpertDocument> lab;
    private static List<Probe> needs;
    private static int prefixes;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        node = new RealSearchNode(folder);
        examples = ExampleNeed.shipped().stream().limit(1_500).toList();
        interpretation = new Interpretation(
                GLOSSARY, Lexicon.shipped(), new Meanings(WORDS, Map.of()), examples, Weights.shipped());
        lab = new ArrayList<>(LabOfFacts.documents(EnumSet.allOf(Language.class)));
        for (JsonNode expert : lines("experts.jsonl")) {
            int number = 0;
            for (JsonNode document : expert.path("documents")) {
                lab.add(document(
                        expert.path("id").asString(),
                        number++,
                        document.path("title").asString() + "\n"
                                + document.path("text").asString()));
            }
        }
        List<JsonNode> judged = lines("needs.jsonl");
        needs = IntStream.iterate(0, i -> i < judged.size(), i -> i + 3)
                .mapToObj(judged::get)
                .map(need -> typed(
                        need.path("title").asString() + "\n" + need.path("text").asString()))
                .toList();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        node.close();
    }

    @Test
    void judgedNeedsGetTheSameMatchesScoresAndReasonsAsInMemory() {
        OpenSearchMatchEngine shared = engine(node.cluster());
        try (LuceneMatchEngine own = own(lab)) {
            shared.rebuild(GLOSSARY, lab.stream(), Stream.of());
            int answered = 0;
            int implied = 0;
            for (Probe need : needs) {
                Ranking expected = own.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP);
                assertThat(shared.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP))
                        .isEqualTo(expected);
                if (expected instanceof Ranking.Matches(var matches, var version)) {
                    answered++;
                    implied += matches.stream()
                                    .flatMap(match -> match.shares().stream())
                                    .anyMatch(share -> share.reason() instanceof Reason.ImpliedConcept)
                            ? 1
                            : 0;
                }
            }
            assertThat(answered).isGreaterThan(needs.size() / 2);
            assertThat(implied).as("rankings in two rounds").isPositive();
        }
    }

    @Test
    void amongMoreSubjectsThanAreComputedNearlyAllOfTheBestAreFound() {
        // Words of the lab, shuffled into texts of five hundred invented researchers.
        Random random = new Random(20261130);
        List<String> words = lab.stream()
                .flatMap(document -> Stream.of(document.text().split("\\s+")))
                .distinct()
                .toList();
        List<ExpertDocument> many = IntStream.range(0, 1_500)
                .mapToObj(i -> document(
                        "researcher " + i % 500,
                        i,
                        String.join(
                                " ",
                                random.ints(25, 0, words.size())
                                        .mapToObj(words::get)
                                        .toList())))
                .toList();
        OpenSearchMatchEngine shared = engine(node.cluster());
        try (LuceneMatchEngine own = own(many)) {
            shared.rebuild(GLOSSARY, many.stream(), Stream.of());
            int expected = 0;
            int found = 0;
            for (Probe need : needs.subList(0, 20)) {
                List<Match> best = matches(own.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP));
                List<Match> got = matches(shared.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP));
                expected += best.size();
                found += (int) best.stream().filter(got::contains).count();
            }
            assertThat(expected).isGreaterThan(100);
            assertThat(found).isGreaterThanOrEqualTo(expected * 95 / 100);
        }
    }

    @Test
    void whatOthersMaySeeChangesNothing() {
        OpenSearchMatchEngine shared = engine(node.cluster());
        shared.rebuild(GLOSSARY, lab.stream(), Stream.of());
        Probe need = needs.getFirst();
        Ranking before = shared.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP);
        Subject.Researcher someone = LabOfFacts.researcher("edwin-fong");
        List<ExpertDocument> more = new ArrayList<>(about(someone));
        for (int i = 0; i < 30; i++) {
            more.add(hidden(someone, i, need.texts().getFirst().text()));
        }
        shared.replace(someone, more);

        assertThat(shared.rank(need, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP))
                .isEqualTo(before);
        List<Match> insiders =
                matches(shared.rank(need, Direction.EXPERTS_FOR_NEED, EnumSet.allOf(Audience.class), TOP));
        assertThat(insiders.getFirst().subject()).isEqualTo(someone);
    }

    @Test
    void aChangeIsRankedAtOnceAndWhatIsRemovedIsGone() {
        OpenSearchMatchEngine shared = engine(node.cluster());
        shared.rebuild(GLOSSARY, lab.stream(), Stream.of());
        Probe asked = typed("공룡 화석의 연대 측정에 쓸 질량 분석을 찾습니다");
        Subject.Researcher someone = LabOfFacts.researcher("edwin-fong");
        assertThat(subjects(shared, asked)).doesNotContain(someone);

        ExpertDocument fossils = document("edwin-fong", 0, "공룡 화석의 연대를 질량 분석으로 측정한다");
        shared.replace(someone, List.of(fossils));
        assertThat(subjects(shared, asked)).startsWith(someone);

        shared.replace(someone, List.of());
        assertThat(subjects(shared, asked)).doesNotContain(someone);
        assertThatThrownBy(() -> shared.replace(LabOfFacts.researcher("molei-tao"), List.of(fossils)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterestThatIsClosedFindsNobodyAnyMore() {
        OpenSearchMatchEngine shared = engine(node.cluster());
        NeedDocument forecast = LabOfFacts.need(
                "forecast", Language.KO, "매장별 수요 예측", "시계열 데이터로 다음 주 판매량을 예측하고 싶습니다.", List.of(), Set.of());
        shared.rebuild(GLOSSARY, Stream.of(), Stream.of(forecast));
        Probe researcher = Probe.of(about(LabOfFacts.researcher("changhee-lee")));
        assertThat(matches(shared.rank(researcher, Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, TOP)))
                .extracting(Match::subject)
                .containsExactly(forecast.subject());

        shared.replace(forecast.subject(), Optional.empty());
        Ranking nothing = shared.rank(researcher, Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, TOP);
        assertThat(((Ranking.Abstained) nothing).reason()).isEqualTo(Ranking.Abstained.Reason.NOTHING_TO_SEARCH);
    }

    @Test
    void aSecondNodeWritesOnlyWhatDiffers() {
        String prefix = prefix();
        engine(node.cluster(), prefix, Clock.systemUTC()).rebuild(GLOSSARY, lab.stream(), Stream.of());
        List<String> written = new CopyOnWriteArrayList<>();
        OpenSearchMatchEngine second = engine(recording(written), prefix, Clock.systemUTC());
        second.rebuild(GLOSSARY, lab.stream(), Stream.of());
        assertThat(written).isEmpty();

        List<ExpertDocument> changed = new ArrayList<>(lab);
        ExpertDocument gone = changed.removeLast();
        changed.set(
                0,
                LabOfFacts.document(
                        lab.getFirst().subject(),
                        null,
                        ExpertDocument.Kind.HEADLINE,
                        SourceReference.Kind.RESEARCHER,
                        "eunho-yang",
                        lab.getFirst().language(),
                        "양자 화학",
                        Set.of()));
        assertThat(changed.getFirst().id()).isEqualTo(lab.getFirst().id());
        second.rebuild(GLOSSARY, changed.stream(), Stream.of());
        assertThat(String.join("", written).lines().filter(line -> line.contains("\"_id\"")))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"index\"")
                        && line.contains(changed.getFirst().id().toString()))
                .anyMatch(line ->
                        line.contains("\"delete\"") && line.contains(gone.id().toString()));
    }

    @Test
    void anIndexThatAnotherSupersededIsDeletedWhenNobodyCanRankWithItAnyMore() {
        String prefix = prefix();
        Instant now = Clock.systemUTC().instant();
        OpenSearchMatchEngine early = engine(node.cluster(), prefix, Clock.fixed(now, ZoneOffset.UTC));
        early.rebuild(GLOSSARY, lab.stream().limit(3), Stream.of());
        early.rebuild(Glossary.EMPTY, lab.stream().limit(3), Stream.of());
        assertThat(indices(prefix)).hasSize(4);

        Clock later = Clock.fixed(now.plus(Duration.ofMinutes(11)), ZoneOffset.UTC);
        engine(node.cluster(), prefix, later).rebuild(GLOSSARY, lab.stream().limit(3), Stream.of());
        assertThat(indices(prefix))
                .as("an older engine deletes nothing of a newer one")
                .hasSize(4);
        engine(node.cluster(), prefix, later)
                .rebuild(Glossary.EMPTY, lab.stream().limit(3), Stream.of());
        assertThat(indices(prefix)).hasSize(2);
    }

    @Test
    void aClusterThatDoesNotAnswerMakesARankingAbstainAndWritingFail() {
        List<String> written = new CopyOnWriteArrayList<>();
        boolean[] down = {false};
        SearchCluster cluster = new SearchCluster() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Answer ask(String method, String path, String body, Duration patience) {
                if (down[0]) {
                    throw new UnreachableException("down");
                }
                return recording(written).ask(method, path, body, patience);
            }
        };
        OpenSearchMatchEngine shared = engine(cluster);
        Ranking early = shared.rank(needs.getFirst(), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP);
        assertThat(((Ranking.Abstained) early).reason()).isEqualTo(Ranking.Abstained.Reason.NOTHING_TO_SEARCH);
        shared.rebuild(GLOSSARY, lab.stream(), Stream.of());
        Ranking good = shared.rank(needs.getFirst(), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP);
        assertThat(good).isInstanceOf(Ranking.Matches.class);

        down[0] = true;
        Ranking none = shared.rank(needs.getFirst(), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP);
        assertThat(((Ranking.Abstained) none).reason()).isEqualTo(Ranking.Abstained.Reason.UNREACHABLE);
        assertThatThrownBy(() -> shared.replace(LabOfFacts.researcher("molei-tao"), List.of()))
                .isInstanceOf(SearchCluster.UnreachableException.class);

        down[0] = false;
        assertThat(shared.rank(needs.getFirst(), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP))
                .isEqualTo(good);
    }

    @Test
    void aNodeRanksInItsOwnMemoryUntilAClusterIsNamed() {
        MatchingConfiguration configuration = new MatchingConfiguration();
        assertThat(configuration.matchEngine(
                        Embedding.NONE, SearchCluster.NONE, "lab", 1, 3_000, JSON, Clock.systemUTC()))
                .isInstanceOf(LuceneMatchEngine.class);
        assertThat(configuration.matchEngine(Embedding.NONE, node.cluster(), "lab", 1, 3_000, JSON, Clock.systemUTC()))
                .isInstanceOf(OpenSearchMatchEngine.class);
        assertThatThrownBy(() -> configuration.matchEngine(
                        Embedding.NONE, node.cluster(), "Lab*", 1, 3_000, JSON, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LuceneMatchEngine own(List<ExpertDocument> documents) {
        LuceneMatchEngine own = new LuceneMatchEngine(interpretation, examples);
        own.rebuild(GLOSSARY, documents.stream(), Stream.of());
        return own;
    }

    private static String prefix() {
        return "test" + ++prefixes;
    }

    private static OpenSearchMatchEngine engine(SearchCluster cluster) {
        return engine(cluster, prefix(), Clock.systemUTC());
    }

    private static OpenSearchMatchEngine engine(SearchCluster cluster, String prefix, Clock clock) {
        return new OpenSearchMatchEngine(
                cluster,
                new OpenSearchMatchEngine.Settings(prefix, 2, Duration.ofSeconds(30)),
                interpretation,
                WORDS.model(),
                examples,
                JSON,
                clock);
    }

    /** The real node, with what was written to it. */
    private static SearchCluster recording(List<String> written) {
        return new SearchCluster() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public Answer ask(String method, String path, String body, Duration patience) {
                if (path.contains("_bulk")) {
                    written.add(body);
                }
                return node.cluster().ask(method, path, body, patience);
            }
        };
    }

    private static List<String> indices(String prefix) {
        return List.copyOf(node.cluster()
                .ask("GET", "/" + prefix + "-*/_settings", "", Duration.ofSeconds(10))
                .body()
                .propertyNames());
    }

    private static List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(JUDGED.resolve(file)).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static List<ExpertDocument> about(Subject.Researcher someone) {
        return lab.stream()
                .filter(document -> document.subject().equals(someone))
                .toList();
    }

    private static ExpertDocument document(String researcher, int number, String text) {
        return LabOfFacts.document(
                LabOfFacts.researcher(researcher),
                null,
                ExpertDocument.Kind.RESULT,
                SourceReference.Kind.RESULT,
                researcher + "/" + number,
                Language.EN,
                text,
                Set.of());
    }

    private static ExpertDocument hidden(Subject.Researcher someone, int number, String text) {
        SourceReference source = new SourceReference(
                SourceReference.Kind.RESULT, LabOfFacts.uuid("hidden " + number), "text", Language.KO);
        return new ExpertDocument(
                source.documentId(someone),
                someone,
                3,
                ExpertDocument.Kind.RESULT,
                source,
                text,
                Language.KO,
                Audience.NDA,
                null,
                Set.of());
    }

    private static Probe typed(String text) {
        SourceReference source =
                new SourceReference(SourceReference.Kind.INTEREST, LabOfFacts.uuid("typed"), "need", Language.KO);
        return new Probe(List.of(new Probe.Text(source, Probe.Emphasis.BODY, Language.KO, text)), Set.of(), Set.of());
    }

    private static List<Subject> subjects(MatchEngine engine, Probe probe) {
        return matches(engine.rank(probe, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, TOP)).stream()
                .map(Match::subject)
                .toList();
    }

    private static List<Match> matches(Ranking ranking) {
        return ranking instanceof Ranking.Matches(var matches, var version) ? matches : List.of();
    }
}

package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneMatchEngineTest {

    private static final String NEED_KO = """
            저희는 휴대전화로 찍은 재활 운동 영상에서 24개 관절의 위치를 실시간으로 읽는 기술을 갖고 있습니다. \
            이제 관절의 좌표를 넘어, 환자가 어떤 동작을 어떻게 하고 있는지 영상 자체를 이해하고 말로 설명해 주는 모델이 필요합니다.
            비디오 LLM을 재활 동작에 맞게 학습시키고, 잘못된 자세를 짚어 주는 AI 에이전트까지 함께 연구하고 싶습니다.""";

    private static final String NEED_EN = """
            We read the positions of 24 joints in rehabilitation videos recorded on a phone, in real time. \
            Beyond joint coordinates we now need a model that understands the video itself: which exercise a patient is doing, \
            how well, and what to say about it.
            We would like to train video LLMs on rehabilitation movements and build an agent that points out wrong postures.""";

    private static final NeedDocument EVEREX_KO = LabOfFacts.need(
            "everex-ko",
            Language.KO,
            "사람의 움직임을 이해하는 비디오 LLM",
            NEED_KO,
            List.of("video-understanding", "video-llm", "ai-agent", "pose-estimation"),
            Set.of(3));

    private static final NeedDocument EVEREX_EN = LabOfFacts.need(
            "everex-en",
            Language.EN,
            "Video LLMs that understand human motion",
            NEED_EN,
            List.of("video-understanding", "video-llm", "ai-agent", "pose-estimation"),
            Set.of(3));

    static Stream<Set<Language>> languagesOfTheLab() {
        return Stream.of(EnumSet.of(Language.KO), EnumSet.of(Language.EN), EnumSet.allOf(Language.class));
    }

    @ParameterizedTest
    @MethodSource("languagesOfTheLab")
    void everExFindsSeungryongKimOrAnAreaOfSubProjectThreeAmongTheFirstThree(Set<Language> languages) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(languages))) {
            for (NeedDocument need : List.of(EVEREX_KO, EVEREX_EN)) {
                List<Match> matches =
                        matches(engine.rank(Probe.of(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 10));
                assertThat(matches.stream().limit(3).map(Match::subject))
                        .as(named(matches))
                        .anyMatch(subject -> subject.equals(LabOfFacts.researcher("seungryong-kim"))
                                || LabOfFacts.areasOf(3).contains(subject));
                assertThat(matches.getFirst().strength()).isNotEqualTo(Match.Strength.POSSIBLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languagesOfTheLab")
    void everExFindsSeungryongKimFromItsWordsAloneWithoutChosenTopics(Set<Language> languages) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(languages))) {
            for (NeedDocument need : List.of(EVEREX_KO, EVEREX_EN)) {
                Probe words = new Probe(Probe.of(need).texts(), Set.of(), Set.of());
                List<Match> matches = matches(engine.rank(words, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 5));
                assertThat(matches.stream().limit(3).map(Match::subject))
                        .as(named(matches))
                        .contains(LabOfFacts.researcher("seungryong-kim"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    창고에서 여러 물건을 집어 상자에 담는 로봇팔을 말로 지시하고 싶습니다 | control,sungjoon-choi,minsu-cho,joseph-lim,kukjin-yoon
                    다음 달 제품별 주문량을 미리 알고 싶습니다 | changhee-lee,time-series
                    Forecast next week's electricity demand of our plants | changhee-lee,time-series
                    신약 후보 물질의 3차원 구조를 만들어 보고 싶습니다 | molecules,jongchul-ye
                    우리 모델이 학습한 개인정보를 나중에 지울 수 있어야 합니다 | privacy,albert-no
                    휴대폰에서 돌아가는 가벼운 모델이 필요합니다 | lightweight,architectures,eunho-yang
                    Our chatbot is too slow and its GPU cost too high | eunho-yang,architectures,lightweight
                    브라우저에서 반복 업무를 대신 처리하는 자동화 | jinyoung-yeo,hyungjoo-chae
                    """)
    void everydayWordsFindTheResearchBehindThem(String need, String fitting) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            List<Match> matches = matches(engine.rank(typed(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 5));
            assertThat(List.of(fitting.split(",")))
                    .as(named(matches))
                    .contains(LabOfFacts.name(matches.getFirst().subject()));
        }
    }

    @Test
    void aResearcherFindsTheNeedThatAsksForTheirWork() {
        NeedDocument forecast = LabOfFacts.need(
                "forecast", Language.KO, "매장별 수요 예측", "시계열 데이터로 다음 주 판매량을 예측하고 싶습니다.", List.of(), Set.of());
        List<ExpertDocument> lab = LabOfFacts.documents(EnumSet.of(Language.EN));
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab, EVEREX_KO, forecast)) {
            assertThat(matches(engine.rank(
                                    of(lab, "seungryong-kim"), Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, 5))
                            .getFirst()
                            .subject())
                    .isEqualTo(EVEREX_KO.subject());
            assertThat(matches(engine.rank(of(lab, "changhee-lee"), Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, 5))
                            .getFirst()
                            .subject())
                    .isEqualTo(forecast.subject());
            assertThat(engine.rank(of(lab, "changhee-lee"), Direction.NEEDS_FOR_EXPERT, Set.of(Audience.PUBLIC), 5))
                    .as("both interests are for members")
                    .isInstanceOf(Ranking.Abstained.class);
        }
    }

    @Test
    void sharesAddUpToOneAndComeGreatestFirst() {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            for (Match match :
                    matches(engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 20))) {
                assertThat(match.score()).isBetween(0.0, 1.0);
                assertThat(match.shares()).isNotEmpty();
                assertThat(match.shares()).allMatch(share -> share.part() > 0 && share.part() <= 1);
                assertThat(match.shares().stream().mapToDouble(Share::part).sum())
                        .isCloseTo(1, within(1e-9));
                assertThat(match.shares().stream()
                                .filter(share -> !(share.reason() instanceof Reason.Smaller))
                                .map(Share::part))
                        .isSortedAccordingTo(Collections.reverseOrder());
            }
        }
    }

    @Test
    void takingAReasonAwayFromTheProbeLowersTheScore() {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            Probe with = new Probe(List.of(), LabOfFacts.topics(List.of("video-understanding", "lora")), Set.of());
            Probe without = new Probe(List.of(), LabOfFacts.topics(List.of("lora", "drug-design")), Set.of());
            assertThat(scoreOf(engine, with, "seungryong-kim"))
                    .isGreaterThan(scoreOf(engine, without, "seungryong-kim"));
        }
    }

    @Test
    void hiddenDocumentsChangeNothingInAnyAnswer() {
        List<ExpertDocument> open = LabOfFacts.documents(EnumSet.allOf(Language.class));
        List<ExpertDocument> all = new ArrayList<>(open);
        for (ExpertDocument document : LabOfFacts.documents(EnumSet.of(Language.KO))) {
            all.add(hidden(document, Audience.ACCEPTED, "비디오 LLM과 재활 동작 이해, video LLM, 식당 메뉴"));
            all.add(hidden(document, Audience.NDA, document.text()));
        }
        Collections.shuffle(all, new Random(7));
        try (LuceneMatchEngine alone = LabOfFacts.engine(open);
                LuceneMatchEngine mixed = LabOfFacts.engine(all)) {
            for (NeedDocument need : List.of(EVEREX_KO, EVEREX_EN)) {
                assertThat(mixed.rank(Probe.of(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50))
                        .isEqualTo(alone.rank(Probe.of(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50));
            }
            Probe hiddenWords = typed("식당 메뉴");
            assertThat(mixed.rank(hiddenWords, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50))
                    .isEqualTo(alone.rank(hiddenWords, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50));
            assertThat(mixed.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, EnumSet.allOf(Audience.class), 50))
                    .isNotEqualTo(alone.rank(
                            Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, EnumSet.allOf(Audience.class), 50));
            assertThat(mixed.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, Set.of(), 50))
                    .isInstanceOfSatisfying(
                            Ranking.Abstained.class,
                            abstained -> assertThat(abstained.reason())
                                    .isEqualTo(Ranking.Abstained.Reason.NOTHING_TO_SEARCH));
        }
    }

    @Test
    void aLimitedRankingComputesFewAndStillFindsTheBestOfWhatMayBeSeen() {
        List<ExpertDocument> all = new ArrayList<>(LabOfFacts.documents(EnumSet.allOf(Language.class)));
        for (ExpertDocument document : LabOfFacts.documents(EnumSet.of(Language.KO))) {
            all.add(hidden(document, Audience.NDA, "비디오 LLM과 재활 동작 이해, video LLM, 식당 메뉴"));
        }
        try (LuceneMatchEngine engine = LabOfFacts.engine(all)) {
            List<Match> whole =
                    matches(engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50));
            engine.goAsFar(new Scoring.Limits(0, 100, 5, 3, 5));
            List<Match> few =
                    matches(engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50));
            assertThat(whole).hasSizeGreaterThan(5);
            // Whatever is computed is computed as ever.
            assertThat(few).isNotEmpty().hasSizeLessThanOrEqualTo(5).isSubsetOf(whole);
            assertThat(few.getFirst()).isEqualTo(whole.getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "사내 구내식당 메뉴 개선",
                "Choose a caterer and new chairs for the staff party",
                "직원 휴가 신청 절차와 주차장 배정 규정을 새로 정하고 싶습니다."
            })
    void itAbstainsFromAnOffTopicNeedAndSaysWhatIsMissing(String need) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            assertThat(engine.rank(typed(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 10))
                    .isInstanceOfSatisfying(Ranking.Abstained.class, abstained -> {
                        assertThat(abstained.reason()).isEqualTo(Ranking.Abstained.Reason.NOTHING_CLOSE);
                        assertThat(abstained.unknownWords()).isNotEmpty();
                    });
        }
    }

    @Test
    void itSaysThatANeedNamesNoTopicAndTooLittle() {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            assertThat(engine.rank(typed("xyzzy plugh quuxes"), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 10))
                    .isInstanceOfSatisfying(Ranking.Abstained.class, abstained -> {
                        assertThat(abstained.missing())
                                .contains(Ranking.Abstained.Missing.TOPIC, Ranking.Abstained.Missing.DETAIL);
                        assertThat(abstained.unknownWords()).contains("xyzzy", "plugh");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n ", "우리 회사의 기술 개발을 위한 협력을 희망합니다", "We want to collaborate with you"})
    void itAbstainsFromANeedThatAsksNothing(String need) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.allOf(Language.class)))) {
            assertThat(engine.rank(typed(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 10))
                    .isInstanceOfSatisfying(Ranking.Abstained.class, abstained -> {
                        assertThat(abstained.reason()).isEqualTo(Ranking.Abstained.Reason.NOTHING_ASKED);
                        assertThat(abstained.missing())
                                .contains(
                                        need.isBlank()
                                                ? Ranking.Abstained.Missing.TEXT
                                                : Ranking.Abstained.Missing.TOPIC);
                    });
        }
    }

    @Test
    void anEngineThatWasNeverFilledAbstains() {
        try (LuceneMatchEngine engine = LabOfFacts.engine()) {
            assertThat(engine.rank(typed("비디오 LLM"), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 10))
                    .isInstanceOfSatisfying(
                            Ranking.Abstained.class,
                            abstained -> assertThat(abstained.reason())
                                    .isEqualTo(Ranking.Abstained.Reason.NOTHING_TO_SEARCH));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "강화학습으로 로봇 조작을 배우기, 강화 학습으로 로봇조작을 배우기",
        "시계열 예측 모델, 시계열예측 모델",
        "sim-to-real transfer, sim to real transfer",
        "data set distillation, datasets distillation"
    })
    void spacingDoesNotMatter(String one, String other) {
        try (LuceneMatchEngine engine = LabOfFacts.engine(LabOfFacts.documents(EnumSet.of(Language.EN)))) {
            List<Match> first = matches(engine.rank(typed(one), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 3));
            List<Match> second = matches(engine.rank(typed(other), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 3));
            assertThat(second.getFirst().subject()).isEqualTo(first.getFirst().subject());
            assertThat(second.getFirst().score()).isCloseTo(first.getFirst().score(), within(0.15));
        }
    }

    @Test
    void replacingOneSubjectEqualsBuildingAnew() {
        List<ExpertDocument> lab = LabOfFacts.documents(EnumSet.allOf(Language.class));
        Subject.Researcher changed = LabOfFacts.researcher("changhee-lee");
        ExpertDocument written = LabOfFacts.document(
                changed,
                3,
                ExpertDocument.Kind.HEADLINE,
                SourceReference.Kind.RESEARCHER,
                "changhee-lee",
                Language.KO,
                "재활 동작의 비디오 이해",
                Set.of());
        List<ExpertDocument> after = new ArrayList<>(List.of(written));
        lab.stream().filter(document -> !document.subject().equals(changed)).forEach(after::add);
        try (LuceneMatchEngine stepwise = LabOfFacts.engine(lab, EVEREX_EN);
                LuceneMatchEngine anew = LabOfFacts.engine(after, EVEREX_KO)) {
            Probe probe = Probe.of(EVEREX_KO);
            Ranking before = stepwise.rank(probe, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50);
            stepwise.replace(changed, List.of());
            stepwise.replace(changed, List.of(written));
            stepwise.replace(EVEREX_EN.subject(), Optional.empty());
            stepwise.replace(EVEREX_KO.subject(), Optional.of(EVEREX_KO));
            assertThat(stepwise.rank(probe, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50))
                    .isEqualTo(anew.rank(probe, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50))
                    .isNotEqualTo(before);
            Probe expert = of(after, "seungryong-kim");
            assertThat(stepwise.rank(expert, Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, 5))
                    .isEqualTo(anew.rank(expert, Direction.NEEDS_FOR_EXPERT, LabOfFacts.MEMBERS, 5));
        }
    }

    @Test
    void aDocumentAboutAnotherSubjectIsRefusedAndNothingChanges() {
        List<ExpertDocument> lab = LabOfFacts.documents(EnumSet.of(Language.KO));
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab)) {
            Ranking before = engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50);
            assertThatThrownBy(() -> engine.replace(LabOfFacts.researcher("albert-no"), lab))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.replace(new Subject.Interest(InterestId.fresh()), Optional.of(EVEREX_KO)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50))
                    .isEqualTo(before);
        }
    }

    @Test
    void highlightsLieInTheirSentencesAndSentencesInTheirSources() {
        List<ExpertDocument> lab = LabOfFacts.documents(EnumSet.allOf(Language.class));
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab)) {
            for (NeedDocument need : List.of(EVEREX_KO, EVEREX_EN)) {
                for (Match match :
                        matches(engine.rank(Probe.of(need), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 30))) {
                    assertThat(match.evidence()).isNotEmpty();
                    for (Evidence evidence : match.evidence()) {
                        assertThat(evidence.reasons()).isNotEmpty();
                        inside(evidence.found());
                        assertThat(evidence.found().highlights()).isNotEmpty();
                        assertThat(lab.stream()
                                        .filter(document -> document.subject().equals(match.subject())
                                                && document.source()
                                                        .equals(evidence.found().source()))
                                        .map(ExpertDocument::text))
                                .anyMatch(text -> text.contains(evidence.found().sentence()));
                        if (evidence.asked() instanceof Evidence.Asked.Sentence asked) {
                            inside(asked.quote());
                            if (evidence.reasons().stream().noneMatch(Reason.ImpliedConcept.class::isInstance)) {
                                assertThat(asked.quote().highlights()).isNotEmpty();
                            }
                            assertThat(need.texts())
                                    .anyMatch(text ->
                                            text.text().contains(asked.quote().sentence()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void equalScoresComeInTheOrderOfTheirIds() {
        List<ExpertDocument> twins = new ArrayList<>();
        for (String slug : List.of("a", "b", "c", "d", "e")) {
            twins.add(LabOfFacts.document(
                    LabOfFacts.researcher(slug),
                    null,
                    ExpertDocument.Kind.HEADLINE,
                    SourceReference.Kind.RESEARCHER,
                    slug,
                    Language.KO,
                    "비디오 이해",
                    Set.of()));
        }
        List<Subject.Expert> ids = twins.stream().map(ExpertDocument::subject).toList();
        twins.addAll(LabOfFacts.documents(EnumSet.of(Language.KO)));
        try (LuceneMatchEngine engine = LabOfFacts.engine(twins)) {
            List<Match> matches =
                    matches(engine.rank(typed("비디오 이해"), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50)).stream()
                            .filter(match -> ids.contains(match.subject()))
                            .toList();
            assertThat(matches).hasSize(5);
            assertThat(matches.stream().map(Match::score).distinct()).hasSize(1);
            assertThat(matches.stream().map(Match::subject)).isSortedAccordingTo(Subject.ORDER);
        }
    }

    @Test
    void rankingGoesOnWhileContentIsReplaced() throws InterruptedException, ExecutionException {
        List<ExpertDocument> lab = LabOfFacts.documents(EnumSet.allOf(Language.class));
        Glossary glossary = GlossaryTable.shipped().glossary();
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Ranking expected = engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 5);
            List<Future<Boolean>> asking = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                asking.add(threads.submit(() -> {
                    boolean same = true;
                    for (int n = 0; n < 60; n++) {
                        same &= engine.rank(Probe.of(EVEREX_KO), Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 5)
                                .equals(expected);
                    }
                    return same;
                }));
            }
            Subject.Researcher someone = LabOfFacts.researcher("edwin-fong");
            List<ExpertDocument> theirs =
                    lab.stream().filter(d -> d.subject().equals(someone)).toList();
            for (int n = 0; n < 10; n++) {
                engine.replace(someone, theirs);
                engine.rebuild(glossary, lab.stream(), Stream.of());
            }
            for (Future<Boolean> answers : asking) {
                assertThat(answers.get()).isTrue();
            }
        }
    }

    @Test
    void recentWorksWeighMoreAndPinnedOnesDoNotGrowOld() {
        String grasping = "창고 로봇이 물체를 집는 강화 학습";
        String clouds = "위성 영상에서 구름을 지우는 방법";
        List<ExpertDocument> lab = new ArrayList<>(List.of(
                work("joseph-lim", ExpertDocument.Kind.RESULT, grasping, 2025),
                work("joseph-lim", ExpertDocument.Kind.RESULT, clouds, 2015),
                work("minsu-cho", ExpertDocument.Kind.RESULT, grasping, 2015),
                work("minsu-cho", ExpertDocument.Kind.RESULT, clouds, 2025),
                work("albert-no", ExpertDocument.Kind.KEY_RESULT, grasping, 2015),
                work("albert-no", ExpertDocument.Kind.RESULT, clouds, 2025),
                work("eunho-yang", ExpertDocument.Kind.RESULT, grasping, 2015),
                work("eunho-yang", ExpertDocument.Kind.RESULT, clouds, 2015)));
        Probe need = typed("로봇으로 창고의 물체를 집고 싶습니다");
        double alone;
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab)) {
            double recent = scoreOf(engine, need, "joseph-lim");
            alone = scoreOf(engine, need, "eunho-yang");
            assertThat(scoreOf(engine, need, "minsu-cho")).isPositive().isLessThan(recent);
            assertThat(scoreOf(engine, need, "albert-no")).isGreaterThanOrEqualTo(recent);
            // Whatever year it is: nothing is old beside nothing newer.
            assertThat(alone).isEqualTo(recent);
        }
        ExpertDocument newer = work("eunho-yang", ExpertDocument.Kind.RESULT, clouds, 2026);
        lab.add(new ExpertDocument(
                newer.id(),
                newer.subject(),
                null,
                newer.kind(),
                newer.source(),
                newer.text(),
                newer.language(),
                Audience.NDA,
                newer.date(),
                Set.of()));
        try (LuceneMatchEngine engine = LabOfFacts.engine(lab)) {
            assertThat(scoreOf(engine, need, "eunho-yang"))
                    .as("beside a newer work that may not be seen")
                    .isEqualTo(alone);
        }
    }

    private static ExpertDocument work(String researcher, ExpertDocument.Kind kind, String text, int year) {
        Subject.Researcher subject = LabOfFacts.researcher(researcher);
        SourceReference source = new SourceReference(
                SourceReference.Kind.RESULT, LabOfFacts.uuid(researcher + text + year), "text", Language.KO);
        return new ExpertDocument(
                source.documentId(subject),
                subject,
                null,
                kind,
                source,
                text,
                Language.KO,
                Audience.PUBLIC,
                LocalDate.of(year, 1, 1),
                Set.of());
    }

    private static Probe typed(String text) {
        SourceReference source =
                new SourceReference(SourceReference.Kind.INTEREST, LabOfFacts.uuid("typed"), "need", Language.KO);
        return new Probe(List.of(new Probe.Text(source, Probe.Emphasis.BODY, Language.KO, text)), Set.of(), Set.of());
    }

    private static Probe of(List<ExpertDocument> lab, String researcher) {
        return Probe.of(lab.stream()
                .filter(document -> document.subject().equals(LabOfFacts.researcher(researcher)))
                .toList());
    }

    private static ExpertDocument hidden(ExpertDocument document, Audience audience, String text) {
        SourceReference source = new SourceReference(
                SourceReference.Kind.RESULT, LabOfFacts.uuid(audience + text), "hidden", document.language());
        return new ExpertDocument(
                source.documentId(document.subject()),
                document.subject(),
                3,
                ExpertDocument.Kind.RESULT,
                source,
                text,
                document.language(),
                audience,
                null,
                document.topics());
    }

    private static double scoreOf(MatchEngine engine, Probe probe, String researcher) {
        return switch (engine.rank(probe, Direction.EXPERTS_FOR_NEED, LabOfFacts.MEMBERS, 50)) {
            case Ranking.Matches found ->
                found.matches().stream()
                        .filter(match -> match.subject().equals(LabOfFacts.researcher(researcher)))
                        .mapToDouble(Match::score)
                        .sum();
            case Ranking.Abstained none -> 0;
        };
    }

    private static List<Match> matches(Ranking ranking) {
        assertThat(ranking).isInstanceOf(Ranking.Matches.class);
        return ((Ranking.Matches) ranking).matches();
    }

    private static String named(List<Match> matches) {
        return matches.stream()
                .map(match -> LabOfFacts.name(match.subject()) + " " + Math.round(match.score() * 100))
                .toList()
                .toString();
    }

    private static void inside(Evidence.Quote quote) {
        int free = 0;
        for (Evidence.Range range : quote.highlights()) {
            assertThat(range.start()).isGreaterThanOrEqualTo(free);
            assertThat(range.end())
                    .isGreaterThan(range.start())
                    .isLessThanOrEqualTo(quote.sentence().length());
            free = range.end();
        }
    }
}

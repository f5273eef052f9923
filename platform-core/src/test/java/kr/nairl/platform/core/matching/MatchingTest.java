package kr.nairl.platform.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.research.CountedStatements;
import kr.nairl.platform.core.research.LabOfTests;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherLinks;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.ResearcherWords;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.GlossaryImport;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final OrganisationId KAIST = CoreDatabase.organisation("UNIVERSITY", "카이스트", "KAIST");
    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "에버엑스", "EverEx");
    private static final OrganisationId RIVAL = CoreDatabase.organisation("COMPANY", "남의회사", "Other");
    private static final OrganisationId LAB = CoreDatabase.organisation("LAB", "연구거점", "Lab");
    private static final Actor.Person MEMBER = CoreDatabase.person(COMPANY, "윤찬", Role.MEMBER);
    private static final Actor.Person STRANGER = CoreDatabase.person(RIVAL, "남", Role.MEMBER);
    private static final Actor.Person MANAGER = CoreDatabase.person(LAB, "관리", Role.LAB_MANAGER);
    private static final Actor.Person SEUNGRYONG = CoreDatabase.person(KAIST, "김승룡", Role.RESEARCHER);
    private static final Actor.Person CHANGHEE = CoreDatabase.person(KAIST, "이창희", Role.RESEARCHER);

    private static SubProject generation;
    private static ResearchAreaId area;
    private static ResearcherId seungryong;
    private static ResearcherId changhee;

    private final Matching matching = CoreDatabase.bean(Matching.class);
    private final MatchIndex index = CoreDatabase.bean(MatchIndex.class);
    private final InterestDesk desk = CoreDatabase.bean(InterestDesk.class);

    @BeforeAll
    static void aFewOfTheLabsPeople() {
        CoreDatabase.bean(GlossaryImport.class).importTable(Actor.Job.SETUP, GlossaryTable.shipped());
        generation = LabOfTests.subProject("초고차원 멀티모달 파운데이션 모델 연구", KAIST);
        area = LabOfTests.area(
                generation,
                LocalizedText.of("텍스트-영상·4D 생성", "Text-to-image/video and 4D generation"),
                "4D generation",
                "3D motion prediction",
                "super-resolution");
        seungryong = researcher(
                "김승룡",
                "Seungryong Kim",
                SEUNGRYONG,
                "영상 속 점을 끝까지 따라가며 장면을 이해합니다.",
                "point tracking",
                "video understanding",
                "video generation");
        changhee = researcher("이창희", "Changhee Lee", CHANGHEE, "시계열 파운데이션 모델을 만듭니다.", "time-series foundation models");
        researcher("예종철", "Jong Chul Ye", null, "분자 생성과 초해상화를 연구합니다.", "molecule generation", "super-resolution");
        researcher("임재환", "Joseph J. Lim", null, "로봇 학습을 연구합니다.", "robot learning", "simulation-based training");
        researcher("에드윈 퐁", "Edwin Fong", null, "예측 베이지안 추론을 연구합니다.", "predictive Bayesian inference");
        researcher("조성현", "Sunghyun Cho", null, "3D 모델의 품질을 높입니다.", "generative AI", "3D model enhancement");
    }

    @Test
    void aKoreanNeedForVideoModelsFindsSeungryongKimWithEvidenceFromHisOwnTexts() {
        InterestId id = desk.create(MEMBER, videoNeed(Audience.MEMBERS));
        index.awaitFresh(SOON);
        MatchPage.Found page = found(matching.forInterest(MEMBER, id, 10));
        assertThat(page.engine()).isNotBlank();
        assertThat(page.computedAt()).isEqualTo(CoreDatabase.clock().instant());
        MatchRow row = rows(page)
                .limit(3)
                .filter(found -> is(found, seungryong))
                .findFirst()
                .orElseThrow();
        assertThat(row.score()).isBetween(0.1, 1.0);
        assertThat(row.shares().stream().mapToDouble(MatchRow.ReasonShare::part).sum())
                .isBetween(0.999, 1.001);
        assertThat(row.shares())
                .extracting(MatchRow.ReasonShare::why)
                .filteredOn(Why.SameConcept.class::isInstance)
                .extracting(why -> ((Why.SameConcept) why).concept().label().ko())
                .contains("비디오 이해");
        assertThat(row.shares())
                .extracting(MatchRow.ReasonShare::why)
                .anySatisfy(why -> assertThat(why)
                        .isInstanceOfSatisfying(
                                Why.SameSubProject.class,
                                same -> assertThat(same.subProject().id()).isEqualTo(generation.id())));

        ResearcherPage his = CoreDatabase.bean(ResearcherDirectory.class)
                .page(MEMBER, ((Who.Researcher) row.who()).card().slug());
        String topicsKo = String.join(
                ", ",
                his.card().topics().stream().map(topic -> topic.label().ko()).toList());
        String topicsEn = String.join(
                ", ",
                his.card().topics().stream().map(topic -> topic.label().en()).toList());
        String headline = his.card().headline().ko();
        assertThat(row.quotes()).isNotEmpty().allSatisfy(quote -> {
            assertThat(List.of(headline, topicsKo, topicsEn))
                    .anySatisfy(text -> assertThat(text).contains(quote.found().sentence()));
            assertThat(quote.found().highlights())
                    .isNotEmpty()
                    .allSatisfy(range -> assertThat(range.end())
                            .isLessThanOrEqualTo(quote.found().sentence().length()));
            assertThat(quote.found().source().row()).isEqualTo(seungryong.value());
        });
    }

    @Test
    void whatBothSidesSayInTwoLanguagesIsQuotedInTheReaders() {
        InterestId id = desk.create(
                MEMBER,
                new InterestWords(
                        LocalizedText.of("확산 모델로 만드는 인터넷 비디오", "Internet video made by diffusion models"),
                        LocalizedText.of(
                                "확산 모델로 재활 비디오를 생성하고자 합니다.",
                                "We want to generate rehabilitation video with diffusion models."),
                        CollaborationMode.JOINT_RESEARCH,
                        null,
                        BudgetBand.UNDECIDED,
                        Audience.MEMBERS,
                        List.of(),
                        Set.of()));
        index.awaitFresh(SOON);
        MatchRow row = rows(found(matching.forInterest(MEMBER, id, 10)))
                .filter(one -> is(one, seungryong))
                .findFirst()
                .orElseThrow();
        for (Language reader : Language.values()) {
            assertThat(row.quotes(reader)).isNotEmpty().allSatisfy(quote -> {
                assertThat(quote.found().source().language()).isEqualTo(reader);
                assertThat(quote.found().highlights()).isNotEmpty();
                assertThat(quote.asked())
                        .isInstanceOfSatisfying(
                                MatchRow.Asked.Sentence.class,
                                asked -> assertThat(asked.quote().source().language())
                                        .isEqualTo(reader));
            });
        }
        assertThat(row.quotes()).hasSize(2 * row.quotes(Language.KO).size());
    }

    @Test
    void anInterestIsMatchedForItsOwnCompanyOnly() {
        InterestId id = desk.create(MEMBER, videoNeed(Audience.PUBLIC));
        desk.apply(MEMBER, id, InterestCommand.OPEN, 0);
        for (Actor other : List.of(STRANGER, MANAGER, SEUNGRYONG, Actor.VISITOR, Actor.Job.SETUP)) {
            assertThatThrownBy(() -> matching.forInterest(other, id, 5)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> matching.forInterest(MEMBER, InterestId.fresh(), 5))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> matching.forInterest(MEMBER, id, 0)).isInstanceOf(InvalidInputException.class);
        desk.apply(MEMBER, id, InterestCommand.CLOSE, 1);
    }

    @Test
    void aResearcherIsMatchedForThemselvesAndLabManagersOnly() {
        for (Actor other : List.of(STRANGER, MEMBER, CHANGHEE, Actor.VISITOR)) {
            assertThatThrownBy(() -> matching.forResearcher(other, seungryong, 5))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> matching.forResearcher(MANAGER, ResearcherId.fresh(), 5))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyOpenInterestsThatTheResearcherMaySeeAreRanked() {
        InterestId members = opened(videoNeed(Audience.MEMBERS));
        InterestId open = opened(videoNeed(Audience.PUBLIC));
        InterestId accepted = opened(videoNeed(Audience.ACCEPTED));
        InterestId draft = desk.create(MEMBER, videoNeed(Audience.PUBLIC));
        InterestId paused = opened(videoNeed(Audience.PUBLIC));
        desk.apply(MEMBER, paused, InterestCommand.PAUSE, 1);
        index.awaitFresh(SOON);
        for (Actor reader : List.of(SEUNGRYONG, MANAGER)) {
            assertThat(interests(matching.forResearcher(reader, seungryong, 50)))
                    .contains(members, open)
                    .doesNotContain(accepted, draft, paused);
        }
        assertThat(rows(found(matching.forResearcher(SEUNGRYONG, seungryong, 50))))
                .allSatisfy(row -> assertThat(row.quotes()).isNotEmpty());
        for (InterestId id : List.of(members, open, accepted)) {
            desk.apply(MEMBER, id, InterestCommand.CLOSE, 1);
        }
    }

    @Test
    void whatIsNoLongerVisibleIsNotShownEvenBeforeTheIndexHears() {
        InterestId id = opened(videoNeed(Audience.MEMBERS));
        index.awaitFresh(SOON);
        assertThat(interests(matching.forResearcher(SEUNGRYONG, seungryong, 50)))
                .contains(id);
        // Past the use cases, so no change is announced and the index keeps the interest.
        CoreDatabase.asOwner("UPDATE interest SET audience = 'ACCEPTED' WHERE id = ?", id.value());
        assertThat(interests(matching.forResearcher(SEUNGRYONG, seungryong, 50)))
                .doesNotContain(id);
        CoreDatabase.asOwner("UPDATE interest SET audience = 'MEMBERS' WHERE id = ?", id.value());
        CoreDatabase.asOwner(
                "UPDATE interest SET title_ko = '다른 이야기', need_ko = '전혀 다른 이야기입니다' WHERE id = ?", id.value());
        assertThat(interests(matching.forResearcher(SEUNGRYONG, seungryong, 50)))
                .doesNotContain(id);
        CoreDatabase.asOwner("UPDATE interest SET state = 'CLOSED' WHERE id = ?", id.value());
    }

    @Test
    void theIndexFollowsWhatPeopleDo() {
        index.awaitFresh(SOON);
        InterestId id = opened(videoNeed(Audience.MEMBERS));
        until(() ->
                interests(matching.forResearcher(SEUNGRYONG, seungryong, 50)).contains(id));
        desk.apply(MEMBER, id, InterestCommand.CLOSE, 1);
        until(() ->
                !interests(matching.forResearcher(SEUNGRYONG, seungryong, 50)).contains(id));

        InterestId need = desk.create(
                MEMBER,
                words(
                        "비 오는 밤의 보행 재식별",
                        "어두운 골목에서 서로 다른 카메라에 찍힌 사람이 같은 사람인지 알아내는 보행 재식별 방법을 찾고 있습니다.",
                        Audience.MEMBERS,
                        LabOfTests.topics("gait re-identification at night")));
        assertThat(experts(matching.forInterest(MEMBER, need, 50))).doesNotContain(changhee);
        ResearcherDesk researcherDesk = CoreDatabase.bean(ResearcherDesk.class);
        ResearcherPage page = researcherDesk.own(CHANGHEE);
        List<ConceptId> topics = Stream.concat(
                        LabOfTests.topics("gait re-identification at night").stream(),
                        page.card().topics().stream().map(topic -> topic.id()))
                .toList();
        researcherDesk.edit(
                CHANGHEE,
                new ResearcherWords(
                        LocalizedText.of("어두운 골목의 보행 재식별을 연구합니다.", null),
                        LocalizedText.EMPTY,
                        LocalizedText.EMPTY,
                        true,
                        topics,
                        Set.of(),
                        ResearcherLinks.NONE),
                page.version());
        until(() -> experts(matching.forInterest(MEMBER, need, 50)).contains(changhee));
        assertThat(rows(found(matching.forInterest(MEMBER, need, 1))))
                .singleElement()
                .satisfies(row -> assertThat(row.quotes())
                        .extracting(quote -> quote.found().sentence())
                        .contains("어두운 골목의 보행 재식별을 연구합니다."));
    }

    @Test
    void aSentenceOfAResultNamesTheResult() {
        ResearcherDesk researcherDesk = CoreDatabase.bean(ResearcherDesk.class);
        researcherDesk.addResult(
                SEUNGRYONG,
                new ResultWords(
                        LocalizedText.of(null, "Underwater kelp segmentation from drifting buoys"),
                        null,
                        2026,
                        null,
                        null,
                        LocalizedText.of(null, "Kelp forests are segmented from buoy cameras."),
                        List.of(),
                        List.of()));
        InterestId need = desk.create(
                MEMBER,
                new InterestWords(
                        LocalizedText.of(null, "Kelp forests seen from buoy cameras"),
                        LocalizedText.of(
                                null,
                                "We moor buoy cameras above kelp forests and want the kelp segmented in every drifting frame."),
                        CollaborationMode.JOINT_RESEARCH,
                        null,
                        BudgetBand.UNDECIDED,
                        Audience.MEMBERS,
                        List.of(),
                        Set.of()));
        index.awaitFresh(SOON);
        assertThat(rows(found(matching.forInterest(MEMBER, need, 5))).filter(row -> is(row, seungryong)))
                .singleElement()
                .satisfies(row -> assertThat(row.quotes()).anySatisfy(quote -> {
                    assertThat(quote.found().source().kind()).isEqualTo(SourceReference.Kind.RESULT);
                    assertThat(quote.found().title().en())
                            .isEqualTo("Underwater kelp segmentation from drifting buoys");
                }));
    }

    @Test
    void areasAreRankedBesideResearchers() {
        InterestId need = desk.create(
                MEMBER,
                words(
                        "환자 동작의 4D 생성",
                        "재활 환자의 다음 동작을 예측하여 3D 동작 예측과 4D 생성으로 미리 보여 주는 방법을 함께 연구하고 싶습니다.",
                        Audience.MEMBERS,
                        LabOfTests.topics("4D generation", "3D motion prediction")));
        index.awaitFresh(SOON);
        assertThat(rows(found(matching.forInterest(MEMBER, need, 10))))
                .extracting(MatchRow::who)
                .anySatisfy(who -> assertThat(who)
                        .isInstanceOfSatisfying(
                                Who.Area.class,
                                found -> assertThat(found.card().id()).isEqualTo(area)));
    }

    @Test
    void anEmptyNeedIsAnsweredWithWhatItLacks() {
        InterestId need = desk.create(
                MEMBER, words(LocalizedText.of("ㅁㄴㅇㄹ", null), LocalizedText.EMPTY, Audience.MEMBERS, List.of()));
        index.awaitFresh(SOON);
        assertThat(matching.forInterest(MEMBER, need, 10))
                .isInstanceOfSatisfying(
                        MatchPage.Abstained.class,
                        abstained -> assertThat(abstained.missing()).isNotEmpty());
    }

    @Test
    void aTopicThatWouldRaiseAMatchDoesSoWhenTheNeedNamesIt() {
        InterestWords before = words(
                "로봇 학습과 비디오 이해",
                "비디오 이해와 로봇 학습을 함께 연구하고 싶습니다.",
                Audience.MEMBERS,
                LabOfTests.topics("video understanding", "robot learning"));
        InterestId need = desk.create(MEMBER, before);
        index.awaitFresh(SOON);
        List<MatchRow> rows =
                rows(found(matching.forInterest(MEMBER, need, 50))).toList();
        // Whoever of the two stands lower has topics of their own left to name.
        MatchRow lower = rows.stream()
                .filter(row -> named(row, "임재환") || is(row, seungryong))
                .reduce((first, last) -> last)
                .orElseThrow();
        int rank = rows.indexOf(lower) + 1;
        assertThat(rank).isGreaterThan(1);
        ResearcherId who = ((Who.Researcher) lower.who()).card().id();
        Subject.Expert expert = new Subject.Researcher(who);

        List<Raiser> raisers = matching.raisers(MEMBER, need, expert);

        assertThat(raisers).isNotEmpty().hasSizeLessThanOrEqualTo(Matching.MAX_RAISERS);
        Raiser best = raisers.getFirst();
        assertThat(best.rank()).isLessThan(rank);
        InterestId more = desk.create(
                MEMBER,
                words(
                        before.title(),
                        before.need(),
                        Audience.MEMBERS,
                        Stream.concat(
                                        before.topics().stream(),
                                        Stream.of(best.topic().id()))
                                .toList()));
        List<MatchRow> then =
                rows(found(matching.forInterest(MEMBER, more, 50))).toList();
        MatchRow raised = then.get(best.rank() - 1);
        assertThat(is(raised, who)).isTrue();
        assertThat(raised.score()).isEqualTo(best.score());

        assertThat(matching.raisers(MEMBER, need, new Subject.Researcher(ResearcherId.fresh())))
                .isEmpty();
        for (Actor other : List.of(STRANGER, MANAGER, SEUNGRYONG, Actor.VISITOR)) {
            assertThatThrownBy(() -> matching.raisers(other, need, expert)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void researchersOfLikeWorkAreFoundWithWhatTheyShare() {
        ResearcherId like = researcher(
                "조영상",
                "Young Cho",
                null,
                "비디오 이해와 비디오 생성을 연구합니다.",
                "video understanding",
                "video generation",
                "point tracking");
        index.awaitFresh(SOON);
        for (Actor reader : List.of(MEMBER, SEUNGRYONG, MANAGER)) {
            List<MatchRow> rows = matching.similar(reader, seungryong, 3);
            assertThat(rows).isNotEmpty().hasSizeLessThanOrEqualTo(3).noneMatch(row -> is(row, seungryong));
            assertThat(is(rows.getFirst(), like)).isTrue();
            assertThat(rows.getFirst().shares())
                    .extracting(MatchRow.ReasonShare::why)
                    .anyMatch(Why.SameConcept.class::isInstance);
        }
        assertThat(matching.similar(MEMBER, changhee, 3)).noneMatch(row -> is(row, seungryong));
        assertThatThrownBy(() -> matching.similar(MEMBER, ResearcherId.fresh(), 3))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> matching.similar(Actor.VISITOR, seungryong, 3)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> matching.similar(MEMBER, seungryong, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anAnswerTakesAsManyStatementsForManyRowsAsForOne() {
        InterestId id = desk.create(MEMBER, videoNeed(Audience.MEMBERS));
        index.awaitFresh(SOON);
        assertThat(rows(found(matching.forInterest(MEMBER, id, 50))).count()).isGreaterThan(1);
        assertThat(CountedStatements.in(() -> matching.forInterest(MEMBER, id, 50)))
                .isLessThanOrEqualTo(16);
    }

    private InterestId opened(InterestWords words) {
        InterestId id = desk.create(MEMBER, words);
        assertThat(desk.apply(MEMBER, id, InterestCommand.OPEN, 0)).isInstanceOf(InterestOutcome.Moved.class);
        return id;
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static MatchPage.Found found(MatchPage page) {
        assertThat(page).isInstanceOf(MatchPage.Found.class);
        return (MatchPage.Found) page;
    }

    private static Stream<MatchRow> rows(MatchPage page) {
        return switch (page) {
            case MatchPage.Found found -> found.rows().stream();
            case MatchPage.Abstained abstained -> Stream.empty();
        };
    }

    private static List<InterestId> interests(MatchPage page) {
        return rows(page).map(row -> ((Who.Interest) row.who()).card().id()).toList();
    }

    private static List<ResearcherId> experts(MatchPage page) {
        return rows(page)
                .map(MatchRow::who)
                .filter(Who.Researcher.class::isInstance)
                .map(who -> ((Who.Researcher) who).card().id())
                .toList();
    }

    private static boolean is(MatchRow row, ResearcherId id) {
        return row.who() instanceof Who.Researcher found && found.card().id().equals(id);
    }

    private static boolean named(MatchRow row, String ko) {
        return row.who() instanceof Who.Researcher found
                && ko.equals(found.card().name().ko());
    }

    @Test
    void aPinnedResultStandsForItsResearcher() {
        Actor.Person scholar = CoreDatabase.person(KAIST, "핀", Role.RESEARCHER);
        ResearcherId self = researcher("나핀", "Pin Na", scholar, "해조 숲을 봅니다.", "robot learning");
        ResearcherDesk research = CoreDatabase.bean(ResearcherDesk.class);
        ResultId shown = research.addResult(scholar, result("Kelp seen from buoys", 2016));
        ResultId other = research.addResult(scholar, result("Kelp seen from satellites", 2024));
        research.pin(scholar, List.of(shown));
        assertThat(kinds(self))
                .containsEntry(shown.value(), ExpertDocument.Kind.KEY_RESULT)
                .containsEntry(other.value(), ExpertDocument.Kind.RESULT);
        research.pin(scholar, List.of());
        assertThat(kinds(self)).containsEntry(shown.value(), ExpertDocument.Kind.RESULT);
    }

    private static Map<UUID, ExpertDocument.Kind> kinds(ResearcherId researcher) {
        return CoreDatabase.bean(Transactions.class)
                .read(
                        Actor.Job.INDEXER,
                        () -> CoreDatabase.beans(ExpertDocuments.class).stream()
                                .flatMap(source -> source.about(List.of(new Subject.Researcher(researcher))).stream())
                                .filter(document -> document.source().kind() == SourceReference.Kind.RESULT)
                                .collect(Collectors.toMap(
                                        document -> document.source().row(), ExpertDocument::kind)));
    }

    private static ResultWords result(String title, int year) {
        return new ResultWords(
                LocalizedText.of(null, title), null, year, null, null, LocalizedText.EMPTY, List.of(), List.of());
    }

    private static ResearcherId researcher(
            String ko, String en, Actor.@Nullable Person person, String headline, String... topics) {
        return LabOfTests.researcher(
                LocalizedText.of(ko, en),
                KAIST,
                generation,
                ResearcherRole.RESEARCHER,
                person == null ? null : person.id(),
                LocalizedText.of(headline, null),
                topics);
    }

    private static InterestWords videoNeed(Audience audience) {
        return words(
                "사람의 움직임을 이해하는 비디오 LLM",
                "재활 운동 영상에서 관절의 움직임을 이해하고 설명하는 비디오 LLM을 함께 연구하고 싶습니다. 비디오 이해와 자세 추정이 핵심입니다.",
                audience,
                LabOfTests.topics("video understanding", "pose estimation"));
    }

    private static InterestWords words(String title, String need, Audience audience, List<ConceptId> topics) {
        return words(LocalizedText.of(title, null), LocalizedText.of(need, null), audience, topics);
    }

    private static InterestWords words(
            LocalizedText title, LocalizedText need, Audience audience, List<ConceptId> topics) {
        return new InterestWords(
                title,
                need,
                CollaborationMode.JOINT_RESEARCH,
                null,
                BudgetBand.UNDECIDED,
                audience,
                topics,
                Set.of(generation.id()));
    }
}

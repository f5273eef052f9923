package kr.nairl.platform.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ResearchTest {

    private static final OrganisationId UNIVERSITY =
            CoreDatabase.organisation("UNIVERSITY", "도담대학교", "Dodam University");
    private static final OrganisationId COMPANY = CoreDatabase.organisation("COMPANY", "바깥회사", "Outside");
    private static final Actor.Person LEADER = CoreDatabase.person(UNIVERSITY, "한책임", Role.RESEARCHER);
    private static final Actor.Person SCHOLAR = CoreDatabase.person(UNIVERSITY, "두연구", Role.RESEARCHER);
    private static final Actor.Person UNLINKED = CoreDatabase.person(UNIVERSITY, "세무명", Role.RESEARCHER);
    private static final Actor.Person OUTSIDER = CoreDatabase.person(COMPANY, "네외인", Role.MEMBER);
    private static final SubProject OWN = LabOfTests.subProject("얼룩말 걸음 연구", UNIVERSITY);
    private static final SubProject OTHER = LabOfTests.subProject("다른 연구", UNIVERSITY);
    private static final ResearchAreaId OWN_AREA =
            LabOfTests.area(OWN, LocalizedText.of("얼룩말 무늬", "Zebra stripes"), "zebra stripe analysis");
    private static final ResearchAreaId FOREIGN_AREA = LabOfTests.area(OTHER, LocalizedText.of("다른 분야", null));
    private static final ResearcherId LEADING = LabOfTests.researcher(
            LocalizedText.of("한책임", "Chaegim Han"),
            UNIVERSITY,
            OWN,
            ResearcherRole.PRINCIPAL_INVESTIGATOR,
            LEADER.id(),
            LocalizedText.of("얼룩말의 걸음을 연구합니다", null),
            "zebra gait analysis",
            "zebra stripe analysis");
    private static final ResearcherId WORKING = LabOfTests.researcher(
            LocalizedText.of("두연구", "Yeongu Du"),
            UNIVERSITY,
            OWN,
            ResearcherRole.POSTDOC,
            SCHOLAR.id(),
            LocalizedText.EMPTY,
            "zebra stripe analysis");

    static {
        CoreDatabase.asOwner(
                "UPDATE organisation SET search_key = ? WHERE id = ?",
                SearchKey.of("도담대학교", "Dodam University"),
                UNIVERSITY.value());
    }

    private final ResearcherDirectory directory = CoreDatabase.bean(ResearcherDirectory.class);
    private final ResearcherDesk desk = CoreDatabase.bean(ResearcherDesk.class);
    private final SubProjects subProjects = CoreDatabase.bean(SubProjects.class);
    private final SubProjectDesk subProjectDesk = CoreDatabase.bean(SubProjectDesk.class);
    private final ResearchRegistry registry = CoreDatabase.bean(ResearchRegistry.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    @Test
    void researchersAreFoundByNameInitialsTopicAndOrganisation() {
        for (String typed : List.of("한책임", "ㅎㅊㅇ", "chaegim", "Zebra gait", "도담", "ㄷㄷㄷㅎㄱ")) {
            assertThat(directory
                            .search(Actor.VISITOR, ofOwn(typed), PageRequest.first(10))
                            .items())
                    .as(typed)
                    .extracting(ResearcherCard::id)
                    .contains(LEADING);
        }
        assertThat(directory
                        .search(Actor.VISITOR, ofOwn("ㅎㅊㅇ"), PageRequest.first(10))
                        .items())
                .extracting(ResearcherCard::id)
                .doesNotContain(WORKING);
        assertThat(directory.search(OUTSIDER, ofOwn("없는 사람"), PageRequest.first(10)))
                .satisfies(page -> assertThat(page.total()).isZero());
    }

    @Test
    void aNameThatHoldsTheTextComesBeforeATopicThatDoes() {
        LabOfTests.researcher(
                LocalizedText.of("가얼룩", "Zebra Ga"),
                UNIVERSITY,
                OTHER,
                ResearcherRole.RESEARCHER,
                null,
                LocalizedText.EMPTY);
        assertThat(directory
                        .search(OUTSIDER, ResearcherFilter.ALL.withText("zebra"), PageRequest.first(10))
                        .items())
                .extracting(card -> card.name().en())
                .first()
                .isEqualTo("Zebra Ga");
    }

    @Test
    void everyPartOfTheFilterNarrows() {
        ConceptId gait = LabOfTests.topics("zebra gait analysis").getFirst();
        ResearcherFilter all = ofOwn("");
        assertThat(directory.search(OUTSIDER, all, PageRequest.first(1))).satisfies(page -> {
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.items()).hasSize(1);
        });
        assertThat(directory
                        .search(
                                OUTSIDER,
                                new ResearcherFilter("", Set.of(OWN.id()), null, gait, false),
                                PageRequest.first(5))
                        .items())
                .extracting(ResearcherCard::id)
                .containsExactly(LEADING);
        assertThat(directory
                        .search(
                                OUTSIDER,
                                new ResearcherFilter("", Set.of(OWN.id()), COMPANY, null, false),
                                PageRequest.first(5))
                        .items())
                .isEmpty();
        CoreDatabase.asOwner("UPDATE researcher SET accepting = false WHERE id = ?", WORKING.value());
        assertThat(directory
                        .search(
                                OUTSIDER,
                                new ResearcherFilter("", Set.of(OWN.id()), null, null, true),
                                PageRequest.first(5))
                        .items())
                .extracting(ResearcherCard::id)
                .containsExactly(LEADING);
        CoreDatabase.asOwner("UPDATE researcher SET accepting = true WHERE id = ?", WORKING.value());
    }

    @Test
    void aListTakesTwoStatementsHoweverLongAndAPageOne() {
        assertThat(CountedStatements.in(() -> directory.search(OUTSIDER, ResearcherFilter.ALL, PageRequest.first(200))))
                .isEqualTo(2);
        assertThat(CountedStatements.in(() -> directory.search(OUTSIDER, ofOwn("zebra"), PageRequest.first(1))))
                .isEqualTo(2);
        String slug = desk.own(LEADER).card().slug();
        assertThat(CountedStatements.in(() -> directory.page(OUTSIDER, slug))).isEqualTo(1);
        assertThat(CountedStatements.in(() -> subProjects.all(OUTSIDER))).isEqualTo(1);
        assertThat(CountedStatements.in(() -> subProjects.page(OUTSIDER, OWN.number())))
                .isEqualTo(1);
    }

    @Test
    void linksAreAddressesAndAnOrcidIdKeepsItsCheckSign() {
        assertThatThrownBy(
                        () -> new ResearcherLinks("javascript:alert(1)", "0000-0002-1825-0098", "https://me@x.example"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("homepage", "orcid", "scholar"));
        assertThat(new ResearcherLinks(" ", "0000-0001-5109-3700", "https://scholar.example/x").orcid())
                .isEqualTo("0000-0001-5109-3700");
    }

    @Test
    void cardsCountResultsAndAreasNameTheirPeople() {
        ResearcherPage before = desk.own(SCHOLAR);
        desk.edit(SCHOLAR, words(List.of(), Set.of(OWN_AREA)), before.version());
        desk.addResult(SCHOLAR, words("얼룩말이 자는 시간"));
        ResearcherPage after = directory.page(OUTSIDER, before.card().slug());
        assertThat(after.card().results())
                .isEqualTo(after.results().size())
                .isEqualTo(before.card().results() + 1);
        assertThat(subProjects.page(OUTSIDER, OWN.number()).areas())
                .filteredOn(area -> area.id().equals(OWN_AREA))
                .flatExtracting(AreaCard::people)
                .extracting(ResearcherName::slug)
                .contains(before.card().slug());
    }

    @Test
    void aResearcherEditsTheirOwnPage() {
        ResearcherPage before = desk.own(SCHOLAR);
        List<ConceptId> topics = LabOfTests.topics("zebra sleep", "zebra stripe analysis");
        desk.edit(
                SCHOLAR,
                new ResearcherWords(
                        LocalizedText.of("얼룩말의 잠", "How zebras sleep"),
                        LocalizedText.of("박사후연구원입니다.", null),
                        LocalizedText.of(null, "Sleep data"),
                        false,
                        topics,
                        Set.of(OWN_AREA),
                        new ResearcherLinks(
                                "https://zebra.example/sleep", "https://orcid.org/0000-0002-1825-0097", null)),
                before.version());
        ResearcherPage after = directory.page(OUTSIDER, before.card().slug());
        assertThat(after.card().headline()).isEqualTo(LocalizedText.of("얼룩말의 잠", "How zebras sleep"));
        assertThat(after.seeks()).isEqualTo(LocalizedText.of(null, "Sleep data"));
        assertThat(after.card().accepting()).isFalse();
        assertThat(after.card().topics()).extracting(Topic::id).containsExactlyElementsOf(topics);
        assertThat(after.areas()).extracting(AreaName::id).containsExactly(OWN_AREA);
        assertThat(after.links())
                .isEqualTo(new ResearcherLinks("https://zebra.example/sleep", "0000-0002-1825-0097", null));
        assertThat(after.card().name()).isEqualTo(before.card().name());
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.own()).isFalse();
        assertThat(after.reachable()).isTrue();
        assertThat(directory.page(SCHOLAR, before.card().slug()).own()).isTrue();

        assertThatThrownBy(() -> desk.edit(SCHOLAR, words(topics, Set.of()), before.version()))
                .isInstanceOf(StaleException.class);
        desk.edit(SCHOLAR, words(LabOfTests.topics("zebra stripe analysis"), Set.of()), after.version());
    }

    @Test
    void aPageRefusesUnknownTopicsForeignAreasAndTooMuch() {
        int version = desk.own(LEADER).version();
        assertThatThrownBy(() -> desk.edit(LEADER, words(List.of(ConceptId.fresh()), Set.of(FOREIGN_AREA)), version))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("topics", "areas"));
        List<ConceptId> many = Stream.generate(ConceptId::fresh).limit(16).toList();
        assertThatThrownBy(() -> words(many, Set.of())).isInstanceOf(InvalidInputException.class);
        assertThat(desk.own(LEADER).version()).isEqualTo(version);
    }

    @Test
    void onlyALinkedResearcherHasADesk() {
        assertThatThrownBy(() -> desk.own(OUTSIDER)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.own(Actor.VISITOR)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.own(UNLINKED)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.edit(UNLINKED, words(List.of(), Set.of()), 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> directory.page(OUTSIDER, "nobody")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoeverLostTheRoleFindsTheirOwnPageClosed() {
        Actor.Person former = CoreDatabase.person(UNIVERSITY, "옛연구", Role.MEMBER);
        LabOfTests.researcher(
                LocalizedText.of("옛연구자", null),
                UNIVERSITY,
                OTHER,
                ResearcherRole.RESEARCHER,
                former.id(),
                LocalizedText.EMPTY);
        ResearcherCard card = directory
                .search(former, ResearcherFilter.ALL.withText("옛연구자"), PageRequest.first(1))
                .items()
                .getFirst();
        assertThat(directory.page(former, card.slug()).own()).isFalse();
        assertThat(written(former, "UPDATE platform.researcher SET headline_ko = 'x' WHERE id = '" + card.id() + "'"))
                .isZero();
        assertThatThrownBy(() -> desk.edit(former, words(List.of(), Set.of()), 0))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aResultBelongsToItsAuthors() {
        ResultId id = desk.addResult(
                SCHOLAR,
                new ResultWords(
                        LocalizedText.of(null, "Stripes in motion"),
                        " ZOO 2026 ",
                        2026,
                        "https://doi.org/10.1234/zoo.2026.1",
                        null,
                        LocalizedText.of("무늬가 움직인다.", null),
                        LabOfTests.topics("zebra stripe analysis"),
                        List.of(LEADING)));
        ResultCard card = result(id);
        assertThat(card.authors()).extracting(ResearcherName::id).containsExactly(WORKING, LEADING);
        assertThat(card.doi()).isEqualTo("10.1234/zoo.2026.1");
        assertThat(card.venue()).isEqualTo("ZOO 2026");
        assertThat(subProjects.page(OUTSIDER, OWN.number()).latestResults())
                .extracting(ResultCard::id)
                .contains(id);

        ResultWords korean = words("움직이는 무늬");
        desk.editResult(LEADER, id, korean, card.version());
        assertThat(result(id).title()).isEqualTo(LocalizedText.of("움직이는 무늬", null));
        // Whoever edits stays an author.
        assertThat(result(id).authors()).extracting(ResearcherName::id).containsExactly(LEADING);

        assertThatThrownBy(() -> desk.editResult(LEADER, id, korean, card.version()))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.editResult(SCHOLAR, id, korean, card.version() + 1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.deleteResult(SCHOLAR, id, card.version() + 1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.deleteResult(OUTSIDER, id, card.version() + 1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> desk.deleteResult(LEADER, ResultId.fresh(), 0)).isInstanceOf(NotFoundException.class);
        desk.deleteResult(LEADER, id, card.version() + 1);
        assertThat(desk.own(LEADER).results()).extracting(ResultCard::id).doesNotContain(id);
    }

    @Test
    void aResultIsRefusedWithEveryFieldThatIsWrong() {
        assertThatThrownBy(() -> new ResultWords(
                        LocalizedText.EMPTY,
                        null,
                        1492,
                        "zoo.2026",
                        "javascript:alert(1)",
                        LocalizedText.EMPTY,
                        List.of(),
                        List.of()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("title", "year", "doi", "url"));
        assertThatThrownBy(() -> desk.addResult(LEADER, words("제목").by(List.of(ResearcherId.fresh()))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void thePrincipalInvestigatorEditsTheSubProjectsWords() {
        SubProjectPage before = subProjects.page(LEADER, OWN.number());
        assertThat(before.editable()).isTrue();
        assertThat(subProjects.page(SCHOLAR, OWN.number()).editable()).isFalse();
        assertThat(before.principalInvestigator())
                .isNotNull()
                .extracting(ResearcherName::id)
                .isEqualTo(LEADING);
        assertThat(before.researchers()).extracting(ResearcherCard::id).containsExactly(LEADING, WORKING);
        assertThat(before.areas()).extracting(AreaCard::id).containsExactly(OWN_AREA);
        assertThat(before.institutions()).extracting(Affiliation::id).containsExactly(UNIVERSITY);

        SubProjectWords words = new SubProjectWords(
                LocalizedText.of("얼룩말 걸음 연구", "Zebra gait"), LocalizedText.of("요약", null), LocalizedText.EMPTY);
        subProjectDesk.edit(LEADER, OWN.number(), words, before.version());
        assertThat(subProjects.page(OUTSIDER, OWN.number()).name().title().en()).isEqualTo("Zebra gait");
        assertThatThrownBy(() -> subProjectDesk.edit(LEADER, OWN.number(), words, before.version()))
                .isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> subProjectDesk.edit(SCHOLAR, OWN.number(), words, before.version() + 1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> subProjectDesk.edit(LEADER, OTHER.number(), words, 0))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> subProjectDesk.edit(OUTSIDER, OWN.number(), words, before.version() + 1))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> subProjects.page(OUTSIDER, 59)).isInstanceOf(NotFoundException.class);
        assertThat(subProjects.all(Actor.VISITOR))
                .filteredOn(card -> card.name().id().equals(OWN.id()))
                .singleElement()
                .satisfies(card -> assertThat(card.researchers()).isEqualTo(2));
    }

    @Test
    void registeringAgainKeepsWhatPeopleEditedAndLinksAMissingPerson() {
        String slug = LabOfTests.slug("late");
        ResearchRegistry.ResearcherEntry entry = new ResearchRegistry.ResearcherEntry(
                slug,
                null,
                UNIVERSITY,
                OTHER.id(),
                ResearcherRole.RESEARCHER,
                false,
                LocalizedText.of("늦깎이", null),
                words(List.of(), Set.of()));
        ResearcherId id = registry.researcher(Actor.Job.SETUP, entry);
        Actor.Person late = CoreDatabase.person(UNIVERSITY, "늦깎이", Role.RESEARCHER);
        ResearchRegistry.ResearcherEntry linked = new ResearchRegistry.ResearcherEntry(
                slug,
                late.id(),
                UNIVERSITY,
                OTHER.id(),
                ResearcherRole.RESEARCHER,
                false,
                LocalizedText.of("다른 이름", null),
                words(List.of(), Set.of()));
        assertThat(registry.researcher(Actor.Job.SETUP, linked)).isEqualTo(id);
        assertThat(desk.own(late).card().name().ko()).isEqualTo("늦깎이");

        String result = LabOfTests.slug("result");
        ResultId first = registry.result(Actor.Job.SETUP, result, words("결과").by(List.of(id)));
        assertThat(registry.result(Actor.Job.SETUP, result, words("다른 결과").by(List.of(id))))
                .isEqualTo(first);
        assertThat(desk.own(late).results())
                .extracting(card -> card.title().ko())
                .containsExactly("결과");
        assertThatThrownBy(() -> registry.researcher(LEADER, linked)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> registry.researcher(
                        Actor.Job.SETUP,
                        new ResearchRegistry.ResearcherEntry(
                                LabOfTests.slug("astray"),
                                null,
                                UNIVERSITY,
                                OTHER.id(),
                                ResearcherRole.RESEARCHER,
                                false,
                                LocalizedText.of("헤맴", null),
                                words(List.of(), Set.of(OWN_AREA)))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anOrganisationThatAReaderMayNotSeeIsNotNamedToThem() {
        OrganisationId hidden = CoreDatabase.organisation("UNIVERSITY", "숨은대학교", "Hidden University");
        CoreDatabase.asOwner("UPDATE organisation SET profile_audience = 'MEMBERS' WHERE id = ?", hidden.value());
        ResearcherId id = LabOfTests.researcher(
                LocalizedText.of("숨은이", null), hidden, OTHER, ResearcherRole.DOCTORAL, null, LocalizedText.EMPTY);
        ResearcherFilter byName = ResearcherFilter.ALL.withText("숨은이");
        assertThat(directory.search(Actor.VISITOR, byName, PageRequest.first(5)).items())
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.id()).isEqualTo(id);
                    assertThat(card.organisation()).isNull();
                });
        assertThat(directory.search(OUTSIDER, byName, PageRequest.first(5)).items())
                .singleElement()
                .satisfies(card -> assertThat(card.organisation()).isNotNull());
    }

    @Test
    void rowLevelSecurityAloneKeepsOthersFromAResearchersRows() {
        for (Actor.Person other : List.of(SCHOLAR, OUTSIDER)) {
            assertThat(written(other, "UPDATE platform.researcher SET headline_ko = 'x' WHERE id = '" + LEADING + "'"))
                    .isZero();
            assertThat(written(other, "DELETE FROM platform.researcher_topic WHERE researcher_id = '" + LEADING + "'"))
                    .isZero();
            assertThat(written(other, "UPDATE platform.sub_project SET title_ko = 'x' WHERE id = '" + OWN.id() + "'"))
                    .isZero();
        }
        ResultId id = desk.addResult(LEADER, words("지킬 결과"));
        assertThat(written(SCHOLAR, "UPDATE platform.research_result SET title = 'x' WHERE id = '" + id + "'"))
                .isZero();
        assertThat(written(SCHOLAR, "DELETE FROM platform.research_result WHERE id = '" + id + "'"))
                .isZero();
        assertThatThrownBy(() -> written(
                        SCHOLAR,
                        "INSERT INTO platform.result_author (result_id, researcher_id, position) VALUES ('" + id
                                + "', '" + WORKING + "', 9)"))
                .hasMessageContaining("row-level security");
        desk.deleteResult(LEADER, id, 0);
    }

    private int written(Actor actor, String statement) {
        return transactions.write(actor, () -> sql.execute(statement));
    }

    private ResultCard result(ResultId id) {
        return desk.own(LEADER).results().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ResearcherFilter ofOwn(String text) {
        return new ResearcherFilter(text, Set.of(OWN.id()), null, null, false);
    }

    private static ResearcherWords words(List<ConceptId> topics, Set<ResearchAreaId> areas) {
        return new ResearcherWords(
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                true,
                topics,
                areas,
                ResearcherLinks.NONE);
    }

    private static ResultWords words(String titleKo) {
        return new ResultWords(
                LocalizedText.of(titleKo, null), null, null, null, null, LocalizedText.EMPTY, List.of(), List.of());
    }
}

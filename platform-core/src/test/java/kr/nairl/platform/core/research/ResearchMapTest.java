package kr.nairl.platform.core.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.research.LabOfTests.SubProject;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.ConceptWords;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import kr.nairl.platform.core.vocabulary.Topic;
import org.junit.jupiter.api.Test;

class ResearchMapTest {

    private static final OrganisationId UNIVERSITY =
            CoreDatabase.organisation("UNIVERSITY", "지도대학교", "University of Maps");
    private static final Actor.Person MANAGER = CoreDatabase.person(UNIVERSITY, "한지도", Role.LAB_MANAGER);
    private static final Actor.Person MEMBER =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "지도보는회사", "Map Readers"), "두지도", Role.MEMBER);

    /** Cartography is broader than relief and than tide maps, relief than contour lines. */
    private static final String CARTOGRAPHY = concept("cartography of whales");

    private static final String RELIEF = concept("relief of whale roads", CARTOGRAPHY);
    private static final String TIDES = concept("tide maps for whales", CARTOGRAPHY);
    private static final String CONTOURS = concept("contour lines at sea", RELIEF);
    private static final String UNUSED = concept("globes for whales", CARTOGRAPHY);

    private static final SubProject FIRST = LabOfTests.subProject("고래 길", UNIVERSITY);
    private static final SubProject SECOND = LabOfTests.subProject("고래 때", UNIVERSITY);
    private static final ResearcherId BOTH = researcher("가고래", FIRST, "contour lines at sea", "tide maps for whales");
    private static final ResearcherId TIDAL = researcher("나고래", SECOND, "tide maps for whales");
    private static final ResearchAreaId AREA =
            LabOfTests.area(FIRST, LocalizedText.of("고래 지형", null), "relief of whale roads");

    private final ResearchMap map = CoreDatabase.bean(ResearchMap.class);

    @Test
    void aTopicGathersWhoWorksOnAnythingNarrowerWhoeverReads() {
        for (Actor reader : List.of(MEMBER, MANAGER, Actor.VISITOR)) {
            MapPlace place = map.at(reader, CARTOGRAPHY, PageRequest.first(10));
            assertThat(place.researchers().items())
                    .extracting(ResearcherCard::id)
                    .containsExactly(BOTH, TIDAL);
            assertThat(place.areas()).extracting(AreaCard::id).containsExactly(AREA);
            assertThat(place.tiles()).extracting(tile -> tile.topic().slug()).containsExactlyInAnyOrder(RELIEF, TIDES);
            assertThat(tile(place, TIDES)).satisfies(tide -> {
                assertThat(tide.researchers()).isEqualTo(2);
                assertThat(tide.bySubProject()).containsEntry(FIRST.number(), 1).containsEntry(SECOND.number(), 1);
            });
            assertThat(tile(place, RELIEF)).satisfies(relief -> {
                assertThat(relief.researchers()).isEqualTo(1);
                assertThat(relief.areas()).isEqualTo(1);
                assertThat(relief.within()).extracting(Topic::slug).containsExactly(CONTOURS);
            });
        }
    }

    @Test
    void aNarrowTopicLeadsBackAndAnUnusedOneSaysThatNobodyIsThere() {
        assertThat(map.at(MEMBER, CONTOURS, PageRequest.first(10))).satisfies(place -> {
            assertThat(place.broader()).extracting(Topic::slug).containsExactly(RELIEF);
            assertThat(place.tiles()).isEmpty();
            assertThat(place.researchers().total()).isEqualTo(1);
        });
        assertThat(map.at(MEMBER, UNUSED, PageRequest.first(10)).isEmpty()).isTrue();
        assertThatThrownBy(() -> map.at(MEMBER, "no-such-topic", PageRequest.first(10)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whoRetiredIsOnNoMap() {
        ResearcherId gone = researcher("다고래", FIRST, "contour lines at sea");
        assertThat(map.at(MEMBER, CONTOURS, PageRequest.first(10)).researchers().total())
                .isEqualTo(2);
        CoreDatabase.asOwner("UPDATE researcher SET retired_at = now() WHERE id = ?", gone.value());
        MapPlace place = map.at(MEMBER, RELIEF, PageRequest.first(10));
        assertThat(place.researchers().items()).extracting(ResearcherCard::id).containsExactly(BOTH);
        assertThat(tile(place, CONTOURS).researchers()).isEqualTo(1);
    }

    @Test
    void theWholeLabIsAPlaceToo() {
        MapPlace whole = map.at(MEMBER, null, PageRequest.first(1));
        assertThat(whole.topic()).isNull();
        assertThat(whole.tiles()).isNotEmpty();
        assertThat(whole.researchers().items()).hasSize(1);
        assertThat(whole.researchers().total()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aPlaceTakesAsManyStatementsWhateverIsThere() {
        assertThat(CountedStatements.in(() -> map.at(MEMBER, CARTOGRAPHY, PageRequest.first(10))))
                .isEqualTo(8);
        assertThat(CountedStatements.in(() -> map.at(MEMBER, null, PageRequest.first(10))))
                .isEqualTo(7);
    }

    private static MapTile tile(MapPlace place, String slug) {
        return place.tiles().stream()
                .filter(tile -> tile.topic().slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String concept(String english, String... broader) {
        Set<ConceptId> above = Set.copyOf(CoreDatabase.bean(Concepts.class).bySlugs(MANAGER, List.of(broader)).stream()
                .map(one -> one.id())
                .toList());
        return CoreDatabase.bean(GlossaryDesk.class)
                .create(
                        MANAGER,
                        new ConceptWords(
                                LocalizedText.of(null, english), null, List.of(), List.of(), above, "test", "CC0-1.0"));
    }

    private static ResearcherId researcher(String name, SubProject subProject, String... topics) {
        return LabOfTests.researcher(
                LocalizedText.of(name, null),
                UNIVERSITY,
                subProject,
                ResearcherRole.RESEARCHER,
                null,
                LocalizedText.EMPTY,
                topics);
    }
}

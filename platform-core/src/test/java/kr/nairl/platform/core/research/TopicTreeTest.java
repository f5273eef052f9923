package kr.nairl.platform.core.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.junit.jupiter.api.Test;

class TopicTreeTest {

    private static final ConceptId AI = concept(1);
    private static final ConceptId ROBOTICS = concept(2);
    private static final ConceptId LEARNING = concept(3);
    private static final ConceptId ROBOT_LEARNING = concept(4);
    private static final ConceptId GRASPING = concept(5);
    private static final ConceptId VISION = concept(6);
    private static final ConceptId UNUSED = concept(7);
    private static final ConceptId LAW = concept(8);

    private static final Map<ConceptId, Set<ConceptId>> BROADER = Map.of(
            ROBOTICS, Set.of(AI),
            LEARNING, Set.of(AI),
            VISION, Set.of(AI),
            ROBOT_LEARNING, Set.of(ROBOTICS, LEARNING),
            GRASPING, Set.of(ROBOTICS),
            UNUSED, Set.of(ROBOTICS));

    @Test
    void whoHasSeveralNarrowerTopicsCountsOnceInEachBroaderOne() {
        TopicTree tree = new TopicTree(
                BROADER, List.of(researchers(ROBOT_LEARNING, 1, 1, 2), researchers(GRASPING, 2, 2), area(GRASPING, 1)));
        assertThat(tree.count(ROBOTICS, TopicUse.Kind.RESEARCHER)).isEqualTo(2);
        assertThat(tree.count(LEARNING, TopicUse.Kind.RESEARCHER)).isEqualTo(2);
        assertThat(tree.count(ROBOTICS, TopicUse.Kind.AREA)).isEqualTo(1);
        assertThat(tree.count(LEARNING, TopicUse.Kind.AREA)).isZero();
        assertThat(tree.covered(ROBOTICS)).containsExactlyInAnyOrder(ROBOT_LEARNING, GRASPING);
        assertThat(tree.narrower(ROBOTICS)).containsExactly(ROBOT_LEARNING, GRASPING);
    }

    @Test
    void researchersAndAreasAreToldApartBySubProject() {
        TopicTree tree = new TopicTree(
                BROADER, List.of(researchers(GRASPING, 1, 1, 2), researchers(ROBOT_LEARNING, 3, 3), area(GRASPING, 1)));
        assertThat(tree.bySubProject(ROBOTICS)).isEqualTo(Map.of(1, 3, 3, 1));
    }

    @Test
    void aTopicThatHidesTheOthersIsReplacedByItsNarrowerOnes() {
        TopicTree tree = new TopicTree(
                BROADER,
                List.of(
                        researchers(ROBOT_LEARNING, 1, 1, 2),
                        researchers(GRASPING, 1, 3, 4),
                        researchers(VISION, 1, 5, 6),
                        researchers(LAW, 1, 7)));
        // All but one belong to the broadest; more than half of all to robotics, too; robot learning is also within
        // learning.
        assertThat(tree.tiles()).containsExactlyInAnyOrder(LEARNING, GRASPING, VISION, LAW);
        assertThat(tree.tiles(ROBOTICS)).containsExactlyInAnyOrder(ROBOT_LEARNING, GRASPING);
    }

    @Test
    void aTopicWithoutUsesHasNoTileAndAnEmptyLabHasNone() {
        assertThat(new TopicTree(BROADER, List.of(researchers(GRASPING, 1, 1))).tiles(ROBOTICS))
                .containsExactly(GRASPING);
        assertThat(new TopicTree(BROADER, List.of()).tiles()).isEmpty();
    }

    @Test
    void whatOnlyResultsAreAboutComesLast() {
        TopicTree tree = new TopicTree(
                BROADER,
                List.of(
                        new TopicUse(GRASPING, TopicUse.Kind.RESULT, null, List.of(1, 2, 3, 4)),
                        researchers(ROBOT_LEARNING, 1, 1, 2)));
        assertThat(tree.narrower(ROBOTICS)).containsExactly(ROBOT_LEARNING, GRASPING);
    }

    /** Five thousand researchers with ten of three thousand topics each. */
    @Test
    void aLargeLabIsSpreadToo() {
        Map<ConceptId, Set<ConceptId>> broader = new HashMap<>();
        for (int i = 1; i < 3000; i++) {
            broader.put(concept(i), new HashSet<>(List.of(concept(i / 8), concept(i / 5))));
        }
        List<TopicUse> uses = IntStream.range(0, 3000)
                .mapToObj(i -> researchers(
                        concept(i),
                        1,
                        IntStream.range(0, 17)
                                .map(n -> 1 + (i * 17 + n * 31) % 5000)
                                .toArray()))
                .toList();
        TopicTree tree = new TopicTree(broader, uses);
        assertThat(tree.tiles()).hasSizeBetween(2, 3000);
        assertThat(tree.countAll(TopicUse.Kind.RESEARCHER)).isEqualTo(5000);
    }

    private static ConceptId concept(int number) {
        return new ConceptId(new UUID(7, number));
    }

    private static TopicUse researchers(ConceptId concept, int subProject, int... members) {
        return new TopicUse(
                concept,
                TopicUse.Kind.RESEARCHER,
                subProject,
                IntStream.of(members).boxed().toList());
    }

    private static TopicUse area(ConceptId concept, int member) {
        return new TopicUse(concept, TopicUse.Kind.AREA, 1, List.of(member));
    }
}

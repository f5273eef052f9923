package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import org.jspecify.annotations.Nullable;

/** Registers sub-projects, areas and researchers for tests, through the registry. Slugs and numbers are unique. */
public final class LabOfTests {

    private static final ResearchRegistry REGISTRY = CoreDatabase.bean(ResearchRegistry.class);
    private static final Concepts CONCEPTS = CoreDatabase.bean(Concepts.class);

    private LabOfTests() {}

    /** A sub-project with one institution. */
    public static SubProject subProject(String titleKo, OrganisationId institution) {
        int number = freeNumber();
        SubProjectId id = REGISTRY.subProject(
                Actor.Job.SETUP,
                new ResearchRegistry.SubProjectEntry(
                        "sub-project-" + number,
                        number,
                        new SubProjectWords(LocalizedText.of(titleKo, null), LocalizedText.EMPTY, LocalizedText.EMPTY),
                        List.of(institution),
                        List.of()));
        return new SubProject(id, number);
    }

    private static int freeNumber() {
        Set<Integer> taken = CoreDatabase.bean(SubProjects.class).all(Actor.Job.SETUP).stream()
                .map(card -> card.name().number())
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(60, 99)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
    }

    /** Its id and number. */
    public record SubProject(SubProjectId id, int number) {}

    /** An area of the sub-project. */
    public static ResearchAreaId area(SubProject subProject, LocalizedText name, String... topics) {
        return REGISTRY.area(
                Actor.Job.SETUP,
                new ResearchRegistry.AreaEntry(
                        slug("area"), subProject.id(), null, 0, name, LocalizedText.EMPTY, topics(topics)));
    }

    /** A researcher with a Korean headline. */
    public static ResearcherId researcher(
            LocalizedText name,
            OrganisationId organisation,
            @Nullable SubProject subProject,
            ResearcherRole role,
            @Nullable PersonId person,
            LocalizedText headline,
            String... topics) {
        return REGISTRY.researcher(
                Actor.Job.SETUP,
                new ResearchRegistry.ResearcherEntry(
                        slug("researcher"),
                        person,
                        organisation,
                        subProject == null ? null : subProject.id(),
                        role,
                        false,
                        name,
                        new ResearcherWords(
                                headline,
                                LocalizedText.EMPTY,
                                LocalizedText.EMPTY,
                                true,
                                topics(topics),
                                Set.of(),
                                ResearcherLinks.NONE)));
    }

    /** The concepts of these English labels, proposed where missing. */
    public static List<ConceptId> topics(String... labels) {
        return Stream.of(labels)
                .map(label -> CONCEPTS.propose(Actor.Job.SETUP, LocalizedText.of(null, label)))
                .map(Concept::id)
                .toList();
    }

    static String slug(String kind) {
        return kind + "-" + UUID.randomUUID();
    }
}

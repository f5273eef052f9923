package kr.nairl.platform.core.research;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a lab's sub-projects, areas, researchers and results are first registered, by the setup job or a lab manager.
 * Things are told apart by their slug. What is registered already stays as it stands, since its people may have edited it;
 * only what was missing, a researcher's person or a sub-project's investigator, is filled in.
 */
@Component
public class ResearchRegistry {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SLUG_MAX = 80;
    private static final int NAME_MAX = 100;
    private static final int NUMBER_MAX = 99;

    private final Transactions transactions;
    private final StoredSubProjects subProjects;
    private final Researchers researchers;
    private final Results results;
    private final Changes changes;
    private final Clock clock;

    ResearchRegistry(
            Transactions transactions,
            StoredSubProjects subProjects,
            Researchers researchers,
            Results results,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.subProjects = subProjects;
        this.researchers = researchers;
        this.results = results;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A sub-project to register.
     *
     * @param number 1 to 99, unique
     * @param institutions in the lab's order
     * @param applications fields that the research serves
     */
    public record SubProjectEntry(
            String slug,
            int number,
            SubProjectWords words,
            List<OrganisationId> institutions,
            List<ConceptId> applications) {

        public SubProjectEntry {
            institutions = institutions.stream().distinct().toList();
            applications = applications.stream().distinct().toList();
            checkSlug(new Violations(), slug)
                    .check(number >= 1 && number <= NUMBER_MAX, "number", "range", 1, NUMBER_MAX)
                    .refuse();
        }
    }

    /**
     * A research area to register.
     *
     * @param institution who leads it; null when the sub-project's institutions share it
     * @param position order within the sub-project
     */
    public record AreaEntry(
            String slug,
            SubProjectId subProject,
            @Nullable OrganisationId institution,
            int position,
            LocalizedText name,
            LocalizedText summary,
            List<ConceptId> topics) {

        public AreaEntry {
            topics = topics.stream().distinct().toList();
            checkSlug(new Violations(), slug)
                    .required(SubProjectWords.TITLE_MAX, "name", name)
                    .atMost(SubProjectWords.DESCRIPTION_MAX, "summary", summary)
                    .refuse();
        }
    }

    /**
     * A researcher to register.
     *
     * @param person who signs in as this researcher; null when nobody does yet
     * @param subProject null for those who belong to none
     * @param role a principal investigator with a sub-project comes to lead it
     */
    public record ResearcherEntry(
            String slug,
            @Nullable PersonId person,
            OrganisationId organisation,
            @Nullable SubProjectId subProject,
            ResearcherRole role,
            boolean overseas,
            LocalizedText name,
            ResearcherWords words) {

        public ResearcherEntry {
            checkSlug(new Violations(), slug).required(NAME_MAX, "name", name).refuse();
        }
    }

    /**
     * Registers a sub-project, or finds the registered one.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers and the setup job
     */
    public SubProjectId subProject(Actor actor, SubProjectEntry entry) {
        return register(
                actor,
                () -> subProjects.bySlug(entry.slug()).orElseGet(() -> {
                    SubProjectId id = SubProjectId.fresh();
                    subProjects.add(id, entry);
                    changes.announce(Changes.Kind.RESEARCHER, id.value());
                    return id;
                }));
    }

    /**
     * Registers a research area, or finds the registered one.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers and the setup job
     */
    public ResearchAreaId area(Actor actor, AreaEntry entry) {
        return register(
                actor,
                () -> subProjects.areaBySlug(entry.slug()).orElseGet(() -> {
                    ResearchAreaId id = ResearchAreaId.fresh();
                    subProjects.add(id, entry);
                    changes.announce(Changes.Kind.RESEARCHER, id.value());
                    return id;
                }));
    }

    /**
     * Registers a researcher, or finds the registered one; a missing person is linked.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers and the setup job
     * @throws kr.nairl.platform.core.shared.InvalidInputException for areas of another sub-project
     */
    public ResearcherId researcher(Actor actor, ResearcherEntry entry) {
        return register(actor, () -> {
            Optional<ResearcherId> registered = researchers.bySlug(entry.slug());
            ResearcherId id = registered.orElseGet(ResearcherId::fresh);
            if (registered.isEmpty()) {
                researchers.add(id, entry, clock.instant());
                new Violations()
                        .check(
                                researchers
                                        .foreignAreas(id, entry.words().areas())
                                        .isEmpty(),
                                "areas",
                                "unknown")
                        .refuse();
            } else if (entry.person() != null) {
                researchers.link(id, entry.person());
            }
            if (entry.subProject() != null && entry.role() == ResearcherRole.PRINCIPAL_INVESTIGATOR) {
                subProjects.lead(entry.subProject(), id);
            }
            changes.announce(Changes.Kind.RESEARCHER, id.value());
            return id;
        });
    }

    /**
     * Registers a result, or finds the registered one.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers and the setup job
     */
    public ResultId result(Actor actor, String slug, ResultWords words) {
        checkSlug(new Violations(), slug)
                .check(!words.authors().isEmpty(), "authors", "required")
                .refuse();
        return register(
                actor,
                () -> results.bySlug(slug).orElseGet(() -> {
                    ResultId id = ResultId.fresh();
                    results.add(id, slug, words, clock.instant());
                    words.authors().forEach(author -> changes.announce(Changes.Kind.RESEARCHER, author.value()));
                    return id;
                }));
    }

    private <T> T register(Actor actor, Supplier<T> work) {
        if (!actor.equals(Actor.Job.SETUP)) {
            actor.require(Role.LAB_MANAGER);
        }
        return transactions.write(actor, work);
    }

    private static Violations checkSlug(Violations violations, String slug) {
        return violations.check(SLUG.matcher(slug).matches(), "slug", "slug").atMost(SLUG_MAX, "slug", slug);
    }
}

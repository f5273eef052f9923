package kr.nairl.platform.ui.editor;

import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import org.springframework.stereotype.Component;

/** Whom a story can be about, found as the editor types. */
@Component
class About {

    private final PartnerDirectory organisations;
    private final ResearcherDirectory researchers;
    private final SubProjects subProjects;
    private final CurrentActor current;

    About(
            PartnerDirectory organisations,
            ResearcherDirectory researchers,
            SubProjects subProjects,
            CurrentActor current) {
        this.organisations = organisations;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.current = current;
    }

    RelationField<OrganisationId> organisations(String label, Language language) {
        return new RelationField<>(
                label,
                (words, offset, limit) -> organisations
                        .search(
                                current.actor(),
                                new OrganisationFilter(words, Set.of(), false, null),
                                new PageRequest(offset, limit))
                        .items()
                        .stream()
                        .map(card -> new RelationField.Choice<>(
                                card.id(), card.name().text(language)))
                        .toList());
    }

    RelationField<ResearcherId> researchers(String label, Language language) {
        return new RelationField<>(
                label,
                (words, offset, limit) -> researchers
                        .search(current.actor(), ResearcherFilter.ALL.withText(words), new PageRequest(offset, limit))
                        .items()
                        .stream()
                        .map(card -> new RelationField.Choice<>(
                                card.id(), card.name().text(language)))
                        .toList());
    }

    RelationField<SubProjectId> subProjects(String label, Language language) {
        return new RelationField<>(
                label,
                (words, offset, limit) -> subProjects.all(current.actor()).stream()
                        .map(card -> subProject(
                                card.name().id(),
                                card.name().number(),
                                card.name().title(),
                                language))
                        .filter(choice ->
                                choice.name().toLowerCase(language.locale()).contains(typed(words, language)))
                        .skip(offset)
                        .limit(limit)
                        .toList());
    }

    /** One sub-project as it stands in its picker. */
    static RelationField.Choice<SubProjectId> subProject(
            SubProjectId id, int number, LocalizedText title, Language language) {
        return new RelationField.Choice<>(id, number + " · " + title.text(language));
    }

    private static String typed(String words, Language language) {
        return words.strip().toLowerCase(language.locale());
    }
}

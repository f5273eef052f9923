package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A story as it is announced; who it is about is named as far as the reader may see them. */
public record StoryCard(
        StoryId id,
        String slug,
        Section section,
        LocalizedText title,
        LocalizedText lead,
        @Nullable Illustration illustration,
        Instant publishedAt,
        Instant updatedAt,
        String issueSlug,
        String volume,
        List<AboutOrganisation> organisations,
        List<AboutResearcher> researchers,
        List<AboutSubProject> subProjects) {

    public StoryCard {
        organisations = List.copyOf(organisations);
        researchers = List.copyOf(researchers);
        subProjects = List.copyOf(subProjects);
    }

    /** The partners it is about; where there is none, whichever organisation comes first. */
    public List<AboutOrganisation> protagonists() {
        List<AboutOrganisation> partners =
                organisations.stream().filter(AboutOrganisation::partner).toList();
        return partners.isEmpty() ? organisations.stream().limit(1).toList() : partners;
    }

    /** This story for readers who see these organisations only. */
    StoryCard naming(Set<OrganisationId> visible) {
        return new StoryCard(
                id,
                slug,
                section,
                title,
                lead,
                illustration,
                publishedAt,
                updatedAt,
                issueSlug,
                volume,
                organisations.stream()
                        .filter(organisation -> visible.contains(organisation.id()))
                        .toList(),
                researchers,
                subProjects);
    }

    /** @param partner whether it has a page among the partners */
    public record AboutOrganisation(
            OrganisationId id,
            String slug,
            LocalizedText name,
            LocalizedText summary,
            boolean partner,
            boolean fictional) {}

    public record AboutResearcher(ResearcherId id, String slug, LocalizedText name, LocalizedText headline) {}

    public record AboutSubProject(SubProjectId id, int number, LocalizedText title) {}
}

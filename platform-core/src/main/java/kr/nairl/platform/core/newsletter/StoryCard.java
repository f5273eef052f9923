package kr.nairl.platform.core.newsletter;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A published story as it is announced; who it is about is named as far as the reader may see them. */
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

package kr.nairl.platform.core.newsletter;

import java.util.List;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes of a story.
 *
 * @param slug the last part of its address: lower-case letters, digits and single hyphens, at most 80
 * @param title at most 200 characters, in one language or both
 * @param lead plain text, at most 600 characters; may be empty
 * @param body Markdown, at most 60000 characters; may be empty until it is published
 * @param organisations whom the story is about, each once; likewise researchers and sub-projects
 */
public record StoryDraft(
        String slug,
        Section section,
        LocalizedText title,
        LocalizedText lead,
        LocalizedText body,
        @Nullable Illustration illustration,
        List<OrganisationId> organisations,
        List<ResearcherId> researchers,
        List<SubProjectId> subProjects) {

    private static final int MOST_RELATIONS = 40;

    public StoryDraft {
        slug = slug.strip();
        organisations = organisations.stream().distinct().toList();
        researchers = researchers.stream().distinct().toList();
        subProjects = subProjects.stream().distinct().toList();
    }

    void refuseUnlessSound() {
        Slugs.check(new Violations(), slug)
                .required(200, "title", title)
                .atMost(600, "lead", lead)
                .atMost(60_000, "body", body)
                .check(organisations.size() <= MOST_RELATIONS, "organisations", "too-many", MOST_RELATIONS)
                .check(researchers.size() <= MOST_RELATIONS, "researchers", "too-many", MOST_RELATIONS)
                .check(subProjects.size() <= MOST_RELATIONS, "subProjects", "too-many", MOST_RELATIONS)
                .refuse();
    }
}

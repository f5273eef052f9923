package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A research area with its sub-project.
 *
 * @param institution who leads it; null when the sub-project's institutions share it
 * @param people who works on it, the principal investigator first
 */
public record AreaCard(
        ResearchAreaId id,
        String slug,
        LocalizedText name,
        LocalizedText summary,
        @Nullable Affiliation institution,
        SubProjectName subProject,
        List<Topic> topics,
        List<ResearcherName> people) {

    public AreaCard {
        topics = List.copyOf(topics);
        people = List.copyOf(people);
    }
}

package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a sub-project's page shows.
 *
 * @param applications fields that the research serves
 * @param researchers the principal investigator first, then by name
 * @param latestResults at most {@link SubProjects#LATEST_RESULTS}, newest first
 * @param editable whether the reader may edit title, summary and description
 * @param version for {@link SubProjectDesk#edit}
 */
public record SubProjectPage(
        SubProjectName name,
        LocalizedText summary,
        LocalizedText description,
        @Nullable ResearcherName principalInvestigator,
        List<Affiliation> institutions,
        List<Topic> applications,
        List<AreaCard> areas,
        List<ResearcherCard> researchers,
        List<ResultCard> latestResults,
        boolean editable,
        int version) {

    public SubProjectPage {
        institutions = List.copyOf(institutions);
        applications = List.copyOf(applications);
        areas = List.copyOf(areas);
        researchers = List.copyOf(researchers);
        latestResults = List.copyOf(latestResults);
    }
}

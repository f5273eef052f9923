package kr.nairl.platform.core.update;

import java.util.List;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;

/** All that a person follows: sub-projects by number, researchers by name. */
public record Following(List<FollowedSubProject> subProjects, List<FollowedResearcher> researchers) {

    public Following {
        subProjects = List.copyOf(subProjects);
        researchers = List.copyOf(researchers);
    }

    /** Is there nothing yet? */
    public boolean isEmpty() {
        return subProjects.isEmpty() && researchers.isEmpty();
    }

    public record FollowedSubProject(SubProjectId id, int number, LocalizedText title) {}

    public record FollowedResearcher(ResearcherId id, String slug, LocalizedText name) {}
}

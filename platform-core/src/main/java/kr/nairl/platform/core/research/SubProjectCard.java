package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A sub-project as lists show it.
 *
 * @param principalInvestigator null until one is registered
 * @param institutions in the lab's order, those that the reader may see
 */
public record SubProjectCard(
        SubProjectName name,
        LocalizedText summary,
        @Nullable ResearcherName principalInvestigator,
        List<Affiliation> institutions,
        List<AreaName> areas,
        int researchers) {

    public SubProjectCard {
        institutions = List.copyOf(institutions);
        areas = List.copyOf(areas);
    }
}

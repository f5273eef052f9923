package kr.nairl.platform.core.research;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;

/**
 * Everything that a researcher's page shows.
 *
 * @param seeks what the researcher would like to work on with a company
 * @param links where else the researcher is found
 * @param pinned results that the researcher shows first, in their order; at most {@value #MOST_PINNED}
 * @param results the pinned ones first, then the newest
 * @param reachable whether somebody signs in as this researcher, so that a request would be read
 * @param own whether the reader is this researcher and may edit
 * @param version for {@link ResearcherDesk#edit}
 */
public record ResearcherPage(
        ResearcherCard card,
        LocalizedText biography,
        LocalizedText seeks,
        List<AreaName> areas,
        ResearcherLinks links,
        List<ResultId> pinned,
        List<ResultCard> results,
        boolean reachable,
        boolean own,
        Instant updatedAt,
        int version) {

    public static final int MOST_PINNED = 5;

    public ResearcherPage {
        pinned = List.copyOf(pinned);
        areas = List.copyOf(areas);
        results = List.copyOf(results);
    }
}

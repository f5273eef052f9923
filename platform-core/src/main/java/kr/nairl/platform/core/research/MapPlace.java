package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What the research map shows at one place.
 *
 * @param topic null where the whole lab is shown
 * @param broader topics one step broader that lead back to the whole
 * @param covered the topic and everything narrower that is in use; who has any of it belongs here
 * @param tiles narrower topics in use, greatest first, at most {@link ResearchMap#MOST_TILES}
 * @param moreTiles how many narrower topics in use are not among them
 * @param researchers who belongs here: who has most of the covered topics first
 * @param totalResults how many results belong here
 * @param results the newest of them
 */
public record MapPlace(
        @Nullable Topic topic,
        List<Topic> broader,
        Set<ConceptId> covered,
        List<MapTile> tiles,
        int moreTiles,
        Page<ResearcherCard> researchers,
        List<AreaCard> areas,
        int totalResults,
        List<ResultCard> results) {

    public MapPlace {
        broader = List.copyOf(broader);
        covered = Set.copyOf(covered);
        tiles = List.copyOf(tiles);
        areas = List.copyOf(areas);
        results = List.copyOf(results);
    }

    /** Does nobody and nothing belong here? */
    public boolean isEmpty() {
        return researchers.total() == 0 && areas.isEmpty() && totalResults == 0;
    }
}

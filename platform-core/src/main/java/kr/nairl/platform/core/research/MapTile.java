package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.vocabulary.Topic;

/**
 * A topic on the map, with everything narrower. Who works on several topics counts in each, so tiles do not add up.
 *
 * @param bySubProject researchers and areas together by the number of their sub-project, where there are any; researchers
 *     without one are in none
 * @param within the narrower topics that most work on, most first, at most {@value #MOST_WITHIN}
 */
public record MapTile(
        Topic topic, int researchers, int areas, int results, Map<Integer, Integer> bySubProject, List<Topic> within) {

    /** How many narrower topics a tile names. */
    public static final int MOST_WITHIN = 3;

    public MapTile {
        bySubProject = Map.copyOf(bySubProject);
        within = List.copyOf(within);
    }

    /** Whom one could ask; at least 1. */
    public int size() {
        return Math.max(1, researchers + areas);
    }
}

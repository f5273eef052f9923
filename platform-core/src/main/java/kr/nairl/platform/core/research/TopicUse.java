package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * Who or what has a concept as a topic of its own.
 *
 * @param subProject number of the members' sub-project; null for those who belong to none, and for results
 * @param members numbers from 1, the same for one member in all uses of a kind that were read together
 */
public record TopicUse(
        ConceptId concept, Kind kind, @Nullable Integer subProject, List<Integer> members) {

    /** What has topics. */
    public enum Kind {
        RESEARCHER,
        AREA,
        RESULT
    }

    public TopicUse {
        members = List.copyOf(members);
    }
}

package kr.nairl.platform.core.matching;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.vocabulary.ConceptId;

/** Ranks one side of the lab's partnership for a probe from the other side. Safe for use by many threads. */
public interface MatchEngine {

    /**
     * Ranks what fits the probe, best first, equal scores by the subject's id.
     *
     * <p>Only documents whose audience is in {@code visible} take part: neither scores nor word statistics nor reasons
     * rest on any other, so adding or removing a document outside {@code visible} changes nothing in the answer.
     *
     * @param visible audiences whose texts the asking person may read, for every ranked subject alike
     * @param limit most matches to return, at least 1
     */
    Ranking rank(Probe probe, Direction direction, Set<Audience> visible, int limit);

    /**
     * The concepts that these texts say most and the probe does not ask, the telling ones first. What is only implied is
     * not asked.
     *
     * @param most how many at most
     */
    List<ConceptId> unasked(Probe probe, Collection<ExpertDocument> documents, int most);
}

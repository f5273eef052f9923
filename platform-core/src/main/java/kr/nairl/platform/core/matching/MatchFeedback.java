package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.research.ResearcherId;

/**
 * A source of what became of matches. Each feature that knows implements it. Methods run in the transaction of a signed-in
 * person and answer across the fences: rows go into the score and are shown to nobody.
 */
public interface MatchFeedback {

    /** What was answered about needs of these researchers. */
    List<Answer> answers(Collection<ResearcherId> researchers);

    /** How many engagements each of these took on since then; those without any are left out. */
    Map<ResearcherId, Integer> takenOn(Collection<ResearcherId> researchers, Instant since);
}

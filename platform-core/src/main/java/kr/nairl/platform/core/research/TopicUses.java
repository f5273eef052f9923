package kr.nairl.platform.core.research;

import java.util.Collection;
import java.util.List;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.ConceptId;

/** Topics as the lab's researchers, areas and results have them. Every method runs in the caller's transaction. */
public interface TopicUses {

    /** All uses, without retired researchers. */
    List<TopicUse> all();

    /** Researchers with any of the topics: who has most of them first, then by name. */
    Page<ResearcherCard> researchers(Collection<ConceptId> topics, PageRequest request);

    /** Areas with any of the topics, by sub-project and position. */
    List<AreaCard> areas(Collection<ConceptId> topics);

    /** The newest results with any of the topics. */
    List<ResultCard> results(Collection<ConceptId> topics, int limit);
}

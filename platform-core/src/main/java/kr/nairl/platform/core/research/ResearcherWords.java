package kr.nairl.platform.core.research;

import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * What researchers write about themselves. Names are not theirs to edit.
 *
 * @param headline one line, at most {@value #HEADLINE_MAX} characters
 * @param biography at most {@value #BIOGRAPHY_MAX} characters
 * @param seeks at most {@value #SEEKS_MAX} characters
 * @param accepting whether new requests are welcome
 * @param topics in the order to be shown, at most {@value #TOPICS_MAX}
 * @param areas areas of the researcher's own sub-project
 * @param links where else the researcher is found
 */
public record ResearcherWords(
        LocalizedText headline,
        LocalizedText biography,
        LocalizedText seeks,
        boolean accepting,
        List<ConceptId> topics,
        Set<ResearchAreaId> areas,
        ResearcherLinks links) {

    public static final int HEADLINE_MAX = 200;
    public static final int BIOGRAPHY_MAX = 4000;
    public static final int SEEKS_MAX = 1000;
    public static final int TOPICS_MAX = 15;

    /** @throws kr.nairl.platform.core.shared.InvalidInputException naming every field that is too long */
    public ResearcherWords {
        topics = topics.stream().distinct().toList();
        areas = Set.copyOf(areas);
        new Violations()
                .atMost(HEADLINE_MAX, "headline", headline)
                .atMost(BIOGRAPHY_MAX, "biography", biography)
                .atMost(SEEKS_MAX, "seeks", seeks)
                .check(topics.size() <= TOPICS_MAX, "topics", "too-many", TOPICS_MAX)
                .refuse();
    }
}

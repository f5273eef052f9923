package kr.nairl.platform.core.matching;

import java.util.Set;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * What came of an earlier match: an answer to a request, or that one side set the match aside.
 *
 * @param company whose need it was
 * @param told whether both sides know of it, as they do of a request's answer
 * @param concepts the need's topics that every signed-in person may read
 */
public record Answer(
        ResearcherId researcher, OrganisationId company, Kind kind, boolean told, Set<ConceptId> concepts) {

    /** What was answered. Reasons that tell nothing about the subject, such as a want of time, are none of these. */
    public enum Kind {
        ACCEPTED,
        OUT_OF_FIELD,
        /** The researcher passed the request on to somebody who fits better. */
        PASSED_ON,
        /** Somebody passed a request on to the researcher for that. */
        RECOMMENDED,
        NOT_READY,
        WRONG_FIELD,
        TOO_THEORETICAL,
        TOO_APPLIED
    }

    public Answer {
        concepts = Set.copyOf(concepts);
    }
}

package kr.nairl.platform.core.research;

import java.util.Set;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * Which researchers are asked for; every part narrows.
 *
 * @param text a part of a name (initial consonants too), a topic or an organisation's name; blank for all
 * @param subProjects any of these; empty for all
 * @param acceptingOnly leave out those who welcome no new requests
 */
public record ResearcherFilter(
        String text,
        Set<SubProjectId> subProjects,
        @Nullable OrganisationId organisation,
        @Nullable ConceptId topic,
        boolean acceptingOnly) {

    /** Everybody. */
    public static final ResearcherFilter ALL = new ResearcherFilter("", Set.of(), null, null, false);

    private static final int TEXT_MAX = 100;

    public ResearcherFilter {
        new Violations().atMost(TEXT_MAX, "text", text).refuse();
        subProjects = Set.copyOf(subProjects);
    }

    /** This filter with another text. */
    public ResearcherFilter withText(String other) {
        return new ResearcherFilter(other, subProjects, organisation, topic, acceptingOnly);
    }
}

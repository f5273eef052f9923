package kr.nairl.platform.core.interest;

import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jspecify.annotations.Nullable;

/**
 * Which interests are asked for; every part narrows, null leaves it open.
 *
 * @param text a part of the title, a topic or the company's name; blank for all
 */
public record InterestFilter(
        String text,
        @Nullable CollaborationMode mode,
        @Nullable SubProjectId subProject,
        @Nullable ConceptId topic,
        @Nullable OrganisationId organisation) {

    /** All. */
    public static final InterestFilter ALL = new InterestFilter("", null, null, null, null);

    private static final int TEXT_MAX = 100;

    public InterestFilter {
        new Violations().atMost(TEXT_MAX, "text", text).refuse();
    }
}

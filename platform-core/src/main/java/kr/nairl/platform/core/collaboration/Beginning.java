package kr.nairl.platform.core.collaboration;

import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a new draft starts from.
 *
 * @param interest the interest of one's own organisation that it comes from; null when it comes from none
 */
public record Beginning(@Nullable InterestId interest, To to, RequestMode mode) {

    /** Whom it is meant for. */
    public sealed interface To {}

    /** A researcher. */
    public record ToResearcher(ResearcherId researcher) implements To {}

    /** A sub-project, that is, its principal investigator at the time of sending. */
    public record ToSubProject(SubProjectId subProject) implements To {}
}

package kr.nairl.platform.core.collaboration;

import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a request. While it is a draft to a sub-project this is whoever leads that sub-project now; sending fixes
 * it.
 *
 * @param researcher null only for a draft to a sub-project without a principal investigator
 * @param person the researcher's account; null when there is none
 * @param subProject the sub-project addressed; null when the researcher was addressed directly
 * @param accepting whether the researcher takes requests at present
 */
public record RequestAddressee(
        @Nullable ResearcherId researcher,
        @Nullable PersonId person,
        @Nullable SubProjectId subProject,
        boolean accepting) {

    /** Why this person cannot send them a request, if so. */
    public Optional<RequestRefusal> closedTo(PersonId sender) {
        if (researcher == null) {
            return Optional.of(RequestRefusal.NO_INVESTIGATOR);
        }
        if (person == null) {
            return Optional.of(RequestRefusal.NO_ACCOUNT);
        }
        if (person.equals(sender)) {
            return Optional.of(RequestRefusal.ONESELF);
        }
        return accepting ? Optional.empty() : Optional.of(RequestRefusal.NOT_ACCEPTING);
    }
}

package kr.nairl.platform.core.lab;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.collaboration.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * The lab at a glance.
 *
 * @param requestsByState every state but drafts, which are their authors' own
 * @param waitingTooLong longest first, two hundred at most
 * @param medianDaysToFirstAnswer of the requests first answered in the last ninety days; null when there were none
 * @param ties all of them, last contact first
 */
public record LabFigures(
        Map<RequestState, Integer> requestsByState,
        List<WaitingRequest> waitingTooLong,
        @Nullable Double medianDaysToFirstAnswer,
        List<Tie> ties,
        PartnerCounts partners,
        NewThisQuarter newThisQuarter) {

    public LabFigures {
        requestsByState = Map.copyOf(requestsByState);
        waitingTooLong = List.copyOf(waitingTooLong);
        ties = List.copyOf(ties);
    }

    /**
     * Partner organisations.
     *
     * @param active with an account
     * @param invited not yet joined
     * @param proposing of the active ones, those that ever sent a request
     * @param accepted of the active ones, those with an accepted request
     */
    public record PartnerCounts(int active, int invited, int proposing, int accepted) {}

    /**
     * What came in the calendar quarter that runs.
     *
     * @param since its first moment
     * @param partners organisations that were added as partners
     * @param requests first sent
     * @param accepted decided so
     */
    public record NewThisQuarter(Instant since, int partners, int requests, int accepted) {}
}

package kr.nairl.platform.core.collaboration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a reader may know of one request.
 *
 * @param row what the list shows of it
 * @param confidential what only the two sides read; null exactly when withheld from this reader, whose history then has
 *     no words either
 * @param declineReason there exactly when declined
 * @param interest the sender's interest that it comes from; null when from none, or when the reader may not see it
 * @param contact who sent it, or who began it while it is a draft
 * @param contactName empty when the reader may not know that person
 * @param history oldest first
 * @param permitted the steps that the reader may take now
 * @param editable whether the reader may save, send and discard it as a draft
 */
public record RequestPage(
        RequestRow row,
        @Nullable Confidential confidential,
        @Nullable DeclineReason declineReason,
        @Nullable InterestId interest,
        LocalizedText interestTitle,
        PersonId contact,
        LocalizedText contactName,
        List<Entry> history,
        Set<RequestStep> permitted,
        boolean editable) {

    public RequestPage {
        history = List.copyOf(history);
        permitted = Set.copyOf(permitted);
    }

    /** Whether the confidential part is kept from this reader. */
    public boolean isWithheld() {
        return confidential == null;
    }

    /** The part that only the two sides read. */
    public record Confidential(String proposal, String offer, String outcome) {}

    /**
     * One step of its history.
     *
     * @param person null for the clock
     * @param personName empty for the clock, or when the reader may not know that person
     * @param passedOn there exactly when it was handed over
     * @param words null when nothing was said, or when withheld
     */
    public record Entry(
            int sequence,
            Instant at,
            RequestStep step,
            RequestState from,
            RequestState to,
            @Nullable PersonId person,
            LocalizedText personName,
            @Nullable PassedOn passedOn,
            @Nullable String words) {}

    /** To whom it was handed over, and why. */
    public record PassedOn(LocalizedText to, HandOverReason reason) {}
}

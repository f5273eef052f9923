package kr.nairl.platform.core.collaboration;

import kr.nairl.platform.core.shared.Violations;

/**
 * The words of a request as its author writes them; any of them may still be empty. Title and summary are seen by the
 * lab's managers, proposal, offer and outcome by the two sides only.
 *
 * @param title one line
 * @param offer what the company brings in
 * @param outcome what the company hopes for
 */
public record RequestDraft(
        String title, String summary, String proposal, String offer, String outcome, RequestMode mode) {

    public static final int MAX_TITLE = 160;
    public static final int MAX_SUMMARY = 400;
    public static final int MAX_PROPOSAL = 4000;
    /** For {@code offer} and {@code outcome} each. */
    public static final int MAX_MORE = 1500;
    /** A proposal shorter than this tells a researcher nothing. */
    public static final int MIN_PROPOSAL = 80;

    public RequestDraft {
        title = Words.line(title);
        summary = Words.clean(summary);
        proposal = Words.clean(proposal);
        offer = Words.clean(offer);
        outcome = Words.clean(outcome);
    }

    /** What a draft begins with. */
    public static RequestDraft empty(RequestMode mode) {
        return new RequestDraft("", "", "", "", "", mode);
    }

    /**
     * Refuses what is too long to be kept; incomplete is fine.
     *
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming the fields, code {@code too-long}
     */
    public void refuseOverlong() {
        overlong().refuse();
    }

    /**
     * Refuses what is not ready to be sent.
     *
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming the fields, codes {@code required},
     *     {@code too-short}, {@code too-long}
     */
    public void refuseIncomplete() {
        boolean written = !proposal.isBlank();
        overlong()
                .check(!title.isBlank(), "title", "required")
                .check(!summary.isBlank(), "summary", "required")
                .check(written, "proposal", "required")
                .check(!written || longEnough(), "proposal", "too-short", MIN_PROPOSAL)
                .refuse();
    }

    /** Whether it may be sent as it stands. */
    public boolean isComplete() {
        return !title.isBlank() && !summary.isBlank() && longEnough();
    }

    private boolean longEnough() {
        return proposal.strip().length() >= MIN_PROPOSAL;
    }

    private Violations overlong() {
        return new Violations()
                .atMost(MAX_TITLE, "title", title)
                .atMost(MAX_SUMMARY, "summary", summary)
                .atMost(MAX_PROPOSAL, "proposal", proposal)
                .atMost(MAX_MORE, "offer", offer)
                .atMost(MAX_MORE, "outcome", outcome);
    }
}

package kr.nairl.platform.api.collaboration;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.HandOverReason;
import kr.nairl.platform.core.collaboration.RequestDraft;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.RequestStep;
import org.jspecify.annotations.Nullable;

/**
 * A request without its confidential part.
 *
 * @param side what the caller is to it
 * @param waitsForCaller whether the caller's side has the next step
 * @param researcher slug of the addressee; null for a draft to a sub-project without a principal investigator
 * @param subProject number, when a sub-project was addressed or the addressee belongs to one
 * @param version goes back with every write
 */
record RequestBody(
        UUID id,
        String title,
        String summary,
        RequestMode mode,
        RequestState state,
        RequestSide side,
        boolean waitsForCaller,
        @Nullable String organisation,
        Text organisationName,
        @Nullable String researcher,
        Text researcherName,
        @Nullable Integer subProject,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Instant dueAt,
        @Nullable Instant decidedAt,
        int version) {

    /**
     * Everything that the caller may know of one request.
     *
     * @param confidential null when withheld from the caller
     * @param permitted the steps that the caller may take now
     */
    record Page(
            RequestBody request,
            @Nullable Confidential confidential,
            @Nullable DeclineReason declineReason,
            @Nullable UUID interest,
            Text contactName,
            List<Entry> history,
            Set<RequestStep> permitted,
            boolean editable) {

        static Page of(RequestPage page) {
            RequestPage.Confidential words = page.confidential();
            return new Page(
                    RequestBody.of(page.row()),
                    words == null ? null : new Confidential(words.proposal(), words.offer(), words.outcome()),
                    page.declineReason(),
                    page.interest() == null ? null : page.interest().value(),
                    Text.of(page.contactName()),
                    page.history().stream()
                            .map(entry -> new Entry(
                                    entry.at(),
                                    entry.step(),
                                    entry.from(),
                                    entry.to(),
                                    Text.of(entry.personName()),
                                    passedOn(entry.passedOn()),
                                    entry.words()))
                            .toList(),
                    page.permitted(),
                    page.editable());
        }
    }

    private static @Nullable PassedOn passedOn(RequestPage.@Nullable PassedOn passedOn) {
        return passedOn == null ? null : new PassedOn(Text.of(passedOn.to()), passedOn.reason());
    }

    /** The part that only the two sides read. */
    record Confidential(String proposal, String offer, String outcome) {}

    /** One step of its history. */
    record Entry(
            Instant at,
            RequestStep step,
            RequestState from,
            RequestState to,
            Text person,
            @Nullable PassedOn passedOn,
            @Nullable String words) {}

    /** To whom it was handed over, and why. */
    record PassedOn(Text to, HandOverReason reason) {}

    /**
     * What a request begins with.
     *
     * @param researcher slug; or else {@code subProject}, whose principal investigator it goes to
     */
    record Begin(
            @Nullable UUID interest,
            @Nullable String researcher,
            @Nullable Integer subProject,
            RequestMode mode) {}

    /** What the sender writes; the last three are confidential. */
    record Draft(
            String title,
            String summary,
            String proposal,
            @Nullable String offer,
            @Nullable String outcome,
            RequestMode mode,
            int version) {

        RequestDraft read() {
            return new RequestDraft(
                    title, summary, proposal, offer == null ? "" : offer, outcome == null ? "" : outcome, mode);
        }
    }

    /** A step that says nothing, or may say something. */
    record Step(@Nullable String text, int version) {}

    /** A step that must say something. */
    record Said(String text, int version) {}

    /**
     * A hand-over.
     *
     * @param researcher slug of the colleague
     */
    record Pass(
            String researcher,
            HandOverReason reason,
            @Nullable String text,
            int version) {}

    /** A decline. */
    record Decline(DeclineReason reason, @Nullable String text, int version) {}

    static RequestBody of(RequestRow row) {
        return new RequestBody(
                row.id().value(),
                row.title(),
                row.summary(),
                row.mode(),
                row.state(),
                row.side(),
                row.waitsForReader(),
                row.organisationSlug(),
                Text.of(row.organisationName()),
                row.researcherSlug(),
                Text.of(row.researcherName()),
                row.subProjectNumber(),
                row.createdAt(),
                row.updatedAt(),
                row.sentAt(),
                row.dueAt(),
                row.decidedAt(),
                row.version());
    }
}

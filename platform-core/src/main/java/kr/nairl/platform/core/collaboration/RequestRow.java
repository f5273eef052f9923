package kr.nairl.platform.core.collaboration;

import java.time.Instant;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list: nothing confidential.
 *
 * @param side what the reader is to it
 * @param organisationName empty when the reader may not see that organisation any more
 * @param researcher the addressee; null for a draft to a sub-project without a principal investigator
 * @param subProject addressed as such; null when the researcher was addressed directly
 * @param waitsForReader whether the reader's side has the next step
 */
public record RequestRow(
        RequestId id,
        String title,
        String summary,
        RequestMode mode,
        RequestState state,
        RequestSide side,
        boolean waitsForReader,
        OrganisationId organisation,
        @Nullable String organisationSlug,
        LocalizedText organisationName,
        @Nullable ResearcherId researcher,
        @Nullable String researcherSlug,
        LocalizedText researcherName,
        @Nullable SubProjectId subProject,
        @Nullable Integer subProjectNumber,
        LocalizedText subProjectTitle,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Instant dueAt,
        @Nullable Instant remindedAt,
        @Nullable Instant decidedAt,
        int version) {}

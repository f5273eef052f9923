package kr.nairl.platform.core.lab;

import java.time.Instant;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A request whose addressee has been silent for too long.
 *
 * @param since when it became the addressee's turn
 * @param days whole days since then
 * @param dueAt when it expires
 */
public record WaitingRequest(
        RequestId id,
        String title,
        OrganisationId organisation,
        String organisationSlug,
        LocalizedText organisationName,
        ResearcherId researcher,
        String researcherSlug,
        LocalizedText researcherName,
        @Nullable Integer subProjectNumber,
        Instant since,
        int days,
        Instant dueAt) {}

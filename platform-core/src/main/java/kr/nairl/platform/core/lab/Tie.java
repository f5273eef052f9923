package kr.nairl.platform.core.lab;

import java.time.Instant;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What joins an organisation to a sub-project: the requests it ever sent there, to the sub-project or to one of its
 * researchers.
 *
 * @param subProject null for researchers who belong to none
 * @param sent how many were ever sent, whatever became of them
 * @param open how many of those wait for an answer, or have a question to answer
 * @param accepted how many of those were accepted
 * @param declined how many of those were declined
 * @param lastContact when a person on either side last took a step
 */
public record Tie(
        OrganisationId organisation,
        String organisationSlug,
        LocalizedText organisationName,
        @Nullable SubProjectId subProject,
        @Nullable Integer subProjectNumber,
        LocalizedText subProjectTitle,
        int sent,
        int open,
        int accepted,
        int declined,
        Instant lastContact) {}

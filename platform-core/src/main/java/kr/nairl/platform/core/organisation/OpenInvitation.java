package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;

/**
 * An invitation that still can be accepted, as whoever holds its link sees it.
 *
 * @param inviterName who invites; empty for somebody without a name
 */
public record OpenInvitation(
        UUID id,
        OrganisationId organisation,
        LocalizedText organisationName,
        EmailAddress email,
        Set<Role> roles,
        Language language,
        LocalizedText inviterName,
        Instant expiresAt) {
    public OpenInvitation {
        roles = Set.copyOf(roles);
    }
}

package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;

/**
 * An invitation as those who may invite see it. Its secret is never stored, only a hash of it.
 *
 * @param language of the mail
 * @param inviterName empty when the reader may not know the inviter
 */
public record Invitation(
        UUID id,
        OrganisationId organisation,
        LocalizedText organisationName,
        EmailAddress email,
        Set<Role> roles,
        Language language,
        PersonId inviter,
        LocalizedText inviterName,
        State state,
        Instant createdAt,
        Instant expiresAt) {

    public Invitation {
        roles = Set.copyOf(roles);
    }

    /** How an invitation stands. Only an open one can be accepted, and it ends in exactly one of the others. */
    public enum State {
        OPEN,
        ACCEPTED,
        /** A newer one to the same address took its place. */
        REPLACED,
        REVOKED,
        /** Nobody came in time; a new one can be sent. */
        EXPIRED
    }
}

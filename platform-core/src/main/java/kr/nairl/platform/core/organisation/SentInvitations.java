package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;

/** Stored invitations, as far as the actor of the running transaction may see them. */
public interface SentInvitations {

    /** Writes an open invitation; an older open one to the same address is replaced. */
    void open(Invitation invitation, byte[] tokenHash);

    /** Newest first, the id breaks ties. */
    Page<Invitation> list(OrganisationId organisation, PageRequest page, Instant now);

    /** The newest invitation of each of these organisations; those without any are left out. */
    Map<OrganisationId, Invitation> latest(Collection<OrganisationId> organisations, Instant now);

    /** Those with these ids, newest first. */
    List<Invitation> byIds(Collection<UUID> ids, Instant now);

    Optional<Invitation> find(UUID id, Instant now);

    /** Ends an open invitation; answers whether it was open. */
    boolean revoke(UUID id);

    /** Ends all open invitations for the organisation that this person sent. */
    void revokeAllBy(OrganisationId organisation, PersonId inviter);

    /** Whoever holds the token may see this much, while the invitation can be accepted. */
    Optional<OpenInvitation> findOpen(byte[] tokenHash, Instant now);

    /** Uses an open invitation up; answers whether this call was the one that did. */
    boolean accept(UUID id, PersonId by, Instant now);
}

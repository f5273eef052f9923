package kr.nairl.platform.core.organisation;

import java.util.List;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** What the identity provider was not told yet. */
public record Unlinked(List<WaitingOrganisation> organisations, List<WaitingMember> members) {

    public Unlinked {
        organisations = List.copyOf(organisations);
        members = List.copyOf(members);
    }

    /** Is everything told? */
    public boolean isEmpty() {
        return organisations.isEmpty() && members.isEmpty();
    }

    /** The part of it that is one organisation's. */
    Unlinked of(OrganisationId organisation) {
        return new Unlinked(
                organisations.stream()
                        .filter(one -> one.id().equals(organisation))
                        .toList(),
                members.stream()
                        .filter(one -> one.organisation().equals(organisation))
                        .toList());
    }

    /** The part of it that is people. */
    Unlinked membersOnly() {
        return new Unlinked(List.of(), members);
    }

    /** An organisation that is not there yet. */
    public record WaitingOrganisation(
            OrganisationId id,
            String slug,
            LocalizedText name,
            @Nullable String emailDomain) {}

    /**
     * A person who is not counted among an organisation's there and should be, or the other way round.
     *
     * @param keycloakId the organisation's id there; null as long as it waits itself
     * @param leaving whether the membership has ended
     */
    public record WaitingMember(
            PersonId person,
            OrganisationId organisation,
            String subject,
            @Nullable String keycloakId,
            boolean leaving) {}
}

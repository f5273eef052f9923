package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored agreements, as far as the actor of the running transaction may see them. */
public interface Ndas {

    /** Those in which the organisation is one of both sides, last signed first, at most so many. */
    List<Nda> of(OrganisationId organisation, int limit);

    void add(
            UUID id,
            OrganisationId owner,
            OrganisationId other,
            LocalDate signedOn,
            @Nullable LocalDate endsOn,
            PersonId by,
            Instant now);

    /** Ends one that was not ended yet, and answers whether this call did. */
    boolean end(UUID id, OrganisationId owner, PersonId by, Instant now);
}

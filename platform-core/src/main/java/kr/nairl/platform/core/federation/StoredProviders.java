package kr.nairl.platform.core.federation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored identity providers, as far as the actor of the running transaction may see them. */
public interface StoredProviders {

    Optional<OwnProvider> of(OrganisationId organisation);

    /** What a provider hangs on: the organisation as the realm knows it. */
    Optional<Holder> holder(OrganisationId organisation);

    /** Adds one unless there is one; answers whether it did. */
    boolean add(OwnProvider provider);

    void require(OrganisationId organisation, boolean required);

    /** @param at null lets people through again */
    void stop(OrganisationId organisation, @Nullable Instant at, boolean byLab);

    void remove(OrganisationId organisation);

    /** Notes that somebody came through, if they belong to the organisation and nobody did before; answers which one. */
    Optional<OrganisationId> came(String alias, PersonId person, Instant now);

    /** Those whose standing the realm was not told yet. */
    List<OwnProvider> untold();

    void told(OrganisationId organisation);

    /** Subjects of the organisation's members with an address in its domains, without this person. */
    Set<String> coveredBut(OrganisationId organisation, PersonId person);

    /** Which provider a link's holder may come through. */
    Optional<Invited> invited(byte[] tokenHash, Instant now);

    /** An organisation as the realm knows it; {@code keycloakId} is null as long as it does not. */
    record Holder(String slug, LocalizedText name, @Nullable String keycloakId) {}

    /** The provider for an invited person, and whether it is the only way. */
    record Invited(String alias, boolean required) {}
}

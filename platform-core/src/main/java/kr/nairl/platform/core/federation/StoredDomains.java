package kr.nairl.platform.core.federation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Stored domains, as far as the actor of the running transaction may see them. */
public interface StoredDomains {

    /** Those not removed, by name. */
    List<EmailDomain> of(OrganisationId organisation);

    /** The domain that stands with the organisation itself since it came. */
    Optional<String> first(OrganisationId organisation);

    Optional<EmailDomain> find(OrganisationId organisation, UUID id);

    Optional<EmailDomain> mailed(byte[] hash, Instant now);

    /** Adds one unless the organisation has it already; answers whether it did. */
    boolean ask(UUID id, OrganisationId organisation, String domain, String record, Instant now);

    void mail(UUID id, EmailAddress to, byte[] hash, Instant until);

    void verify(UUID id, EmailDomain.Proof proof, Instant now);

    /** Deletes one that was never proved; marks another as removed until the identity provider knows. */
    void remove(UUID id);

    /** Whose it is, for whoever proves it too. */
    @Nullable
    OrganisationId owner(String domain);

    /** Organisations whose domains the identity provider was not told yet, by its id of them. */
    List<Untold> untold();

    /** Notes that the identity provider knows, and forgets what was removed. */
    void told(OrganisationId organisation);

    /** What the identity provider should know. */
    record Untold(OrganisationId organisation, String keycloakId, Set<String> domains) {
        public Untold {
            domains = Set.copyOf(domains);
        }
    }
}

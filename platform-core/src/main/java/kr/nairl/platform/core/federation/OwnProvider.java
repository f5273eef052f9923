package kr.nairl.platform.core.federation;

import java.time.Instant;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's own identity provider, as everybody who may see it sees it. What it is reached with lies in the realm.
 *
 * @param alias by which the realm knows it, and the tokens of whoever came through it
 * @param issuer the OpenID Connect issuer, or the SAML entity
 * @param clientId by which the provider knows the realm
 * @param provedAt when the first of the organisation's people came through it; null before
 * @param required whether its people must come through it; only after somebody did
 * @param stoppedAt since when nobody comes through it; null while people can
 * @param stoppedByLab whether the lab stopped it, which only the lab takes back
 */
public record OwnProvider(
        OrganisationId organisation,
        String alias,
        Protocol protocol,
        String issuer,
        String clientId,
        Instant addedAt,
        @Nullable Instant provedAt,
        boolean required,
        @Nullable Instant stoppedAt,
        boolean stoppedByLab) {

    /** What it speaks. */
    public enum Protocol {
        OIDC,
        SAML
    }

    /** Can people come through it? */
    public boolean open() {
        return stoppedAt == null;
    }
}

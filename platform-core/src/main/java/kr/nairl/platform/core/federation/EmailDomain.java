package kr.nairl.platform.core.federation;

import java.time.Instant;
import java.util.UUID;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A domain of e-mail addresses that an organisation says is its own.
 *
 * <p>Life cycle: {@code ASKED -> VERIFIED -> REMOVED}; one that was only asked for goes at once.
 *
 * @param name in lower case
 * @param proof how it was proved; null until it is
 * @param record the text that a TXT record at {@link #recordName} must hold
 * @param mailedTo where a link was sent last; null when none was
 */
public record EmailDomain(
        UUID id,
        OrganisationId organisation,
        String name,
        State state,
        @Nullable Proof proof,
        String record,
        @Nullable EmailAddress mailedTo,
        @Nullable Instant mailUntil,
        Instant askedAt,
        @Nullable Instant verifiedAt) {

    private static final String LABEL = "_platform-challenge.";

    /** How far it has come. */
    public enum State {
        ASKED,
        VERIFIED,
        REMOVED
    }

    /** What proved it. */
    public enum Proof {
        DNS,
        MAIL
    }

    /** Where the TXT record must stand. */
    public String recordName() {
        return LABEL + name;
    }
}

package kr.nairl.platform.core.federation;

import java.util.Locale;
import kr.nairl.platform.core.shared.EmailAddress;

/**
 * Mailboxes that only whoever keeps a domain can read: those of RFC 2142 that certification authorities also trust (CA/Browser
 * Forum, Baseline Requirements, 3.2.2.4.4).
 */
public enum DomainKeeper {
    POSTMASTER,
    HOSTMASTER,
    WEBMASTER,
    ADMIN,
    ADMINISTRATOR;

    /** The mailbox in this domain. */
    public EmailAddress at(String domain) {
        return new EmailAddress(name().toLowerCase(Locale.ROOT) + "@" + domain);
    }
}

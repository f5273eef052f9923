package kr.nairl.platform.core.federation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;

/** Where the mail that proves a domain is put. Called inside the asker's transaction, so that it goes out if that commits. */
public interface DomainMails {

    /**
     * Asks a domain's keeper to confirm that it is the organisation's.
     *
     * @param token the secret of the link, safe in a URL
     */
    void queue(
            Actor actor,
            EmailAddress keeper,
            Language language,
            LocalizedText organisation,
            String domain,
            String token);
}

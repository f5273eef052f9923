package kr.nairl.platform.core.notification;

import java.util.Map;
import kr.nairl.platform.core.federation.DomainMails;
import kr.nairl.platform.core.mail.Outbox;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Puts the mail that proves a domain into the outbox, in the transaction of whoever asks. */
@Component
@ForEveryone
class DomainLetters implements DomainMails {

    private static final String KIND = "domain";

    private final Outbox outbox;

    DomainLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void queue(
            Actor actor,
            EmailAddress keeper,
            Language language,
            LocalizedText organisation,
            String domain,
            String token) {
        outbox.queueRendered(
                actor,
                keeper,
                language,
                KIND,
                Map.of(
                        "recipient",
                        keeper.value(),
                        "organisation",
                        organisation.text(language),
                        "title",
                        domain,
                        "link",
                        "/" + language.code() + "/domain/" + token));
    }
}

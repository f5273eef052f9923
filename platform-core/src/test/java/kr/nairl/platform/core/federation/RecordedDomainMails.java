package kr.nairl.platform.core.federation;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Keeps the links that would have been mailed. */
@Component
@Primary
class RecordedDomainMails implements DomainMails {

    private final Map<EmailAddress, String> tokens = new ConcurrentHashMap<>();

    @Override
    public void queue(
            Actor actor,
            EmailAddress keeper,
            Language language,
            LocalizedText organisation,
            String domain,
            String token) {
        tokens.put(keeper, token);
    }

    String tokenFor(EmailAddress keeper) {
        return Objects.requireNonNull(tokens.get(keeper), () -> "nothing was mailed to " + keeper);
    }
}

package kr.nairl.platform.core.organisation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Remembers the last link to each address. */
@Component
@Primary
public class RecordedInvitationMails implements InvitationMails {

    private final Map<EmailAddress, String> tokens = new ConcurrentHashMap<>();

    @Override
    public void queue(Actor actor, Invitation invitation, String token) {
        tokens.put(invitation.email(), token);
    }

    /** The token of the last mail to this address. */
    public String tokenFor(EmailAddress email) {
        String token = tokens.get(email);
        if (token == null) {
            throw new AssertionError("no invitation was mailed to " + email);
        }
        return token;
    }
}

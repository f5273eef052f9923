package kr.nairl.platform.core.notification;

import java.util.Map;
import kr.nairl.platform.core.mail.Outbox;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.InvitationMails;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import org.springframework.stereotype.Component;

/** Puts invitations into the outbox, in the transaction of whoever invites. */
@Component
@ForEveryone
class InvitationLetters implements InvitationMails {

    private static final String KIND = "invitation";

    private final Outbox outbox;

    InvitationLetters(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void queue(Actor actor, Invitation invitation, String token) {
        outbox.queueRendered(
                actor,
                invitation.email(),
                invitation.language(),
                KIND,
                Map.of(
                        "recipient", invitation.email().value(),
                        "organisation", invitation.organisationName().text(invitation.language()),
                        "inviter", invitation.inviterName().text(invitation.language()),
                        "link", "/join/" + token));
    }
}

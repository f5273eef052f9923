package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Actor;

/** Where invitations are put to be mailed. Called inside the inviter's transaction, so that the mail goes out if it commits. */
public interface InvitationMails {

    /**
     * Puts the mail with the link into the outbox.
     *
     * @param actor who invites, in whose transaction the mail is written
     * @param invitation its recipient, language, organisation, inviter and end
     * @param token the secret of the link, safe in a URL; it stands in this one mail and nowhere else
     */
    void queue(Actor actor, Invitation invitation, String token);
}

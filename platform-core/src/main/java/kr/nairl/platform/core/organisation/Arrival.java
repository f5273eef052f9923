package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;

/** What else follows when somebody accepts an invitation; other features implement it. */
public interface Arrival {

    /**
     * Runs inside the transaction that makes the membership, so that neither stands without the other.
     *
     * @param name as the person gave it when they registered
     */
    void arrived(Actor job, OpenInvitation invitation, PersonId person, LocalizedText name);
}

package kr.nairl.platform.core.federation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;

/** The first fence around how an organisation's people sign in. */
final class Own {

    private Own() {}

    /**
     * Its administrators, and lab managers.
     *
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator
     */
    static Actor.Person seen(Actor actor, OrganisationId organisation) {
        Actor.Person person = actor.requirePerson();
        return person.has(Role.LAB_MANAGER) ? person : administered(person, organisation);
    }

    /**
     * Its administrators alone: not even the lab says who vouches for an organisation's people.
     *
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator
     */
    static Actor.Person administered(Actor actor, OrganisationId organisation) {
        Actor.Person person = actor.requirePerson();
        if (!person.organisation().equals(organisation)) {
            throw new NotFoundException("organisation " + organisation);
        }
        return person.require(Role.ADMINISTRATOR);
    }
}

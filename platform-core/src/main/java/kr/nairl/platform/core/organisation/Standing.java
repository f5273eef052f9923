package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;

/** The first fence around an organisation: what the actor is to it. */
final class Standing {

    private Standing() {}

    /** May write the organisation's words: its members, and lab managers. */
    static Actor.Person edits(Actor actor, OrganisationId organisation) {
        return within(actor, organisation, Role.MEMBER, Role.ADMINISTRATOR);
    }

    /** May say who acts for the organisation: its administrators, and lab managers. */
    static Actor.Person administers(Actor actor, OrganisationId organisation) {
        return within(actor, organisation, Role.ADMINISTRATOR);
    }

    /** May see who acts for the organisation: everybody in it, and lab managers. */
    static Actor.Person belongs(Actor actor, OrganisationId organisation) {
        return within(actor, organisation, Role.values());
    }

    /** @throws ForbiddenException for all but the setup job */
    static void isSetup(Actor actor) {
        if (!actor.equals(Actor.Job.SETUP)) {
            throw new ForbiddenException("only the setup job registers without invitation");
        }
    }

    /** @throws ForbiddenException for all but the onboarding job */
    static void isOnboarding(Actor actor) {
        if (!actor.equals(Actor.Job.ONBOARDING)) {
            throw new ForbiddenException("only the onboarding job speaks with the identity provider");
        }
    }

    private static Actor.Person within(Actor actor, OrganisationId organisation, Role... anyOf) {
        Actor.Person person = actor.requirePerson();
        if (person.has(Role.LAB_MANAGER)) {
            return person;
        }
        if (!person.organisation().equals(organisation)) {
            throw new NotFoundException("organisation " + organisation);
        }
        return person.require(anyOf);
    }
}

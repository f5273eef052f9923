package kr.nairl.platform.core.update;

import java.time.Clock;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * What a signed-in person keeps an eye on. Following is a person's own and private; following again and letting go of
 * what is not followed change nothing. Visitors and jobs get a {@link ForbiddenException}.
 */
@Component
public class Follows {

    private final FollowedThings things;
    private final Transactions transactions;
    private final Clock clock;

    Follows(FollowedThings things, Transactions transactions, Clock clock) {
        this.things = things;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such sub-project */
    public void follow(Actor actor, SubProjectId subProject) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> orMissing(things.add(person.id(), subProject, clock.instant())));
    }

    /** @throws NotFoundException when there is no such researcher */
    public void follow(Actor actor, ResearcherId researcher) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> orMissing(things.add(person.id(), researcher, clock.instant())));
    }

    /** Lets a sub-project go. */
    public void unfollow(Actor actor, SubProjectId subProject) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> things.remove(person.id(), subProject));
    }

    /** Lets a researcher go. */
    public void unfollow(Actor actor, ResearcherId researcher) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> things.remove(person.id(), researcher));
    }

    /** Does the actor follow this sub-project? */
    public boolean isFollowing(Actor actor, SubProjectId subProject) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> things.has(person.id(), subProject));
    }

    /** Does the actor follow this researcher? */
    public boolean isFollowing(Actor actor, ResearcherId researcher) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> things.has(person.id(), researcher));
    }

    /** All that the actor follows. */
    public Following list(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> things.of(person.id()));
    }

    private static void orMissing(boolean found) {
        if (!found) {
            throw new NotFoundException("nothing there to follow");
        }
    }
}

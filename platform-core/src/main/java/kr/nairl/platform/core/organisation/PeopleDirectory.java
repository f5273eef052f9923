package kr.nairl.platform.core.organisation;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** Names of people that the actor has to do with: colleagues, researchers, the other side of a request. */
@Component
public class PeopleDirectory {

    private final Transactions transactions;
    private final People people;

    PeopleDirectory(Transactions transactions, People people) {
        this.transactions = transactions;
        this.people = people;
    }

    /** @throws NotFoundException when there is none, or none that the actor may know */
    public Person find(Actor actor, PersonId id) {
        if (!(actor instanceof Actor.Person reader)) {
            throw new NotFoundException("person " + id);
        }
        return transactions.read(
                actor, () -> people.find(reader, id).orElseThrow(() -> new NotFoundException("person " + id)));
    }
}

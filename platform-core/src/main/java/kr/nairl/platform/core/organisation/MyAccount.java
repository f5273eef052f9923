package kr.nairl.platform.core.organisation;

import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/** What a person decides about themselves. */
@Component
public class MyAccount {

    private final Transactions transactions;
    private final People people;

    MyAccount(Transactions transactions, People people) {
        this.transactions = transactions;
        this.people = people;
    }

    /** The actor's own settings. */
    public Account read(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(
                actor,
                () -> people.account(person.id()).orElseThrow(() -> new NotFoundException("person " + person.id())));
    }

    /**
     * Changes the name, at most 100 characters in each language and there in one.
     *
     * @param version the version that the person saw
     * @return the new version
     * @throws InvalidInputException on field {@code name}
     * @throws StaleException when it was changed meanwhile, on another device
     */
    public int changeName(Actor actor, LocalizedText name, int version) {
        Actor.Person person = actor.requirePerson();
        new Violations().required(100, "name", name).refuse();
        return transactions.write(actor, () -> {
            if (!people.rename(person.id(), name, version)) {
                throw new StaleException("person " + person.id());
            }
            return version + 1;
        });
    }

    /** Changes the language of pages and mails. */
    public void changeLanguage(Actor actor, Language language) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> people.changeLanguage(person.id(), language));
    }

    /** Changes what the person wants no mails about. */
    public void changeMails(Actor actor, Set<MailTopic> off) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> people.changeMails(person.id(), off));
    }

    /** Changes how pages look. */
    public void changeTheme(Actor actor, Theme theme) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> people.changeTheme(person.id(), theme));
    }
}

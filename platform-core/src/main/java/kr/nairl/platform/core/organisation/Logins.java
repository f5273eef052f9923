package kr.nairl.platform.core.organisation;

import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** The way from a proven issuer and subject to a person. */
@Component
public class Logins {

    private final Transactions transactions;
    private final People people;

    Logins(Transactions transactions, People people) {
        this.transactions = transactions;
        this.people = people;
    }

    /** The person whom this issuer knows by this subject; empty for an account that nobody invited. */
    @ForEveryone
    public Optional<Login> find(String issuer, String subject) {
        return transactions.read(Actor.VISITOR, () -> people.login(issuer, subject));
    }
}

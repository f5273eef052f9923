package kr.nairl.platform.core.organisation;

import java.util.Optional;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
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

    /**
     * As {@link #find(String, String)}, with only the memberships that this way of signing in opens.
     *
     * @param provider the organisation's own identity provider that the person came through, as the token names it; null
     *     when they signed in with what they set up themselves
     */
    @ForEveryone
    public Optional<Login> find(String issuer, String subject, @Nullable String provider) {
        return transactions.read(
                Actor.VISITOR,
                () -> people.login(issuer, subject)
                        .map(login -> login.without(people.heldBack(login.person(), provider))));
    }

    /** The person whom this issuer knows by this subject; empty for an account that nobody invited. */
    @ForEveryone
    public Optional<Login> find(String issuer, String subject) {
        return transactions.read(Actor.VISITOR, () -> people.login(issuer, subject));
    }
}

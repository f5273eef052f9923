package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** Where everybody, visitors too, reads about the lab's sub-projects. */
@Component
public class SubProjects {

    /** How many results a sub-project's page shows at most. */
    public static final int LATEST_RESULTS = 6;

    private final Transactions transactions;
    private final StoredSubProjects stored;

    SubProjects(Transactions transactions, StoredSubProjects stored) {
        this.transactions = transactions;
        this.stored = stored;
    }

    /** All sub-projects, by number. */
    public List<SubProjectCard> all(Actor actor) {
        return transactions.read(actor, stored::all);
    }

    /**
     * A sub-project's page.
     *
     * @throws NotFoundException when there is none of this number
     */
    public SubProjectPage page(Actor actor, int number) {
        return transactions
                .read(
                        actor,
                        () -> stored.page(
                                number,
                                actor instanceof Actor.Person person && person.has(Role.RESEARCHER)
                                        ? person.id()
                                        : null,
                                LATEST_RESULTS))
                .orElseThrow(() -> new NotFoundException("sub-project " + number));
    }

    /** All research areas, by sub-project and position. */
    public List<AreaCard> areas(Actor actor) {
        return transactions.read(actor, () -> stored.areas());
    }
}

package kr.nairl.platform.core.research;

import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** Where a principal investigator edits what the sub-project says about itself. */
@Component
public class SubProjectDesk {

    private final Transactions transactions;
    private final StoredSubProjects stored;
    private final Changes changes;

    SubProjectDesk(Transactions transactions, StoredSubProjects stored, Changes changes) {
        this.transactions = transactions;
        this.stored = stored;
        this.changes = changes;
    }

    /**
     * Writes title, summary and description.
     *
     * @param version as the page told it
     * @throws NotFoundException when there is none of this number
     * @throws ForbiddenException for all but its principal investigator
     * @throws StaleException when somebody wrote meanwhile
     */
    public void edit(Actor actor, int number, SubProjectWords words, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            SubProjectId id = stored.byNumber(number).orElseThrow(() -> new NotFoundException("sub-project " + number));
            if (!stored.leads(person.id(), id)) {
                throw new ForbiddenException("not the principal investigator of sub-project " + number);
            }
            if (!stored.edit(id, words, version)) {
                throw new StaleException("sub-project " + number + " at version " + version);
            }
            changes.announce(Changes.Kind.RESEARCHER, id.value());
        });
    }
}

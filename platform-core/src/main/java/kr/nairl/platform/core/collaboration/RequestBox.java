package kr.nairl.platform.core.collaboration;

import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * The requests that concern somebody: a partner's own, a researcher's own, and for lab managers all that were sent,
 * without their confidential words.
 */
@Component
public class RequestBox {

    private final Transactions transactions;
    private final RequestReads reads;

    RequestBox(Transactions transactions, RequestReads reads) {
        this.transactions = transactions;
        this.reads = reads;
    }

    /**
     * A part of the reader's list: those that wait for the reader first, then the last changed.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for whoever can neither send nor be asked nor oversees
     */
    public Page<RequestRow> mine(Actor actor, RequestFilter filter, PageRequest page) {
        Actor.Person reader = reader(actor);
        return transactions.read(actor, () -> reads.list(reader, filter, page));
    }

    /**
     * One request whole.
     *
     * @throws NotFoundException when it is none of the reader's
     */
    public RequestPage open(Actor actor, RequestId id) {
        Actor.Person reader = reader(actor);
        return transactions.read(
                actor, () -> reads.page(reader, id).orElseThrow(() -> new NotFoundException("request " + id)));
    }

    /**
     * Whom the organisation acted for approached for an interest, in drafts too, and who had those requests later.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for whoever sends no requests
     */
    public Set<ResearcherId> approached(Actor actor, InterestId interest) {
        Actor.Person reader = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.read(actor, () -> reads.approached(reader, interest));
    }

    /** How many there are and how many wait for the reader. */
    public RequestCounts counts(Actor actor) {
        Actor.Person reader = reader(actor);
        return transactions.read(actor, () -> reads.counts(reader));
    }

    private static Actor.Person reader(Actor actor) {
        return actor.require(Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER, Role.LAB_MANAGER);
    }
}

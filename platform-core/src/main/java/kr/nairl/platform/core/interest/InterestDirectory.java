package kr.nairl.platform.core.interest;

import java.util.List;
import java.util.function.Supplier;
import kr.nairl.platform.core.audit.AccessLedger;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where interests are found and read: one's own in every state, others' while they are open to the reader. */
@Component
public class InterestDirectory {

    private final Transactions transactions;
    private final Interests interests;
    private final AccessLedger ledger;

    InterestDirectory(Transactions transactions, Interests interests, AccessLedger ledger) {
        this.transactions = transactions;
        this.interests = interests;
        this.ledger = ledger;
    }

    /**
     * The interests of the organisation that the actor acts for, last written first.
     *
     * @param state null for every state
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but its members
     */
    public Page<InterestCard> own(Actor actor, @Nullable InterestState state, PageRequest request) {
        Actor.Person person = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions
                .read(actor, () -> interests.own(person.organisation(), state, request))
                .map(card -> permitting(actor, card));
    }

    /** Open interests that the actor may see, last opened first. */
    public Page<InterestCard> search(Actor actor, InterestFilter filter, PageRequest request) {
        return transactions
                .read(actor, () -> interests.open(actor, filter, request))
                .map(card -> permitting(actor, card));
    }

    /**
     * An interest's page. Whoever is given more than is public is written down, as one who opened it.
     *
     * @throws NotFoundException when there is none of this id that the actor may see
     */
    public InterestPage page(Actor actor, InterestId id) {
        Supplier<InterestCard> read = () -> {
            InterestCard found = interests.visible(actor, List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("interest " + id));
            ledger.opened(actor, found.company().id(), Opening.Kind.INTEREST, id.value(), found.narrowest());
            return found;
        };
        InterestCard card = permitting(
                actor,
                actor instanceof Actor.Person ? transactions.write(actor, read) : transactions.read(actor, read));
        boolean own = Interest.owns(actor, card.company().id());
        return new InterestPage(card, own, own && card.state() == InterestState.DRAFT);
    }

    private static InterestCard permitting(Actor actor, InterestCard card) {
        return card.permitting(Interest.permitted(actor, card.company().id(), card.state()));
    }
}

package kr.nairl.platform.core.newsletter;

import java.time.Clock;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Where editors and lab managers see a story before it is out. Everybody else gets a {@link ForbiddenException}, whether
 * there is such a story or not.
 */
@Component
public class ProofDesk {

    private final Proofs proofs;
    private final Transactions transactions;
    private final Clock clock;

    ProofDesk(Proofs proofs, Transactions transactions, Clock clock) {
        this.proofs = proofs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The story with whom it is about, as far as the editor may see them.
     *
     * @throws NotFoundException when there is none
     */
    public StoryPage story(Actor actor, StoryId id) {
        EditorialDesk.requireEditor(actor);
        return transactions
                .read(actor, () -> proofs.story(id, clock.instant()))
                .orElseThrow(() -> new NotFoundException("no story " + id));
    }

    /**
     * The story as anybody will read it once it and its issue are published: an organisation that hides from visitors is
     * not named.
     *
     * @throws NotFoundException when there is none
     */
    public StoryPage asRead(Actor actor, StoryId id) {
        StoryPage proof = story(actor, id);
        Set<OrganisationId> named = transactions.read(
                Actor.VISITOR,
                () -> proofs.visible(proof.card().organisations().stream()
                        .map(StoryCard.AboutOrganisation::id)
                        .toList()));
        return new StoryPage(proof.card().naming(named), proof.body(), proof.previous(), proof.next());
    }
}

package kr.nairl.platform.core.research;

import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** Where everybody, visitors too, finds the lab's researchers. */
@Component
public class ResearcherDirectory {

    private final Transactions transactions;
    private final Researchers researchers;

    ResearcherDirectory(Transactions transactions, Researchers researchers) {
        this.transactions = transactions;
        this.researchers = researchers;
    }

    /** Researchers who pass the filter: those whose name holds the text first, then by name. */
    public Page<ResearcherCard> search(Actor actor, ResearcherFilter filter, PageRequest request) {
        return transactions.read(actor, () -> researchers.search(filter, request));
    }

    /** The slugs of all researchers' pages, by name. */
    public List<String> slugs(Actor actor) {
        return transactions.read(actor, researchers::slugs);
    }

    /**
     * A researcher's page.
     *
     * @throws NotFoundException when no researcher has the slug
     */
    public ResearcherPage page(Actor actor, String slug) {
        // Whoever lost the role may not edit, so the page is not theirs to the screen either.
        PersonId reader = actor instanceof Actor.Person person && person.has(Role.RESEARCHER) ? person.id() : null;
        return transactions
                .read(actor, () -> researchers.page(slug, reader))
                .orElseThrow(() -> new NotFoundException("researcher " + slug));
    }
}

package kr.nairl.platform.core.organisation;

import java.time.Clock;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** Organisations as anybody may look them up: visitors find public profiles, signed-in people all active ones. */
@Component
public class PartnerDirectory {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Clock clock;

    PartnerDirectory(Transactions transactions, Organisations organisations, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Active organisations; partners first, then by name, the id breaks ties. */
    public Page<OrganisationCard> search(Actor actor, OrganisationFilter filter, PageRequest page) {
        return transactions.read(
                actor, () -> organisations.search(actor, filter, OrganisationStatus.ACTIVE, page, clock.instant()));
    }

    /** @throws NotFoundException when there is none, or none that the actor may see */
    public OrganisationProfile profile(Actor actor, String slug) {
        return transactions.read(
                actor,
                () -> organisations
                        .profile(actor, slug, clock.instant())
                        .orElseThrow(() -> new NotFoundException("organisation " + slug)));
    }

    /** @throws NotFoundException when there is none, or none that the actor may see */
    public OrganisationProfile profile(Actor actor, OrganisationId id) {
        return transactions.read(
                actor,
                () -> organisations
                        .profile(actor, id, clock.instant())
                        .orElseThrow(() -> new NotFoundException("organisation " + id)));
    }
}

package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import kr.nairl.platform.core.audit.AccessLedger;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
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
    private final AccessLedger ledger;
    private final Clock clock;

    PartnerDirectory(Transactions transactions, Organisations organisations, AccessLedger ledger, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Active organisations; partners first, then by name, the id breaks ties. */
    public Page<OrganisationCard> search(Actor actor, OrganisationFilter filter, PageRequest page) {
        return transactions.read(
                actor, () -> organisations.search(actor, filter, OrganisationStatus.ACTIVE, page, clock.instant()));
    }

    /**
     * The profile, as far as the actor stands on its ladder. Whoever is given more than is public is written down, as one
     * who opened it.
     *
     * @throws NotFoundException when there is none, or none that the actor may see
     */
    public OrganisationProfile profile(Actor actor, String slug) {
        return opened(actor, slug, () -> organisations.profile(actor, slug, clock.instant()));
    }

    /** The same by its id. */
    public OrganisationProfile profile(Actor actor, OrganisationId id) {
        return opened(actor, id, () -> organisations.profile(actor, id, clock.instant()));
    }

    /**
     * Which organisation it is and no more, for pages that only name it.
     *
     * @throws NotFoundException when there is none, or none that the actor may see
     */
    public Heading heading(Actor actor, String slug) {
        return transactions.read(
                actor,
                () -> organisations
                        .profile(actor, slug, clock.instant())
                        .map(profile -> new Heading(profile.id(), profile.slug(), profile.kind(), profile.name()))
                        .orElseThrow(() -> new NotFoundException("organisation " + slug)));
    }

    private OrganisationProfile opened(Actor actor, Object which, Supplier<Optional<OrganisationProfile>> read) {
        Supplier<OrganisationProfile> found = () -> {
            OrganisationProfile profile = read.get().orElseThrow(() -> new NotFoundException("organisation " + which));
            ledger.opened(
                    actor, profile.id(), Opening.Kind.PROFILE, profile.id().value(), profile.narrowest());
            return profile;
        };
        return actor instanceof Actor.Person ? transactions.write(actor, found) : transactions.read(actor, found);
    }

    /** What an organisation is known by. */
    public record Heading(OrganisationId id, String slug, OrganisationKind kind, LocalizedText name) {}
}

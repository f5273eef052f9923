package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Where a lab manager brings an organisation in: it exists as invited, invisible to others, until its first person
 * accepts the invitation that is mailed here.
 */
@Component
public class OrganisationRegistry {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Invitations invitations;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    OrganisationRegistry(
            Transactions transactions,
            Organisations organisations,
            Invitations invitations,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.invitations = invitations;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the organisation and invites its first administrator.
     *
     * @throws InvalidInputException naming every bad field
     * @throws ForbiddenException for all but lab managers
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome invite(Actor actor, NewOrganisation organisation) {
        Actor.Person manager = actor.require(Role.LAB_MANAGER);
        manager.requireFreshProof(clock.instant());
        organisation.validate();
        return transactions.write(actor, () -> {
            // Holds the registry as well: two managers inviting one company at once come one after the other.
            String slug = freeSlug(organisation.name());
            Optional<OrganisationId> known =
                    Optional.ofNullable(organisation.emailDomain()).flatMap(organisations::ofDomain);
            if (known.isPresent()) {
                return new Outcome.DomainTaken(known.get());
            }
            Optional<OrganisationId> registered = Optional.ofNullable(organisation.number())
                    .flatMap(number -> organisations.ofNumber(organisation.country(), number));
            if (registered.isPresent()) {
                return new Outcome.NumberTaken(registered.get());
            }
            OrganisationId id = OrganisationId.fresh();
            organisations.add(
                    new Organisations.Founding(
                            id,
                            slug,
                            organisation.kind(),
                            OrganisationStatus.INVITED,
                            organisation.kind().becomesPartner(),
                            null,
                            false,
                            organisation.name(),
                            organisation.country(),
                            organisation.number(),
                            organisation.website(),
                            organisation.emailDomain()),
                    clock.instant());
            audit.record(actor, id, "organisation.invited", "organisation", id.value(), Map.of());
            changes.announce(Changes.Kind.ORGANISATION, id.value());
            return switch (invitations.send(
                    manager,
                    new Organisations.Held(
                            id, organisation.kind(), OrganisationStatus.INVITED, organisation.name(), null),
                    organisation.firstAdministrator(),
                    organisation.roles(),
                    organisation.language())) {
                case Invitations.Outcome.Sent sent -> new Outcome.Invited(id, slug, sent.invitation());
                case Invitations.Outcome.AlreadyMember impossible -> throw new IllegalStateException("new and peopled");
                case Invitations.Outcome.Revoked impossible -> throw new IllegalStateException("new and revoked");
                case Invitations.Outcome.NotOpen impossible -> throw new IllegalStateException("new and not open");
            };
        });
    }

    /**
     * Organisations whose first person has not come yet, by name; their invitations tell since when.
     *
     * @throws ForbiddenException for all but lab managers
     */
    public Page<OrganisationCard> invited(Actor actor, PageRequest page) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(
                actor,
                () -> organisations.search(
                        actor, OrganisationFilter.ALL, OrganisationStatus.INVITED, page, clock.instant()));
    }

    private String freeSlug(LocalizedText name) {
        String base = Slugs.of(name);
        Set<String> taken = organisations.holdSlugs(base);
        String slug = base;
        for (int number = 2; taken.contains(slug); number++) {
            slug = base + "-" + number;
        }
        return slug;
    }

    /** How bringing in an organisation ended. */
    public sealed interface Outcome {

        /** It exists as invited, and the mail is in the outbox. */
        record Invited(OrganisationId organisation, String slug, Invitation invitation) implements Outcome {}

        /** Nothing was made: an organisation with this e-mail domain is here already. */
        record DomainTaken(OrganisationId organisation) implements Outcome {}

        /** Nothing was made: an organisation with this number is here already. */
        record NumberTaken(OrganisationId organisation) implements Outcome {}
    }
}

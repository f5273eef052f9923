package kr.nairl.platform.core.organisation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * Inviting people into an organisation. Lab managers invite everywhere, administrators into their own.
 *
 * <p>Life cycle: open until accepted, revoked, or replaced by a newer one to the same address, at most
 * {@link #LIFETIME}. Of one organisation and address at most one is open. The invited person holds a link with a secret
 * of which only a hash is stored.
 */
@Component
public class Invitations {

    /** How long a link works. */
    public static final Duration LIFETIME = Duration.ofDays(14);

    private final Transactions transactions;
    private final SentInvitations invitations;
    private final Organisations organisations;
    private final Memberships memberships;
    private final People people;
    private final InvitationMails mails;
    private final Events events;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(
            Transactions transactions,
            SentInvitations invitations,
            Organisations organisations,
            Memberships memberships,
            People people,
            InvitationMails mails,
            Events events,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.organisations = organisations;
        this.memberships = memberships;
        this.people = people;
        this.mails = mails;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Invites somebody, and mails the link. An older open invitation to the address is replaced.
     *
     * @param roles administrators give MEMBER and ADMINISTRATOR, lab managers all that the kind of organisation grants
     * @throws InvalidInputException on field {@code roles} when there is none or one that cannot be given
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome inviteMember(
            Actor actor, OrganisationId organisation, EmailAddress email, Set<Role> roles, Language language) {
        Actor.Person by = Standing.administers(actor, organisation);
        by.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            Organisations.Held held = hold(organisation);
            new Violations()
                    .check(
                            !roles.isEmpty() && held.kind().grants(roles) && Members.mayGive(by, roles),
                            "roles",
                            "choice")
                    .refuse();
            return send(by, held, email, roles, language);
        });
    }

    /**
     * Sends a new link to the same address, whether the old one has expired or not; the old one stops working.
     *
     * @throws NotFoundException when there is no such invitation for the actor
     * @throws ForbiddenException when the actor may not invite, or not with these roles
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome resend(Actor actor, UUID id) {
        Actor.Person by = actor.require(Role.LAB_MANAGER, Role.ADMINISTRATOR);
        by.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            Organisations.Held held = hold(find(by, id).organisation());
            // again, now that nobody else can change it
            Invitation old = find(by, id);
            return switch (old.state()) {
                case OPEN, EXPIRED -> send(by, held, old.email(), old.roles(), old.language());
                case ACCEPTED, REPLACED, REVOKED -> new Outcome.NotOpen();
            };
        });
    }

    /**
     * Ends an invitation; its link stops working.
     *
     * @throws NotFoundException when there is no such invitation for the actor
     * @throws ForbiddenException when the actor may not invite, or not with these roles
     */
    public Outcome revoke(Actor actor, UUID id) {
        Actor.Person by = actor.require(Role.LAB_MANAGER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> {
            Invitation invitation = find(by, id);
            hold(invitation.organisation());
            if (!invitations.revoke(id)) {
                return new Outcome.NotOpen();
            }
            audit.record(actor, invitation.organisation(), "invitation.revoked", "invitation", id, Map.of());
            return new Outcome.Revoked();
        });
    }

    /**
     * The organisation's invitations, newest first.
     *
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator
     */
    public Page<Invitation> list(Actor actor, OrganisationId organisation, PageRequest page) {
        Standing.administers(actor, organisation);
        return transactions.read(actor, () -> invitations.list(organisation, page, clock.instant()));
    }

    /**
     * The newest invitation of each of these organisations, to see who was asked and whether they can still come.
     *
     * @throws ForbiddenException for all but lab managers
     */
    public Map<OrganisationId, Invitation> latest(Actor actor, Collection<OrganisationId> of) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> invitations.latest(of, clock.instant()));
    }

    /** What the holder of a link may see; empty when it is used, replaced, revoked or too old. */
    @ForEveryone
    public Optional<OpenInvitation> open(String token) {
        return transactions.read(Actor.VISITOR, () -> invitations.findOpen(SecretToken.hash(token), clock.instant()));
    }

    /** Inside the inviter's transaction, the organisation held. */
    Outcome send(
            Actor.Person by, Organisations.Held organisation, EmailAddress email, Set<Role> roles, Language language) {
        if (organisation.status() == OrganisationStatus.SUSPENDED) {
            throw new NotFoundException("organisation " + organisation.id() + " is suspended");
        }
        Optional<PersonId> member = memberships.withEmail(organisation.id(), email);
        if (member.isPresent()) {
            return new Outcome.AlreadyMember(member.get());
        }
        String token = SecretToken.fresh(random);
        Instant now = clock.instant();
        Invitation invitation = new Invitation(
                UUID.randomUUID(),
                organisation.id(),
                organisation.name(),
                email,
                roles,
                language,
                by.id(),
                people.account(by.id()).map(Account::name).orElse(LocalizedText.EMPTY),
                Invitation.State.OPEN,
                now,
                now.plus(LIFETIME));
        invitations.open(invitation, SecretToken.hash(token));
        mails.queue(by, invitation, token);
        Map<String, String> detail = Map.of(
                "organisation",
                organisation.id().toString(),
                "roles",
                roles.stream().map(Role::name).sorted().collect(Collectors.joining(",")));
        audit.record(by, organisation.id(), "invitation.created", "invitation", invitation.id(), detail);
        events.publish(by, "invitation.created", invitation.id(), detail);
        return new Outcome.Sent(invitation);
    }

    private Organisations.Held hold(OrganisationId organisation) {
        return organisations
                .hold(organisation)
                .orElseThrow(() -> new NotFoundException("organisation " + organisation));
    }

    private Invitation find(Actor.Person by, UUID id) {
        Invitation invitation = invitations
                .find(id, clock.instant())
                .filter(found ->
                        by.has(Role.LAB_MANAGER) || found.organisation().equals(by.organisation()))
                .orElseThrow(() -> new NotFoundException("invitation " + id));
        if (!Members.mayGive(by, invitation.roles())) {
            throw new ForbiddenException("roles of the lab are given by its managers");
        }
        return invitation;
    }

    /** How a step with an invitation ended. */
    public sealed interface Outcome {

        /** The mail is in the outbox. */
        record Sent(Invitation invitation) implements Outcome {}

        /** Nothing was sent: the address belongs to an active member. */
        record AlreadyMember(PersonId person) implements Outcome {}

        /** The link works no more. */
        record Revoked() implements Outcome {}

        /** Nothing was changed: the invitation was accepted, replaced or revoked before. */
        record NotOpen() implements Outcome {}
    }
}

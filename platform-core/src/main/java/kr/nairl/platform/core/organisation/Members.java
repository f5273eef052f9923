package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * An organisation's own people. A membership begins with an accepted invitation, its roles change here, and it ends
 * here; the person is out at the next click. The last administrator stays until there is another.
 */
@Component
public class Members {

    private static final Set<Role> OWN_TO_GIVE = Set.of(Role.MEMBER, Role.ADMINISTRATOR);

    private final Transactions transactions;
    private final Organisations organisations;
    private final Memberships memberships;
    private final SentInvitations invitations;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    Members(
            Transactions transactions,
            Organisations organisations,
            Memberships memberships,
            SentInvitations invitations,
            Events events,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.memberships = memberships;
        this.invitations = invitations;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The active members by name, to everybody in the organisation and to lab managers.
     *
     * @throws NotFoundException when the organisation is not the actor's
     */
    public Page<Member> list(Actor actor, OrganisationId organisation, PageRequest page) {
        Actor.Person reader = Standing.belongs(actor, organisation);
        return transactions.read(actor, () -> {
            Page<Member> found = memberships.list(reader, organisation, page);
            if (!reader.has(Role.ADMINISTRATOR) && !reader.has(Role.LAB_MANAGER)) {
                return found;
            }
            Map<PersonId, Instant> seen = audit.lastSeen(
                    actor,
                    organisation,
                    found.items().stream().map(Member::person).toList());
            return new Page<>(
                    found.items().stream()
                            .map(member -> member.seen(seen.get(member.person())))
                            .toList(),
                    found.total());
        });
    }

    /**
     * Gives a member these roles and no others. Administrators give and take MEMBER and ADMINISTRATOR, lab managers all
     * that the kind of organisation grants.
     *
     * @throws InvalidInputException on field {@code roles} when there is none or one that cannot be given
     * @throws NotFoundException when the organisation is not the actor's, or the person no member
     * @throws ForbiddenException when the actor is no administrator, or the member holds roles of the lab
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome changeRoles(Actor actor, OrganisationId organisation, PersonId member, Set<Role> roles) {
        Actor.Person by = Standing.administers(actor, organisation);
        by.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            Organisations.Held held = hold(organisation);
            Set<Role> before = rolesOf(by, organisation, member);
            new Violations()
                    .check(!roles.isEmpty() && held.kind().grants(roles) && mayGive(by, roles), "roles", "choice")
                    .refuse();
            if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(organisation, before)) {
                return new Outcome.LastAdministrator();
            }
            give(actor, organisation, member, roles);
            return new Outcome.Done();
        });
    }

    /**
     * Passes the actor's administration on: the member becomes an administrator, and the actor is one no longer. So the
     * last administrator may go, and the organisation is never without.
     *
     * @throws InvalidInputException on field {@code member} when that is the actor
     * @throws NotFoundException when the organisation is not the actor's, or the person no member
     * @throws ForbiddenException when the actor is no administrator there, or the member holds roles of the lab
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public void handOver(Actor actor, OrganisationId organisation, PersonId member) {
        Actor.Person by = Standing.administers(actor, organisation);
        by.requireFreshProof(clock.instant());
        new Violations().check(!member.equals(by.id()), "member", "choice").refuse();
        transactions.run(actor, () -> {
            hold(organisation);
            Set<Role> own = with(rolesOf(by, organisation, by.id()), Role.MEMBER);
            if (!own.remove(Role.ADMINISTRATOR)) {
                throw new ForbiddenException("only an administrator's own role is handed over");
            }
            // The successor first, while the actor still may.
            give(actor, organisation, member, with(rolesOf(by, organisation, member), Role.ADMINISTRATOR));
            give(actor, organisation, by.id(), own);
        });
    }

    private void give(Actor actor, OrganisationId organisation, PersonId member, Set<Role> roles) {
        memberships.changeRoles(organisation, member, roles);
        tell(
                actor,
                "membership.changed",
                organisation,
                member,
                Map.of(
                        "organisation",
                        organisation.toString(),
                        "roles",
                        roles.stream().map(Role::name).sorted().collect(Collectors.joining(","))));
    }

    private static Set<Role> with(Set<Role> roles, Role one) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.add(one);
        return all;
    }

    /**
     * Ends a membership. Open invitations that the person sent for the organisation end with it.
     *
     * @throws NotFoundException when the organisation is not the actor's, or the person no member
     * @throws ForbiddenException when the actor is no administrator, or the member holds roles of the lab
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome remove(Actor actor, OrganisationId organisation, PersonId member) {
        Actor.Person by = Standing.administers(actor, organisation);
        by.requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            hold(organisation);
            Set<Role> before = rolesOf(by, organisation, member);
            if (isLastAdministrator(organisation, before)) {
                return new Outcome.LastAdministrator();
            }
            // first, while the actor still may: somebody may end their own membership
            invitations.revokeAllBy(organisation, member);
            tell(actor, "membership.removed", organisation, member, Map.of("organisation", organisation.toString()));
            memberships.end(organisation, member, clock.instant());
            return new Outcome.Done();
        });
    }

    /** The roles that the actor may give in an organisation of this kind, for forms to offer. */
    public Set<Role> offered(Actor actor, OrganisationKind kind) {
        return actor instanceof Actor.Person by
                ? Arrays.stream(Role.values())
                        .filter(role -> kind.grants(Set.of(role)) && mayGive(by, Set.of(role)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)))
                : Set.of();
    }

    private Organisations.Held hold(OrganisationId organisation) {
        return organisations
                .hold(organisation)
                .orElseThrow(() -> new NotFoundException("organisation " + organisation));
    }

    private Set<Role> rolesOf(Actor.Person by, OrganisationId organisation, PersonId member) {
        Set<Role> roles = memberships
                .roles(organisation, member)
                .orElseThrow(() -> new NotFoundException("member " + member + " of " + organisation));
        if (!mayGive(by, roles)) {
            throw new ForbiddenException("roles of the lab are given and taken by its managers");
        }
        return roles;
    }

    private boolean isLastAdministrator(OrganisationId organisation, Set<Role> roles) {
        return roles.contains(Role.ADMINISTRATOR) && memberships.administrators(organisation) == 1;
    }

    private void tell(
            Actor actor, String what, OrganisationId organisation, PersonId member, Map<String, String> detail) {
        audit.record(actor, organisation, what, "person", member.value(), detail);
        events.publish(actor, what, member.value(), detail);
        changes.announce(Changes.Kind.MEMBERSHIP, member.value());
    }

    /** May this person hand out or take away these roles? */
    static boolean mayGive(Actor.Person by, Set<Role> roles) {
        return by.has(Role.LAB_MANAGER) || OWN_TO_GIVE.containsAll(roles);
    }

    /** How a change of membership ended. */
    public sealed interface Outcome {

        /** It is done. */
        record Done() implements Outcome {}

        /** Nothing was changed: the organisation would have had no administrator left. */
        record LastAdministrator() implements Outcome {}
    }
}

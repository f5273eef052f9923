package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when an invited person signs in for the first time, and how the identity provider learns of it.
 *
 * <p>The membership is made here first, in one transaction, exactly once; the identity provider is told afterwards. What
 * it could not be told, additions and removals alike, stays noted and is told again by {@link #keepInStep}, so that its
 * being down costs nobody their membership and leaves nobody in it.
 */
@Component
public class Onboarding {

    private static final Logger LOG = LoggerFactory.getLogger(Onboarding.class);
    /** The lab's own: in it a partnership's first year is counted. */
    private static final ZoneId LAB_ZONE = ZoneId.of("Asia/Seoul");
    /** So many refusals in a row, and the rest waits for the next time. */
    private static final int PATIENCE = 2;

    private final Transactions transactions;
    private final SentInvitations invitations;
    private final People people;
    private final Organisations organisations;
    private final Memberships memberships;
    private final OrganisationDirectory directory;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final List<Arrival> arrivals;
    private final Clock clock;

    Onboarding(
            Transactions transactions,
            SentInvitations invitations,
            People people,
            Organisations organisations,
            Memberships memberships,
            OrganisationDirectory directory,
            Events events,
            Changes changes,
            AuditTrail audit,
            List<Arrival> arrivals,
            Clock clock) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.people = people;
        this.organisations = organisations;
        this.memberships = memberships;
        this.directory = directory;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * Binds the invitation behind the token to whoever signed in. Call it outside any transaction: the identity provider
     * is told once this one has committed.
     *
     * @param issuer who vouches for the subject
     * @param name used only for a person not known here yet
     * @throws InvalidInputException without issuer, subject or name
     */
    @ForEveryone
    public Acceptance accept(String token, String issuer, String subject, LocalizedText name) {
        new Violations()
                .required(255, "issuer", issuer)
                .required(255, "subject", subject)
                .required(100, "name", name)
                .refuse();
        Actor job = Actor.Job.ONBOARDING;
        Acceptance acceptance = transactions.write(job, () -> bind(job, token, issuer, subject, name));
        if (acceptance instanceof Acceptance.Joined joined) {
            // only what this sign-in needs: whoever waits in front of the screen pays for nobody else's
            tellAll(job, unlinked(job).of(joined.organisation()));
            tellAll(job, unlinked(job).of(joined.organisation()).membersOnly());
            if (rolesOf(job, joined).anyMatch(Role::needsSecondFactor)) {
                tellAll(List.of(() -> directory.needSecondFactor(subject, true)));
            }
        }
        return acceptance;
    }

    /**
     * Notes an organisation's id at the identity provider.
     *
     * @throws ForbiddenException for all but the onboarding job
     */
    public void linkKeycloak(Actor actor, OrganisationId organisation, String keycloakId) {
        Standing.isOnboarding(actor);
        transactions.run(actor, () -> organisations.linkKeycloak(organisation, keycloakId));
    }

    /**
     * What the identity provider was not told yet.
     *
     * @throws ForbiddenException for all but the onboarding job
     */
    public Unlinked unlinked(Actor actor) {
        Standing.isOnboarding(actor);
        return transactions.read(actor, memberships::unlinked);
    }

    /**
     * Tells the identity provider all that it was not told yet; what it does not take stays noted. May run on several
     * nodes at once and be repeated at will.
     *
     * @return what still waits afterwards
     * @throws ForbiddenException for all but the onboarding job
     */
    public Unlinked keepInStep(Actor actor) {
        Standing.isOnboarding(actor);
        tellAll(actor, unlinked(actor));
        // what was just made there can take its members now
        tellAll(actor, unlinked(actor).membersOnly());
        tellAll(List.of(() -> tellAll(secondFactors(actor))));
        return unlinked(actor);
    }

    private void tellAll(Actor actor, Unlinked waiting) {
        tellAll(words(actor, waiting));
    }

    /** One that is refused does not hold up the others; several in a row mean that nobody answers. */
    private static void tellAll(List<Runnable> words) {
        int failures = 0;
        for (Runnable word : words) {
            try {
                word.run();
                failures = 0;
            } catch (OrganisationDirectory.Unreachable down) {
                LOG.warn("the identity provider is told later: {}", down.getMessage());
                if (++failures == PATIENCE) {
                    return;
                }
            }
        }
    }

    private List<Runnable> words(Actor actor, Unlinked waiting) {
        return Stream.<Runnable>concat(
                        waiting.organisations().stream().map(organisation -> () -> tell(actor, organisation)),
                        waiting.members().stream().map(member -> () -> tell(actor, member)))
                .toList();
    }

    private Stream<Role> rolesOf(Actor actor, Acceptance.Joined joined) {
        return transactions.read(actor, () -> memberships.roles(joined.organisation(), joined.person())).stream()
                .flatMap(Set::stream);
    }

    /** Who must have a second factor follows from the memberships; what differs there is put right. */
    private List<Runnable> secondFactors(Actor actor) {
        Set<Role> roles =
                Arrays.stream(Role.values()).filter(Role::needsSecondFactor).collect(Collectors.toUnmodifiableSet());
        Set<String> here = transactions.read(actor, () -> memberships.subjectsWith(roles));
        Set<String> there = directory.needingSecondFactor();
        return Stream.<Runnable>concat(
                        here.stream()
                                .filter(subject -> !there.contains(subject))
                                .map(subject -> () -> directory.needSecondFactor(subject, true)),
                        there.stream()
                                .filter(subject -> !here.contains(subject))
                                .map(subject -> () -> directory.needSecondFactor(subject, false)))
                .toList();
    }

    private void tell(Actor actor, Unlinked.WaitingOrganisation waiting) {
        linkKeycloak(
                actor,
                waiting.id(),
                directory.ensureOrganisation(waiting.id(), waiting.name(), waiting.slug(), waiting.emailDomain()));
    }

    private void tell(Actor actor, Unlinked.WaitingMember waiting) {
        String keycloakId = waiting.keycloakId();
        if (keycloakId == null) {
            return;
        }
        if (waiting.leaving()) {
            directory.removeMember(keycloakId, waiting.subject());
        } else {
            directory.ensureMember(keycloakId, waiting.subject());
        }
        transactions.run(actor, () -> memberships.linked(waiting.organisation(), waiting.person(), !waiting.leaving()));
    }

    private Acceptance bind(Actor job, String token, String issuer, String subject, LocalizedText name) {
        Instant now = clock.instant();
        byte[] hash = SecretToken.hash(token);
        // The organisation is held first, as by those who invite and remove; then the invitation is looked at again.
        Optional<OpenInvitation> open = invitations
                .findOpen(hash, now)
                .flatMap(found -> organisations.hold(found.organisation()))
                .flatMap(held -> invitations.findOpen(hash, now));
        if (open.isEmpty()) {
            return new Acceptance.NotOpen();
        }
        OpenInvitation invitation = open.get();
        OrganisationId organisation = invitation.organisation();
        PersonId person = people.ensure(issuer, subject, invitation.email(), name, invitation.language(), now);
        if (!invitations.accept(invitation.id(), person, now)) {
            throw new IllegalStateException("an open invitation changed while its organisation was held");
        }
        memberships.join(organisation, person, invitation.roles(), LocalizedText.EMPTY, now);
        arrivals.forEach(arrival -> arrival.arrived(job, invitation, person, name));
        organisations.activate(organisation, now.atZone(LAB_ZONE).getYear(), now);
        Map<String, String> detail = Map.of("organisation", organisation.toString(), "person", person.toString());
        audit.record(job, organisation, "invitation.accepted", "invitation", invitation.id(), detail);
        events.publish(job, "invitation.accepted", invitation.id(), detail);
        changes.announce(Changes.Kind.MEMBERSHIP, person.value());
        changes.announce(Changes.Kind.ORGANISATION, organisation.value());
        return new Acceptance.Joined(person, organisation);
    }

    /** How accepting an invitation ended. */
    public sealed interface Acceptance {

        /** The person is a member now and acts for this organisation. */
        record Joined(PersonId person, OrganisationId organisation) implements Acceptance {}

        /** The link is used, replaced, revoked or too old; nothing was changed. */
        record NotOpen() implements Acceptance {}
    }
}

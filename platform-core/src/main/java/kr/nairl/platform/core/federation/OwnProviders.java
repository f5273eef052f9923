package kr.nairl.platform.core.federation;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.OrganisationDirectory.Unreachable;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Organisations' own identity providers. A provider speaks for people with an address in its organisation's proved
 * domains, and only says who somebody is: what they may do stays in the membership table. It can be required once somebody
 * came through it, so that nobody locks an organisation out by a wrong entry.
 */
@Component
public class OwnProviders {

    private static final Logger LOG = LoggerFactory.getLogger(OwnProviders.class);

    private final Transactions transactions;
    private final StoredProviders providers;
    private final StoredDomains domains;
    private final ProviderDirectory directory;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    OwnProviders(
            Transactions transactions,
            StoredProviders providers,
            StoredDomains domains,
            ProviderDirectory directory,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.providers = providers;
        this.domains = domains;
        this.directory = directory;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The organisation's provider.
     *
     * @throws NotFoundException when the organisation is not the actor's; lab managers see all
     * @throws ForbiddenException when the actor is no administrator
     */
    public Optional<OwnProvider> of(Actor actor, OrganisationId organisation) {
        Own.seen(actor, organisation);
        return transactions.read(actor, () -> providers.of(organisation));
    }

    /**
     * What to enter at the provider, there already before it is added.
     *
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator there
     */
    public ProviderDirectory.Entries entries(Actor actor, OrganisationId organisation, OwnProvider.Protocol protocol) {
        Own.administered(actor, organisation);
        return directory.entries(holder(actor, organisation).slug(), protocol);
    }

    /**
     * Tests the connection: asks the provider to describe itself. Changes nothing.
     *
     * @throws InvalidInputException naming every bad field
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator there
     */
    public ProviderDirectory.Found test(Actor actor, OrganisationId organisation, ProviderForm form) {
        Own.administered(actor, organisation);
        form.validate();
        // the membership behind the session still holds, before anything leaves the house for its sake
        transactions.read(actor, () -> true);
        return directory.look(form);
    }

    /**
     * Adds the provider: people can come through it from now on, and nobody must.
     *
     * @throws InvalidInputException naming every bad field
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome add(Actor actor, OrganisationId organisation, ProviderForm form) {
        Own.administered(actor, organisation).requireFreshProof(clock.instant());
        form.validate();
        StoredProviders.Holder holder = holder(actor, organisation);
        if (transactions.read(actor, () -> providers.of(organisation)).isPresent()) {
            return new Outcome.ThereAlready();
        }
        if (holder.keycloakId() == null) {
            return new Outcome.Faulty(ProviderDirectory.Fault.REALM);
        }
        return switch (directory.look(form)) {
            case ProviderDirectory.Found.Faulty faulty -> new Outcome.Faulty(faulty.fault());
            case ProviderDirectory.Found.Usable usable -> {
                // In the realm first: what is there and not here lets nobody in, and the next try finds it.
                try {
                    directory.ensure(holder.keycloakId(), holder.slug(), holder.name(), form, usable);
                } catch (Unreachable down) {
                    LOG.warn("no identity provider is added: {}", down.getMessage());
                    yield new Outcome.Faulty(ProviderDirectory.Fault.REALM);
                }
                yield transactions.write(actor, () -> {
                    boolean added = providers.add(new OwnProvider(
                            organisation,
                            holder.slug(),
                            form.protocol(),
                            usable.issuer(),
                            form instanceof ProviderForm.Oidc oidc ? oidc.clientId() : "",
                            clock.instant(),
                            null,
                            false,
                            null,
                            false));
                    if (!added) {
                        return new Outcome.ThereAlready();
                    }
                    record(actor, organisation, "provider.added", Map.of("issuer", usable.issuer()));
                    return new Outcome.Done();
                });
            }
        };
    }

    /**
     * From now on the organisation's people with an address in its domains must come through the provider, or need not.
     * All their sessions end but the actor's own, which opens nothing more until they come through it, too.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no provider
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome require(Actor actor, OrganisationId organisation, boolean required) {
        Actor.Person by = Own.administered(actor, organisation);
        by.requireFreshProof(clock.instant());
        Outcome outcome = transactions.write(actor, () -> {
            OwnProvider provider = found(organisation);
            if (required && (provider.provedAt() == null || !provider.open())) {
                return new Outcome.NotProved();
            }
            if (provider.required() != required) {
                providers.require(organisation, required);
                record(actor, organisation, required ? "provider.required" : "provider.optional", Map.of());
            }
            return new Outcome.Done();
        });
        if (required && outcome instanceof Outcome.Done) {
            endSessions(organisation, by);
        }
        return outcome;
    }

    /**
     * Lets nobody through any more. Whoever had to come through it signs in as everybody else does until it goes on; all
     * sessions of the organisation's people in its domains end but the actor's own.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no provider
     * @throws ForbiddenException when the actor is neither an administrator there nor a lab manager
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public void stop(Actor actor, OrganisationId organisation) {
        Actor.Person by = Own.seen(actor, organisation);
        by.requireFreshProof(clock.instant());
        transactions.run(actor, () -> {
            OwnProvider provider = found(organisation);
            boolean byLab = by.has(Role.LAB_MANAGER);
            if (provider.open() || (byLab && !provider.stoppedByLab())) {
                providers.stop(organisation, clock.instant(), byLab);
                record(actor, organisation, "provider.stopped", Map.of("by", byLab ? "lab" : "organisation"));
            }
        });
        keepInStep(Actor.Job.ONBOARDING);
        endSessions(organisation, by);
    }

    /**
     * Lets people through again.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no provider
     * @throws ForbiddenException when the actor is neither an administrator there nor a lab manager
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome goOn(Actor actor, OrganisationId organisation) {
        Actor.Person by = Own.seen(actor, organisation);
        by.requireFreshProof(clock.instant());
        Outcome outcome = transactions.write(actor, () -> {
            OwnProvider provider = found(organisation);
            if (provider.stoppedByLab() && !by.has(Role.LAB_MANAGER)) {
                return new Outcome.StoppedByLab();
            }
            if (!provider.open()) {
                providers.stop(organisation, null, false);
                record(actor, organisation, "provider.resumed", Map.of());
            }
            return new Outcome.Done();
        });
        keepInStep(Actor.Job.ONBOARDING);
        return outcome;
    }

    /**
     * Takes the provider away for good. Accounts keep what they are; whoever only ever came through it sets a password
     * by mail.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no provider
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome remove(Actor actor, OrganisationId organisation) {
        Own.administered(actor, organisation).requireFreshProof(clock.instant());
        OwnProvider provider = transactions.read(actor, () -> found(organisation));
        if (provider.stoppedByLab()) {
            return new Outcome.StoppedByLab();
        }
        try {
            directory.remove(provider.alias());
        } catch (Unreachable down) {
            LOG.warn("no identity provider is removed: {}", down.getMessage());
            return new Outcome.Faulty(ProviderDirectory.Fault.REALM);
        }
        transactions.run(actor, () -> {
            providers.remove(organisation);
            record(actor, organisation, "provider.removed", Map.of("issuer", provider.issuer()));
        });
        return new Outcome.Done();
    }

    /**
     * Notes that a person came through a provider, which proves that it works.
     *
     * @throws ForbiddenException for all but the doorkeeper
     */
    public void came(Actor actor, String alias, PersonId person) {
        if (!actor.equals(Actor.Job.DOORKEEPER)) {
            throw new ForbiddenException("only the door sees who comes through");
        }
        Actor job = Actor.Job.ONBOARDING;
        transactions.run(
                job,
                () -> providers
                        .came(alias, person, clock.instant())
                        .ifPresent(organisation -> record(job, organisation, "provider.proved", Map.of())));
    }

    /** The provider that the holder of an invitation's link may come through, and whether they must. */
    @ForEveryone
    public Optional<StoredProviders.Invited> invited(String token) {
        return transactions.read(Actor.VISITOR, () -> providers.invited(SecretToken.hash(token), clock.instant()));
    }

    /**
     * Tells the realm what it was not told yet of domains and providers. What it does not take stays noted.
     *
     * @return whether everything is told
     * @throws ForbiddenException for all but the onboarding job
     */
    public boolean keepInStep(Actor actor) {
        if (!actor.equals(Actor.Job.ONBOARDING)) {
            throw new ForbiddenException("only the onboarding job speaks with the identity provider");
        }
        try {
            for (StoredDomains.Untold one : transactions.read(actor, domains::untold)) {
                directory.domains(one.keycloakId(), one.domains());
                transactions.run(actor, () -> domains.told(one.organisation()));
            }
            for (OwnProvider one : transactions.read(actor, providers::untold)) {
                directory.open(one.alias(), one.open());
                transactions.run(actor, () -> providers.told(one.organisation()));
            }
            return true;
        } catch (Unreachable down) {
            LOG.warn("the realm is told of domains and providers later: {}", down.getMessage());
            return false;
        }
    }

    private void endSessions(OrganisationId organisation, Actor.Person but) {
        Set<String> subjects =
                transactions.read(Actor.Job.ONBOARDING, () -> providers.coveredBut(organisation, but.id()));
        for (String subject : subjects) {
            try {
                directory.endSessions(subject);
            } catch (Unreachable down) {
                LOG.warn("sessions end by themselves within hours: {}", down.getMessage());
                return;
            }
        }
    }

    private StoredProviders.Holder holder(Actor actor, OrganisationId organisation) {
        return transactions
                .read(actor, () -> providers.holder(organisation))
                .orElseThrow(() -> new NotFoundException("organisation " + organisation));
    }

    private OwnProvider found(OrganisationId organisation) {
        return providers
                .of(organisation)
                .orElseThrow(() -> new NotFoundException("identity provider of " + organisation));
    }

    private void record(Actor actor, OrganisationId organisation, String what, Map<String, String> detail) {
        UUID subject = organisation.value();
        audit.record(actor, organisation, what, "organisation", subject, detail);
        changes.announce(Changes.Kind.ORGANISATION, subject);
    }

    /** How a step ended. */
    public sealed interface Outcome {

        /** It is done. */
        record Done() implements Outcome {}

        /** Nothing was changed: the provider cannot be worked with, or the realm does not answer. */
        record Faulty(ProviderDirectory.Fault fault) implements Outcome {}

        /** Nothing was changed: the organisation has a provider. */
        record ThereAlready() implements Outcome {}

        /** Nothing was changed: nobody came through it yet, or nobody can. */
        record NotProved() implements Outcome {}

        /** Nothing was changed: the lab stopped it. */
        record StoppedByLab() implements Outcome {}
    }
}

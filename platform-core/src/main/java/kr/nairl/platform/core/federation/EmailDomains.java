package kr.nairl.platform.core.federation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.shared.WebAddress;
import org.springframework.stereotype.Component;

/**
 * The e-mail domains that an organisation proves to be its own: by a record in the domain name system, or by a link that
 * is mailed to a mailbox which only the domain's keeper reads. An organisation's own identity provider speaks for these
 * domains and no others.
 */
@Component
public class EmailDomains {

    /** So long a mailed link works. */
    static final Duration LINK_HOLDS = Duration.ofDays(3);

    /** So many an organisation can have asked for or proved. */
    static final int MOST = 20;

    /** So many mails an organisation has sent in a day: they go to people who never asked for any. */
    static final int MOST_MAILS = 10;

    private static final String MAILED = "domain.mailed";
    private static final String RECORD = "platform-domain-verification=";

    private final Transactions transactions;
    private final StoredDomains domains;
    private final DomainRecords records;
    private final DomainMails mails;
    private final StoredProviders providers;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EmailDomains(
            Transactions transactions,
            StoredDomains domains,
            DomainRecords records,
            DomainMails mails,
            StoredProviders providers,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.domains = domains;
        this.records = records;
        this.mails = mails;
        this.providers = providers;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The organisation's domains: the one it came with, if any, and those that it asked for since.
     *
     * @throws NotFoundException when the organisation is not the actor's; lab managers see all
     * @throws ForbiddenException when the actor is no administrator
     */
    public Domains of(Actor actor, OrganisationId organisation) {
        Own.seen(actor, organisation);
        return transactions.read(actor, () -> new Domains(domains.first(organisation), domains.of(organisation)));
    }

    /**
     * Says that a domain is the organisation's; what proves it follows. One that was asked for before stays as it is.
     *
     * @throws InvalidInputException on field {@code domain}, when it is none, one that the organisation has, or one too many
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public void ask(Actor actor, OrganisationId organisation, String domain) {
        Own.administered(actor, organisation).requireFreshProof(clock.instant());
        String name = domain.strip().toLowerCase(Locale.ROOT);
        new Violations().check(WebAddress.isDomain(name), "domain", "domain").refuse();
        transactions.run(actor, () -> {
            List<EmailDomain> known = domains.of(organisation);
            new Violations()
                    .check(!domains.first(organisation).equals(Optional.of(name)), "domain", "domain-own")
                    .check(known.stream().noneMatch(one -> one.name().equals(name)), "domain", "domain-own")
                    .check(known.size() < MOST, "domain", "too-many", MOST)
                    .refuse();
            UUID id = UUID.randomUUID();
            if (domains.ask(id, organisation, name, RECORD + SecretToken.fresh(random), clock.instant())) {
                record(actor, organisation, "domain.asked", id, name);
            }
        });
    }

    /**
     * Looks whether the domain's TXT record is there.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no such domain
     * @throws ForbiddenException when the actor is no administrator there
     */
    public Outcome look(Actor actor, OrganisationId organisation, UUID id) {
        Own.administered(actor, organisation);
        EmailDomain asked = transactions.read(actor, () -> found(organisation, id));
        if (asked.state() == EmailDomain.State.VERIFIED) {
            return Outcome.PROVED;
        }
        // outside any transaction: the answer may take seconds
        if (records.texts(asked.recordName()).stream().noneMatch(asked.record()::equals)) {
            return Outcome.NOTHING_FOUND;
        }
        return transactions.write(actor, () -> prove(actor, asked, EmailDomain.Proof.DNS));
    }

    /**
     * Mails a link to one of the domain's keepers. A link sent before works no longer.
     *
     * @throws InvalidInputException on field {@code keeper} after {@value #MOST_MAILS} mails within a day
     * @throws NotFoundException when the organisation is not the actor's, or has no such domain
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public EmailAddress mail(
            Actor actor, OrganisationId organisation, UUID id, DomainKeeper keeper, Language language) {
        Own.administered(actor, organisation).requireFreshProof(clock.instant());
        return transactions.write(actor, () -> {
            EmailDomain asked = found(organisation, id);
            new Violations()
                    .check(mailedSince(actor, organisation) < MOST_MAILS, "keeper", "too-many-mails", MOST_MAILS)
                    .refuse();
            LocalizedText name = providers.holder(organisation).orElseThrow().name();
            EmailAddress to = keeper.at(asked.name());
            String token = SecretToken.fresh(random);
            domains.mail(id, to, SecretToken.hash(token), clock.instant().plus(LINK_HOLDS));
            mails.queue(actor, to, language, name, asked.name(), token);
            record(actor, organisation, MAILED, id, asked.name());
            return to;
        });
    }

    /** What a mailed link asks to confirm; empty for one that works no longer. */
    @ForEveryone
    public Optional<Mailed> mailed(String token) {
        return transactions.read(
                Actor.Job.ONBOARDING,
                () -> open(token)
                        .map(domain -> new Mailed(
                                domain.name(),
                                providers
                                        .holder(domain.organisation())
                                        .orElseThrow()
                                        .name())));
    }

    /** Uses a mailed link up. */
    @ForEveryone
    public Outcome confirm(String token) {
        Actor job = Actor.Job.ONBOARDING;
        return transactions.write(
                job,
                () -> open(token)
                        .map(domain -> prove(job, domain, EmailDomain.Proof.MAIL))
                        .orElse(Outcome.NOTHING_FOUND));
    }

    /**
     * Takes a domain back. Whoever has an address in it signs in as everybody else does from then on.
     *
     * @throws NotFoundException when the organisation is not the actor's, or has no such domain
     * @throws ForbiddenException when the actor is no administrator there
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public void remove(Actor actor, OrganisationId organisation, UUID id) {
        Own.administered(actor, organisation).requireFreshProof(clock.instant());
        transactions.run(actor, () -> {
            EmailDomain domain = found(organisation, id);
            domains.remove(id);
            record(actor, organisation, "domain.removed", id, domain.name());
        });
    }

    private int mailedSince(Actor actor, OrganisationId organisation) {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        return audit.page(actor, new AuditFilter(MAILED, organisation, null, yesterday, null), PageRequest.first(1))
                .total();
    }

    private Optional<EmailDomain> open(String token) {
        return domains.mailed(SecretToken.hash(token), clock.instant());
    }

    private Outcome prove(Actor actor, EmailDomain domain, EmailDomain.Proof proof) {
        OrganisationId owner = domains.owner(domain.name());
        if (owner != null) {
            return owner.equals(domain.organisation()) ? Outcome.PROVED : Outcome.TAKEN;
        }
        Instant now = clock.instant();
        domains.verify(domain.id(), proof, now);
        record(actor, domain.organisation(), "domain.verified", domain.id(), domain.name());
        return Outcome.PROVED;
    }

    private EmailDomain found(OrganisationId organisation, UUID id) {
        return domains.find(organisation, id).orElseThrow(() -> new NotFoundException("domain " + id));
    }

    /** A domain is no person's name; without it the entry would tell nothing. */
    private void record(Actor actor, OrganisationId organisation, String what, UUID id, String name) {
        audit.record(actor, organisation, what, "domain", id, Map.of("domain", name));
        changes.announce(Changes.Kind.ORGANISATION, organisation.value());
    }

    /**
     * An organisation's domains.
     *
     * @param first the one that the lab saw when the organisation came
     * @param others by name
     */
    public record Domains(Optional<String> first, List<EmailDomain> others) {
        public Domains {
            others = List.copyOf(others);
        }

        /** Is any of them proved? */
        public boolean any() {
            return first.isPresent() || others.stream().anyMatch(one -> one.state() == EmailDomain.State.VERIFIED);
        }
    }

    /** What the holder of a mailed link is asked. */
    public record Mailed(String domain, LocalizedText organisation) {}

    /** How a try to prove a domain ended. */
    public enum Outcome {
        /** It is the organisation's. */
        PROVED,
        /** No such record is there yet, or the link works no longer. */
        NOTHING_FOUND,
        /** Another organisation has proved it before. */
        TAKEN
    }
}

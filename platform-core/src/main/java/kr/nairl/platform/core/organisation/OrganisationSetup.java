package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * A lab's first rows: organisations and people, before anybody is there who could invite. For the setup job only. What is
 * there already stays as its people left it, so that setup may run again.
 */
@Component
public class OrganisationSetup {

    private final Transactions transactions;
    private final Organisations organisations;
    private final People people;
    private final Memberships memberships;
    private final Clock clock;

    OrganisationSetup(
            Transactions transactions,
            Organisations organisations,
            People people,
            Memberships memberships,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.people = people;
        this.memberships = memberships;
        this.clock = clock;
    }

    /**
     * Registers an active organisation with its profile; an existing one with this slug is left as it is.
     *
     * @return its id, new or known
     * @throws InvalidInputException naming every bad field
     * @throws ForbiddenException for all but the setup job
     */
    public OrganisationId register(Actor actor, FoundedOrganisation organisation) {
        Standing.isSetup(actor);
        organisation.validate();
        return transactions.write(actor, () -> {
            Optional<OrganisationId> known = organisations.ofSlug(organisation.slug());
            if (known.isPresent()) {
                return known.get();
            }
            String domain = organisation.emailDomain();
            new Violations()
                    .check(domain == null || organisations.ofDomain(domain).isEmpty(), "emailDomain", "taken")
                    .refuse();
            OrganisationId id = OrganisationId.fresh();
            organisations.add(
                    new Organisations.Founding(
                            id,
                            organisation.slug(),
                            organisation.kind(),
                            OrganisationStatus.ACTIVE,
                            organisation.partner(),
                            organisation.partnerSince(),
                            organisation.fictional(),
                            organisation.profile().name(),
                            organisation.profile().country(),
                            null,
                            null,
                            domain),
                    clock.instant());
            organisations.change(id, organisation.profile(), Set.of(), 0, clock.instant());
            return id;
        });
    }

    /**
     * Registers a person with one membership. A known issuer and subject is the same person, whose name and settings
     * stay; an active membership gets the roles in addition.
     *
     * @param title what the person is there; may be empty
     * @throws InvalidInputException naming every bad field
     * @throws NotFoundException when there is no such organisation
     * @throws ForbiddenException for all but the setup job
     */
    public PersonId enrol(
            Actor actor,
            String issuer,
            String subject,
            EmailAddress email,
            LocalizedText name,
            Language language,
            OrganisationId organisation,
            Set<Role> roles,
            LocalizedText title) {
        Standing.isSetup(actor);
        new Violations()
                .required(255, "issuer", issuer)
                .required(255, "subject", subject)
                .required(100, "name", name)
                .atMost(100, "title", title)
                .refuse();
        return transactions.write(actor, () -> {
            Organisations.Held held = organisations
                    .hold(organisation)
                    .orElseThrow(() -> new NotFoundException("organisation " + organisation));
            new Violations()
                    .check(!roles.isEmpty() && held.kind().grants(roles), "roles", "choice")
                    .refuse();
            PersonId person = people.ensure(issuer, subject, email, name, language, clock.instant());
            memberships.join(organisation, person, roles, title, clock.instant());
            return person;
        });
    }
}

package kr.nairl.platform.core.admission;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.NewOrganisation;
import kr.nairl.platform.core.organisation.OrganisationRegistry;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lab's side of applications. All of it is for lab managers; everybody else gets a {@link ForbiddenException}. */
@Component
public class AdmissionDesk {

    private final Transactions transactions;
    private final Applications applications;
    private final Organisations organisations;
    private final OrganisationRegistry registry;
    private final Invitations invitations;
    private final ApplicantMails mails;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AdmissionDesk(
            Transactions transactions,
            Applications applications,
            Organisations organisations,
            OrganisationRegistry registry,
            Invitations invitations,
            ApplicantMails mails,
            Events events,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.organisations = organisations;
        this.registry = registry;
        this.invitations = invitations;
        this.mails = mails;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Applications in these states. */
    public Page<Applications.ApplicationRow> page(Actor actor, Set<ApplicationState> states, PageRequest page) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> applications.page(states, page));
    }

    /** How many there are in each state; every state is there. */
    public Map<ApplicationState, Integer> counts(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, applications::counts);
    }

    /**
     * One application with all that helps to decide.
     *
     * @throws NotFoundException when there is none, or its address is not confirmed
     */
    public ApplicationPage application(Actor actor, ApplicationId id) {
        actor.require(Role.LAB_MANAGER);
        return transactions.read(actor, () -> {
            Application application = find(id);
            List<Organisations.Identity> known = organisations.identities();
            Optional<Organisations.Identity> became = known.stream()
                    .filter(identity -> identity.id().equals(application.organisation()))
                    .findFirst();
            return new ApplicationPage(
                    application,
                    applications.steps(id),
                    applications.consents(id),
                    application.state().isOpen() ? lookalikes(application, known) : List.of(),
                    became.map(Organisations.Identity::slug).orElse(null),
                    became.filter(Organisations.Identity::linked).isPresent(),
                    application.permittedFor(actor));
        });
    }

    /**
     * Asks the applicant back; the mail leads to where they answer, and older links stop working.
     *
     * @throws InvalidInputException on field {@code words} when there are none or too many
     */
    public Outcome ask(Actor actor, ApplicationId id, String words) {
        actor.require(Role.LAB_MANAGER);
        new Violations().required(Admissions.WORDS_MAX, "words", words).refuse();
        return deciding(actor, id, application -> {
            Outcome outcome = move(actor, application, new ApplicationCommand.Ask(words.strip()), "application.asked");
            if (outcome instanceof Outcome.Done) {
                String token = SecretToken.fresh(random);
                applications.changeToken(id, SecretToken.hash(token));
                mails.queueQuestion(actor, application.sheet(), words.strip(), token);
            }
            return outcome;
        });
    }

    /**
     * Declines; the applicant gets the reason by mail.
     *
     * @param words may be blank
     * @throws InvalidInputException on field {@code words} when there are too many
     */
    public Outcome decline(Actor actor, ApplicationId id, DeclineReason reason, String words) {
        actor.require(Role.LAB_MANAGER);
        new Violations().atMost(Admissions.WORDS_MAX, "words", words).refuse();
        String said = words.isBlank() ? null : words.strip();
        return deciding(actor, id, application -> {
            Outcome outcome =
                    move(actor, application, new ApplicationCommand.Decline(reason, said), "application.declined");
            if (outcome instanceof Outcome.Done) {
                mails.queueDecline(actor, application.sheet(), reason, said);
            }
            return outcome;
        });
    }

    /**
     * Makes the organisation and invites its first administrator, in one transaction. What Keycloak has to know of it is
     * told when the person comes, and again until it is known (see {@code Onboarding}).
     *
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome approve(Actor actor, ApplicationId id) {
        actor.require(Role.LAB_MANAGER).requireFreshProof(clock.instant());
        return deciding(actor, id, application -> {
            ApplicationSheet sheet = application.sheet();
            return switch (registry.invite(
                    actor,
                    new NewOrganisation(
                            sheet.kind(),
                            sheet.name(),
                            sheet.country(),
                            sheet.number(),
                            sheet.website(),
                            sheet.emailDomain(),
                            sheet.contact(),
                            sheet.language(),
                            Set.of(Role.MEMBER, Role.ADMINISTRATOR)))) {
                case OrganisationRegistry.Outcome.Invited invited ->
                    move(
                            actor,
                            application,
                            new ApplicationCommand.Approve(invited.organisation()),
                            "application.approved");
                case OrganisationRegistry.Outcome.DomainTaken taken -> new Outcome.Taken(taken.organisation());
                case OrganisationRegistry.Outcome.NumberTaken taken -> new Outcome.Taken(taken.organisation());
            };
        });
    }

    /**
     * Finds that the application is of an organisation that is here already, and invites its person there as a member.
     *
     * @throws NotFoundException when there is no such organisation
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public Outcome join(Actor actor, ApplicationId id, OrganisationId organisation) {
        actor.require(Role.LAB_MANAGER).requireFreshProof(clock.instant());
        return deciding(actor, id, application -> {
            ApplicationSheet sheet = application.sheet();
            // A member already is told nothing new: the application is settled all the same.
            invitations.inviteMember(actor, organisation, sheet.contact(), Set.of(Role.MEMBER), sheet.language());
            return move(actor, application, new ApplicationCommand.Join(organisation), "application.joined");
        });
    }

    /** With the application held, so that what is made of it is made once. One that is decided cannot be held. */
    private Outcome deciding(Actor actor, ApplicationId id, Function<Application, Outcome> decision) {
        return transactions.write(actor, () -> {
            Optional<Application> held = applications.hold(id);
            if (held.isEmpty()) {
                find(id);
                return new Outcome.TooLate();
            }
            return decision.apply(held.get());
        });
    }

    private Outcome move(Actor actor, Application application, ApplicationCommand command, String what) {
        Instant now = clock.instant();
        return switch (application.apply(command, actor, now)) {
            case Application.Outcome.Refused refused -> new Outcome.TooLate();
            case Application.Outcome.Moved moved -> {
                Application next = moved.application();
                if (!applications.move(next, command, moved.from(), now)) {
                    yield new Outcome.TooLate();
                }
                OrganisationId became = next.organisation();
                Map<String, String> detail = became == null ? Map.of() : Map.of("organisation", became.toString());
                audit.record(actor, what, "application", next.id().value(), detail);
                events.publish(actor, what, next.id().value(), detail);
                changes.announce(Changes.Kind.APPLICATION, next.id().value());
                yield new Outcome.Done(next);
            }
        };
    }

    private Application find(ApplicationId id) {
        return applications.find(id).orElseThrow(() -> new NotFoundException("application " + id));
    }

    private List<Lookalike> lookalikes(Application application, List<Organisations.Identity> known) {
        ApplicationSheet sheet = application.sheet();
        List<Lookalike> found = new ArrayList<>();
        for (Organisations.Identity one : known) {
            add(
                    found,
                    one.id(),
                    null,
                    one.slug(),
                    one.name(),
                    Lookalike.signs(sheet, one.name(), one.country(), one.number(), one.emailDomain()));
        }
        for (Application other : applications.open()) {
            ApplicationSheet theirs = other.sheet();
            if (!other.id().equals(application.id())) {
                String domain = theirs.emailDomain();
                add(
                        found,
                        null,
                        other.id(),
                        "",
                        theirs.name(),
                        Lookalike.signs(sheet, theirs.name(), theirs.country(), theirs.number(), domain));
            }
        }
        found.sort(Comparator.comparing((Lookalike each) -> each.signs().contains(Lookalike.Sign.NUMBER))
                .thenComparing(each -> each.signs().size())
                .reversed());
        return found;
    }

    private static void add(
            List<Lookalike> found,
            @Nullable OrganisationId organisation,
            @Nullable ApplicationId application,
            String slug,
            LocalizedText name,
            Set<Lookalike.Sign> signs) {
        if (!signs.isEmpty()) {
            found.add(new Lookalike(organisation, application, slug, name, signs));
        }
    }

    /** What came of a step. */
    public sealed interface Outcome {

        /** It is done. */
        record Done(Application application) implements Outcome {}

        /** Nothing was changed: it was decided or withdrawn before. */
        record TooLate() implements Outcome {}

        /** Nothing was changed: this organisation has its number or its domain. */
        record Taken(OrganisationId organisation) implements Outcome {}
    }
}

package kr.nairl.platform.core.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.organisation.OrganisationDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A person's own data, whichever organisations they work for, and also once they work for none: it is found by the account
 * that they have signed in with, and given to nobody else.
 */
@Component
public class OwnData {

    private static final Logger LOG = LoggerFactory.getLogger(OwnData.class);
    private static final Actor JOB = Actor.Job.PRIVACY;

    private final Transactions transactions;
    private final Logins logins;
    private final StoredPersons persons;
    private final OrganisationDirectory directory;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    OwnData(
            Transactions transactions,
            Logins logins,
            StoredPersons persons,
            OrganisationDirectory directory,
            AuditTrail audit,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.logins = logins;
        this.persons = persons;
        this.directory = directory;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** All that is stored about whoever this issuer knows by this subject; empty for somebody not known here. */
    @ForEveryone
    public Optional<PersonalData> read(String issuer, String subject) {
        return logins.find(issuer, subject).map(login -> transactions.read(JOB, () -> persons.data(login.person())));
    }

    /** The same to be taken along; that it was is recorded. */
    @ForEveryone
    public Optional<PersonalData> export(String issuer, String subject) {
        return logins.find(issuer, subject)
                .map(login -> transactions.write(JOB, () -> {
                    audit.record(
                            JOB, "privacy.exported", "person", login.person().value(), Map.of());
                    return persons.data(login.person());
                }));
    }

    /**
     * Erases the person: what is only theirs is deleted, what others' records need is kept without their name, every
     * membership ends, and the account goes with the identity provider as soon as that answers.
     *
     * @param confirmation their e-mail address, typed
     * @throws InvalidInputException on field {@code confirmation} when it is another
     */
    @ForEveryone
    public Outcome erase(String issuer, String subject, String confirmation) {
        Optional<Login> known = logins.find(issuer, subject);
        if (known.isEmpty()) {
            return new Outcome.Erased();
        }
        Login login = known.get();
        if (!login.email().value().equalsIgnoreCase(confirmation.strip())) {
            throw new InvalidInputException("confirmation", "confirmation");
        }
        Outcome outcome = transactions.write(JOB, () -> {
            List<LocalizedText> held = persons.heldBy(login.person());
            if (!held.isEmpty()) {
                return new Outcome.LastAdministrator(held);
            }
            Optional<UUID> researcher = persons.erase(login.person(), clock.instant());
            audit.record(JOB, "privacy.erased", "person", login.person().value(), Map.of());
            changes.announce(Changes.Kind.MEMBERSHIP, login.person().value());
            // Or the matching index would go on recommending them.
            researcher.ifPresent(id -> changes.announce(Changes.Kind.RESEARCHER, id));
            return new Outcome.Erased();
        });
        if (outcome instanceof Outcome.Erased) {
            deleteAccounts(JOB);
        }
        return outcome;
    }

    /**
     * Has the identity provider delete the accounts of those who were erased; what it does not take is tried again later.
     *
     * @throws ForbiddenException for all but the privacy job
     */
    public void deleteAccounts(Actor actor) {
        if (!actor.equals(JOB)) {
            throw new ForbiddenException("only the privacy job deletes accounts");
        }
        for (String subject : transactions.read(JOB, persons::erasedAccounts)) {
            try {
                directory.deleteAccount(subject);
            } catch (OrganisationDirectory.Unreachable down) {
                LOG.warn("an account is deleted later: {}", down.getMessage());
                return;
            }
            transactions.run(JOB, () -> persons.forget(subject));
        }
    }

    /** How erasing ended. */
    public sealed interface Outcome {

        /** It is done. */
        record Erased() implements Outcome {}

        /** Nothing was changed: others work in these organisations, and nobody else administers them. */
        record LastAdministrator(List<LocalizedText> organisations) implements Outcome {
            public LastAdministrator {
                organisations = List.copyOf(organisations);
            }
        }
    }
}

package kr.nairl.platform.core.privacy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * What people agreed to and took back. Every decision is kept with the version of the words that it was about; the last one
 * about the words of today holds.
 */
@Component
public class Consents {

    private static final Actor JOB = Actor.Job.PRIVACY;

    private final Transactions transactions;
    private final Logins logins;
    private final StoredConsents stored;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(Transactions transactions, Logins logins, StoredConsents stored, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.logins = logins;
        this.stored = stored;
        this.audit = audit;
        this.clock = clock;
    }

    /** All decisions of whoever this issuer knows by this subject, the oldest first; none for somebody not known here. */
    @ForEveryone
    public List<ConsentRecord> register(String issuer, String subject) {
        return person(issuer, subject)
                .map(person -> transactions.read(JOB, () -> stored.of(person)))
                .orElse(List.of());
    }

    /** What holds now of such a register: the last decision about today's words, for each purpose that has one. */
    @ForEveryone
    public static Map<Purpose, ConsentRecord> holding(List<ConsentRecord> register) {
        return register.stream()
                .filter(record -> record.version().equals(record.purpose().version()))
                .collect(Collectors.toMap(ConsentRecord::purpose, record -> record, (before, after) -> after));
    }

    /**
     * Records what somebody decided when they joined. What was not given was refused, unless they have decided on it
     * before: whoever joins a second organisation takes nothing back by leaving a box empty.
     *
     * @throws NotFoundException for somebody not known here
     */
    @ForEveryone
    public void joined(String issuer, String subject, Set<Purpose> given) {
        PersonId person = known(issuer, subject);
        transactions.run(JOB, () -> {
            Map<Purpose, ConsentRecord> now = holding(stored.of(person));
            Arrays.stream(Purpose.values())
                    .filter(purpose -> given.contains(purpose) || !now.containsKey(purpose))
                    .forEach(purpose -> decide(person, now, purpose, given.contains(purpose)));
        });
    }

    /**
     * Gives or takes back one consent.
     *
     * @throws InvalidInputException on field {@code purpose} when one is taken back that nobody has an account without
     * @throws NotFoundException for somebody not known here
     */
    @ForEveryone
    public void decide(String issuer, String subject, Purpose purpose, boolean given) {
        PersonId person = known(issuer, subject);
        if (!given && purpose.isRequired()) {
            throw new InvalidInputException("purpose", "required");
        }
        transactions.run(JOB, () -> decide(person, holding(stored.of(person)), purpose, given));
    }

    private void decide(PersonId person, Map<Purpose, ConsentRecord> now, Purpose purpose, boolean given) {
        ConsentRecord holds = now.get(purpose);
        if (holds != null && holds.given() == given) {
            return;
        }
        stored.add(person, purpose, purpose.version(), given, clock.instant());
        audit.record(
                JOB,
                given ? "consent.given" : "consent.refused",
                "person",
                person.value(),
                Map.of("purpose", purpose.name(), "version", purpose.version()));
    }

    private Optional<PersonId> person(String issuer, String subject) {
        return logins.find(issuer, subject).map(login -> login.person());
    }

    private PersonId known(String issuer, String subject) {
        return person(issuer, subject).orElseThrow(() -> new NotFoundException("nobody is signed in"));
    }
}

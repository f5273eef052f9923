package kr.nairl.platform.core.admission;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import kr.nairl.platform.core.shared.ForEveryone;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.SecretToken;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * The applicant's side: somebody without an account, who holds a link that was mailed to them. Whether a number or a name
 * is known here already never shows in an answer.
 */
@Component
@ForEveryone
public class Admissions {

    /** The most characters of an answer or a question. */
    public static final int WORDS_MAX = 2000;

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_FROM_ONE_ORIGIN = 5;
    private static final int MOST_FOR_ONE_ADDRESS = 2;
    private static final int MOST_OF_ALL = 300;
    private static final Actor JOB = Actor.Job.ADMISSION;
    private static final String MAC = "HmacSHA256";

    private final Transactions transactions;
    private final Applications applications;
    private final ApplicantMails mails;
    private final Events events;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] originKey = new byte[32];

    Admissions(
            Transactions transactions,
            Applications applications,
            ApplicantMails mails,
            Events events,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.applications = applications;
        this.mails = mails;
        this.events = events;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
        random.nextBytes(originKey);
    }

    /**
     * Takes an application down and mails its link. Beyond {@value #MOST_FOR_ONE_ADDRESS} an hour, an address gets no
     * more mails and the answer stays the same; beyond {@value #MOST_FROM_ONE_ORIGIN} an hour an origin is refused.
     *
     * @param origin where it comes from, such as an IP address; only counted, never stored as it is
     * @throws InvalidInputException naming every bad field
     */
    public Begun begin(ApplicationDraft draft, String origin) {
        ApplicationSheet sheet = draft.checked();
        byte[] from = unrecognisable(origin);
        Instant now = clock.instant();
        return transactions.write(JOB, () -> {
            Applications.Begun recent = applications.begunSince(
                    now.minus(WINDOW), from, sheet.contact().value());
            if (recent.fromOrigin() >= MOST_FROM_ONE_ORIGIN || recent.all() >= MOST_OF_ALL) {
                return Begun.TOO_MANY;
            }
            if (recent.forContact() < MOST_FOR_ONE_ADDRESS) {
                String token = SecretToken.fresh(random);
                Application application = Application.begun(ApplicationId.fresh(), sheet, now);
                applications.add(application, SecretToken.hash(token), from, draft.given());
                mails.queueConfirmation(JOB, sheet, token);
            }
            return Begun.MAILED;
        });
    }

    /** The application whose link this is, as its applicant sees it; empty for a link that was replaced or never was. */
    public Optional<Mine> mine(String token) {
        return transactions.read(
                JOB,
                () -> applications
                        .ofToken(SecretToken.hash(token))
                        .map(application -> new Mine(application, applications.steps(application.id()))));
    }

    /** The holder of the link is the applicant: managers see the application from now on. */
    public Answer confirm(String token) {
        return step(token, new ApplicationCommand.Confirm(), "application.submitted");
    }

    /**
     * Answers what was asked.
     *
     * @throws InvalidInputException on field {@code words} when there are none or too many
     */
    public Answer answer(String token, String words) {
        new Violations().required(WORDS_MAX, "words", words).refuse();
        return step(token, new ApplicationCommand.Answer(words.strip()), "application.answered");
    }

    /** Takes the application back. */
    public Answer withdraw(String token) {
        return step(token, new ApplicationCommand.Withdraw(), "application.withdrawn");
    }

    private Answer step(String token, ApplicationCommand command, String what) {
        Instant now = clock.instant();
        return transactions.write(JOB, () -> {
            Optional<Application> found = applications.ofToken(SecretToken.hash(token));
            if (found.isEmpty()) {
                return Answer.NO_SUCH_LINK;
            }
            return switch (found.get().apply(command, JOB, now)) {
                case Application.Outcome.Refused refused -> Answer.TOO_LATE;
                case Application.Outcome.Moved moved -> {
                    Application application = moved.application();
                    if (!applications.move(application, command, moved.from(), now)) {
                        yield Answer.TOO_LATE;
                    }
                    audit.record(JOB, what, "application", application.id().value(), Map.of());
                    if (application.confirmedAt() != null) {
                        events.publish(JOB, what, application.id().value());
                        changes.announce(
                                Changes.Kind.APPLICATION, application.id().value());
                    }
                    yield Answer.DONE;
                }
            };
        });
    }

    /** Keyed with a secret that this process alone knows and forgets: good for counting, for nothing else. */
    private byte[] unrecognisable(String origin) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(originKey, MAC));
            return mac.doFinal(origin.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What came of applying. */
    public enum Begun {
        /** If the address is right, a mail with a link comes. */
        MAILED,
        /** Too many from there, or of all, within the hour; nothing was taken down. */
        TOO_MANY
    }

    /** What came of a step. */
    public enum Answer {
        DONE,
        /** The link was replaced by a newer one, or never was. */
        NO_SUCH_LINK,
        /** Not in the state that the application is in. */
        TOO_LATE
    }

    /** An application with its history, for its applicant. */
    public record Mine(Application application, List<ApplicationStep> steps) {
        public Mine {
            steps = List.copyOf(steps);
        }
    }
}

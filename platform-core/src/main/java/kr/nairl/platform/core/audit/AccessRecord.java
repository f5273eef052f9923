package kr.nairl.platform.core.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who came in, who left, and who was refused: written by a job, because whoever is refused may write nothing, and each
 * in a transaction of its own, because what was refused is rolled back. What anybody can cause without end is recorded a
 * few times a minute; the entry after that tells how many were not.
 */
@Component
public class AccessRecord {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRecord.class);

    /** The subject where nobody is known. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final int EACH_A_MINUTE = 5;
    private static final int ALL_A_MINUTE = 200;
    /** What the standard's error codes look like; anything else came from somebody's address bar. */
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,39}");

    /** The actions with which a person begins to act for an organisation. */
    static final Set<String> ARRIVALS = Set.of(Step.SIGNED_IN.action, Step.CHOSE_ORGANISATION.action);

    private final Transactions transactions;
    private final AuditEntries entries;
    private final Clock clock;
    private final Ration refusals;
    private final Ration failures;

    AccessRecord(Transactions transactions, AuditEntries entries, Clock clock) {
        this.transactions = transactions;
        this.entries = entries;
        this.clock = clock;
        this.refusals = new Ration(EACH_A_MINUTE, ALL_A_MINUTE, clock);
        this.failures = new Ration(EACH_A_MINUTE, ALL_A_MINUTE, clock);
    }

    /** What a person's session went through. */
    public enum Step {
        /** Signed in with the browser. */
        SIGNED_IN("session.signed-in"),
        /** Acts for this one of several organisations from now on. */
        CHOSE_ORGANISATION("session.organisation-chosen"),
        /** Signed out with the browser. */
        SIGNED_OUT("session.signed-out");

        private final String action;

        Step(String action) {
            this.action = action;
        }
    }

    /**
     * Records a step of a session.
     *
     * @param organisation the one acted for; null before one is chosen
     * @throws ForbiddenException for all but the doorkeeper
     */
    public void session(Actor actor, Step step, PersonId person, @Nullable OrganisationId organisation) {
        onlyTheDoorkeeper(actor);
        write(person, organisation, step.action, "person", person.value(), Map.of());
    }

    /**
     * Records that somebody signed in whom nobody invited; they reach nothing.
     *
     * @throws ForbiddenException for all but the doorkeeper
     */
    public void unknownAccount(Actor actor) {
        onlyTheDoorkeeper(actor);
        rationed(failures, "unknown", held -> write(null, null, "session.unknown-account", "session", NOBODY, held));
    }

    /**
     * Records that a sign-in came back without success. Who tried is not known.
     *
     * @param code the identity provider's or the protocol's error code
     * @throws ForbiddenException for all but the doorkeeper
     */
    public void signInFailed(Actor actor, String code) {
        onlyTheDoorkeeper(actor);
        String safe = CODE.matcher(code).matches() ? code : "other";
        rationed(failures, safe, held -> {
            Map<String, String> detail = new LinkedHashMap<>(held);
            detail.put("code", safe);
            write(null, null, "session.failed", "session", NOBODY, detail);
        });
    }

    /**
     * Records that a bearer token was not taken. Whose it was nobody knows: what stands in it cannot be believed.
     *
     * @throws ForbiddenException for all but the doorkeeper
     */
    public void tokenRejected(Actor actor) {
        onlyTheDoorkeeper(actor);
        rationed(failures, "token", held -> write(null, null, "refusal.token-rejected", "session", NOBODY, held));
    }

    /**
     * Records that the core refused what the actor asked for. Never fails: the refusal stands, recorded or not.
     *
     * @param refusal any other exception than a {@link ForbiddenException} or an {@link AuthorityEndedException} is no
     *     refusal and is left alone, and so is what a job was refused
     */
    public void refused(Actor actor, RuntimeException refusal) {
        String action = switch (refusal) {
            case ForbiddenException forbidden -> "refusal.forbidden";
            case AuthorityEndedException ended -> "refusal.authority-ended";
            default -> "";
        };
        if (action.isEmpty() || actor instanceof Actor.Job) {
            return;
        }
        PersonId person = actor instanceof Actor.Person known ? known.id() : null;
        RefusedUseCase asked = RefusedUseCase.of(refusal);
        try {
            rationed(refusals, person == null ? "visitor" : person, held -> {
                Map<String, String> detail = new LinkedHashMap<>(held);
                detail.put("feature", asked.feature());
                detail.put("useCase", asked.name());
                UUID subject = person == null ? NOBODY : person.value();
                write(person, actor.actsFor().orElse(null), action, "person", subject, detail);
            });
        } catch (RuntimeException unrecorded) {
            LOG.error("A refusal could not be recorded", unrecorded);
        }
    }

    private static void rationed(Ration ration, Object key, Consumer<Map<String, String>> work) {
        OptionalLong heldBack = ration.take(key);
        if (heldBack.isPresent()) {
            long before = heldBack.getAsLong();
            work.accept(before == 0 ? Map.of() : Map.of("unrecorded", Long.toString(before)));
        }
    }

    private void write(
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, String> detail) {
        transactions.run(
                Actor.Job.DOORKEEPER,
                () -> entries.add(clock.instant(), person, organisation, action, subjectKind, subject, detail));
    }

    private static void onlyTheDoorkeeper(Actor actor) {
        if (!actor.equals(Actor.Job.DOORKEEPER)) {
            throw new ForbiddenException("only the doorkeeper records sessions");
        }
    }
}

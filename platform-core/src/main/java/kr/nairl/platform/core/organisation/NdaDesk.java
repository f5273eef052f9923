package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.ProofNeededException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an organisation's administrators say with whom it has signed a non-disclosure agreement. Both sides read it. */
@Component
public class NdaDesk {

    /** The most agreements that one organisation's page shows. */
    public static final int MOST_SHOWN = 200;

    /** Agreements begin and end with the lab's days; the policies reckon with the same. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private final Transactions transactions;
    private final Ndas ndas;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    NdaDesk(
            Transactions transactions,
            Ndas ndas,
            Organisations organisations,
            AuditTrail audit,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.ndas = ndas;
        this.organisations = organisations;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** May the actor record and end agreements of the organisation acted for? Buttons ask this. */
    public boolean mayRecord(Actor actor) {
        return actor.has(Role.ADMINISTRATOR);
    }

    /**
     * The agreements of the organisation acted for, its own and those of others with it, last signed first.
     *
     * @throws ForbiddenException for visitors and jobs
     */
    public List<Nda> list(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> ndas.of(person.organisation(), MOST_SHOWN));
    }

    /** Does it stand today? */
    public boolean stands(Actor actor, Nda nda) {
        return nda.standsOn(today());
    }

    /**
     * Records an agreement of the organisation acted for.
     *
     * @param signedOn today or before
     * @param endsOn its last day, today or later; null for one without an end
     * @throws InvalidInputException naming every bad field: {@code other}, {@code signedOn}, {@code endsOn}
     * @throws ForbiddenException for all but administrators
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public UUID record(Actor actor, OrganisationId other, LocalDate signedOn, @Nullable LocalDate endsOn) {
        Actor.Person by = actor.require(Role.ADMINISTRATOR);
        by.requireFreshProof(clock.instant());
        LocalDate today = today();
        return transactions.write(actor, () -> {
            new Violations()
                    .check(
                            !other.equals(by.organisation())
                                    && organisations
                                            .profile(actor, other, clock.instant())
                                            .isPresent(),
                            "other",
                            "choice")
                    .check(!signedOn.isAfter(today), "signedOn", "past")
                    .check(
                            endsOn == null || (!endsOn.isBefore(today) && !endsOn.isBefore(signedOn)),
                            "endsOn",
                            "future")
                    .refuse();
            UUID id = UUID.randomUUID();
            ndas.add(id, by.organisation(), other, signedOn, endsOn, by.id(), clock.instant());
            audit.record(actor, "nda.recorded", "nda", id, Map.of("with", other.toString()));
            changes.announce(Changes.Kind.ORGANISATION, by.organisation().value());
            return id;
        });
    }

    /**
     * Ends an agreement of the organisation acted for: what it opened is closed at the next click. Nothing happens to one that
     * was ended before.
     *
     * @throws NotFoundException when the organisation has none of this id
     * @throws ForbiddenException for all but administrators
     * @throws ProofNeededException when the actor did not lately prove with a second factor who they are
     */
    public void end(Actor actor, UUID id) {
        Actor.Person by = actor.require(Role.ADMINISTRATOR);
        by.requireFreshProof(clock.instant());
        transactions.run(actor, () -> {
            Nda nda = ndas.of(by.organisation(), Integer.MAX_VALUE).stream()
                    .filter(one -> one.id().equals(id) && one.owner().equals(by.organisation()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("nda " + id));
            if (ndas.end(id, by.organisation(), by.id(), clock.instant())) {
                audit.record(
                        actor,
                        "nda.ended",
                        "nda",
                        id,
                        Map.of("with", nda.other().toString()));
                changes.announce(Changes.Kind.ORGANISATION, by.organisation().value());
            }
        });
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }
}

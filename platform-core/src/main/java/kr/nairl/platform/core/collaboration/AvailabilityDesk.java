package kr.nairl.platform.core.collaboration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where researchers say when they are away and who stands in for them, and where senders learn when to expect an answer.
 * Days are the lab's, in Seoul.
 */
@Component
public class AvailabilityDesk {

    /** The most absences that are not over. */
    public static final int MOST_ABSENCES = 20;

    /** The longest absence, in days. */
    public static final int LONGEST_ABSENCE = 366;

    /** How far ahead an absence may end, in days. */
    public static final int FARTHEST_ABSENCE = 5 * 366;

    /** Fewer turns tell nothing, and would tell of single ones. */
    static final int FEWEST_TURNS = 5;

    private static final Duration HISTORY = Duration.ofDays(2 * 365);
    private static final ZoneId LAB = ZoneId.of("Asia/Seoul");

    private final Transactions transactions;
    private final StoredAvailability stored;
    private final Researchers researchers;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    AvailabilityDesk(
            Transactions transactions,
            StoredAvailability stored,
            Researchers researchers,
            AuditTrail audit,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.researchers = researchers;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What the actor said.
     *
     * @throws ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public Availability own(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(actor, () -> {
            ResearcherId self = self(person);
            return new Availability(
                    stored.standIn(self)
                            .flatMap(id ->
                                    researchers.cards(List.of(id)).stream().findFirst())
                            .orElse(null),
                    stored.absences(self, today()));
        });
    }

    /**
     * Names who gets what the actor leaves unanswered; null for whoever leads the sub-project.
     *
     * @throws InvalidInputException naming {@code standIn} for oneself and for nobody that there is
     */
    public void nameStandIn(Actor actor, @Nullable ResearcherId standIn) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            if (standIn != null) {
                new Violations()
                        .check(!standIn.equals(self), "standIn", "stand-in-oneself")
                        .check(researchers.unknown(List.of(standIn)).isEmpty(), "standIn", "unknown")
                        .refuse();
            }
            stored.nameStandIn(self, standIn, clock.instant());
            changed(actor, self);
        });
    }

    /**
     * Adds days away; days that meet others become one absence with them.
     *
     * @throws InvalidInputException naming {@code last} when it is before the first day, over, more than {@value #FARTHEST_ABSENCE}
     *     days ahead, or makes an absence of more than {@value #LONGEST_ABSENCE} days, and {@code first} when there are {@value #MOST_ABSENCES} absences
     */
    public void addAbsence(Actor actor, LocalDate first, LocalDate last) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        new Violations()
                .check(!last.isBefore(first), "last", "absence-before-first")
                .check(!last.isBefore(today()), "last", "absence-past")
                .check(!last.isAfter(today().plusDays(FARTHEST_ABSENCE)), "last", "absence-far")
                .check(
                        ChronoUnit.DAYS.between(first, last) < LONGEST_ABSENCE,
                        "last",
                        "absence-too-long",
                        LONGEST_ABSENCE)
                .refuse();
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            List<Absence> now = stored.absences(self, today());
            Absence whole = new Absence(first, last);
            for (Absence absence : now) {
                if (absence.meets(whole)) {
                    whole = whole.with(absence);
                    stored.remove(self, absence);
                }
            }
            boolean joined = !whole.equals(new Absence(first, last));
            new Violations()
                    .check(joined || now.size() < MOST_ABSENCES, "first", "absence-too-many", MOST_ABSENCES)
                    .refuse();
            stored.add(self, whole);
            changed(actor, self);
        });
    }

    /** Takes days away back; does nothing when they are not there. */
    public void removeAbsence(Actor actor, Absence absence) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            stored.remove(self, absence);
            changed(actor, self);
        });
    }

    /**
     * When this researcher may answer what reaches them at that time.
     *
     * @throws ForbiddenException for visitors and jobs
     */
    public ReplyForecast forecast(Actor actor, ResearcherId researcher, Instant reached) {
        actor.requirePerson();
        return transactions.read(actor, () -> {
            Instant since = clock.instant().minus(HISTORY);
            LocalDate today = today();
            List<Absence> absences = stored.absences(researcher, today);
            @Nullable
            LocalDate awayUntil = absences.stream()
                    .filter(absence -> absence.covers(today))
                    .map(Absence::last)
                    .findFirst()
                    .orElse(null);
            StoredAvailability.Taken taken = stored.turns(researcher, since);
            Optional<StoredAvailability.Turns> own = enough(taken.own());
            Optional<StoredAvailability.Turns> turns = own.or(() -> enough(taken.lab()));
            return turns.map(told -> new ReplyForecast(
                            day(reached, told.soon(), absences),
                            day(reached, told.late(), absences),
                            own.isPresent() ? ReplyForecast.Basis.RESEARCHER : ReplyForecast.Basis.LAB,
                            told.count(),
                            awayUntil))
                    .orElse(new ReplyForecast(null, null, ReplyForecast.Basis.NONE, 0, awayUntil));
        });
    }

    private static Optional<StoredAvailability.Turns> enough(StoredAvailability.@Nullable Turns turns) {
        return Optional.ofNullable(turns).filter(told -> told.count() >= FEWEST_TURNS);
    }

    /** The day so many seconds on, where days away do not count. */
    private static LocalDate day(Instant reached, double seconds, List<Absence> absences) {
        LocalDate start = LocalDate.ofInstant(reached, LAB);
        LocalDate day = LocalDate.ofInstant(reached.plusSeconds((long) seconds), LAB);
        for (Absence absence : absences) {
            if (!absence.first().isAfter(day) && !absence.last().isBefore(start)) {
                LocalDate counted = absence.first().isBefore(start) ? start : absence.first();
                day = day.plusDays(ChronoUnit.DAYS.between(counted, absence.last()) + 1);
            }
        }
        return day;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LAB);
    }

    private void changed(Actor actor, ResearcherId self) {
        audit.record(actor, "availability.edited", "researcher", self.value(), Map.of());
        changes.announce(Changes.Kind.RESEARCHER, self.value());
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }
}

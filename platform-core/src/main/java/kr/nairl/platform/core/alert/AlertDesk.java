package kr.nairl.platform.core.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.research.StoredSubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * A person's alerts, for the organisation acted for; nobody else sees them. An alert about an interest stays as long as
 * its interest and is switched off rather than deleted, since open interests tell their owners by themselves.
 */
@Component
public class AlertDesk {

    /** So many of what an alert told last are listed. */
    public static final int LATEST = 5;

    /** So many saved searches a person has at most, for one organisation. */
    public static final int MOST_SEARCHES = 30;

    private final Transactions transactions;
    private final Alerts alerts;
    private final Lookout lookout;
    private final Interests interests;
    private final Researchers researchers;
    private final StoredSubProjects subProjects;
    private final Clock clock;

    AlertDesk(
            Transactions transactions,
            Alerts alerts,
            Lookout lookout,
            Interests interests,
            Researchers researchers,
            StoredSubProjects subProjects,
            Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.lookout = lookout;
        this.interests = interests;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.clock = clock;
    }

    /** All of the actor's, newest first. */
    public List<AlertLine> list(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> {
            List<Alerts.Stored> all = alerts.of(person.id(), person.organisation());
            Map<AlertId, List<Alerts.Told>> told =
                    alerts.latest(all.stream().map(one -> one.alert().id()).toList(), LATEST).stream()
                            .collect(Collectors.groupingBy(Alerts.Told::alert));
            Map<Subject, Finding> readable = readable(
                    person,
                    told.values().stream()
                            .flatMap(Collection::stream)
                            .map(Alerts.Told::subject)
                            .distinct()
                            .toList());
            return all.stream()
                    .map(one -> new AlertLine(
                            one.alert(),
                            one.interest(),
                            !one.open(),
                            one.known(),
                            one.told(),
                            one.toldAt(),
                            told.getOrDefault(one.alert().id(), List.of()).stream()
                                    .flatMap(each -> Optional.ofNullable(readable.get(each.subject())).stream()
                                            .map(finding -> new AlertLine.Told(finding, each.at())))
                                    .toList()))
                    .toList();
        });
    }

    /**
     * The actor's alert about an interest of their company.
     *
     * @return empty when there is none yet, and for all but the company's members
     */
    public Optional<Alert> about(Actor actor, InterestId interest) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> alerts.about(person.id(), person.organisation(), interest));
    }

    /** The actor's alert about interests that fit them; empty when there is none. */
    public Optional<Alert> aboutNeeds(Actor actor) {
        Actor.Person person = actor.requirePerson();
        return transactions.read(actor, () -> alerts.aboutNeeds(person.id(), person.organisation()));
    }

    /**
     * Adds an alert; one about the same interest or about the researcher's fits takes over what is wanted here. It takes
     * what is there as known before it tells anything.
     *
     * @throws ForbiddenException for whoever may not see such matches or such a list themselves
     * @throws NotFoundException when the company has no such interest, or the person is no researcher
     * @throws InvalidInputException on {@code search} when it finds too much ({@code search-too-wide}) or there are too many
     *     ({@code search-too-many}), or it is saved already ({@code search-there})
     */
    public AlertId add(Actor actor, Watched watched, Frequency frequency) {
        Actor.Person person = mayWatch(actor, watched);
        Alert fresh = new Alert(
                AlertId.fresh(),
                person.id(),
                person.organisation(),
                watched,
                frequency,
                clock.instant(),
                null,
                null,
                0);
        return transactions.write(actor, () -> {
            check(person, watched);
            if (alerts.add(fresh, clock.instant())) {
                return fresh.id();
            }
            Optional<Alert> there = switch (watched) {
                case Watched.Experts(var interest, var threshold) ->
                    alerts.about(person.id(), person.organisation(), interest);
                case Watched.Needs needs -> alerts.aboutNeeds(person.id(), person.organisation());
                case Watched.Search search -> Optional.empty();
            };
            Alert taken = there.orElseThrow(() -> new StaleException("an alert came between"));
            change(taken, watched, frequency);
            return taken.id();
        });
    }

    /**
     * Changes how often is told and, where it ranks, from what strength on. A lower threshold takes what is there as known.
     *
     * @param threshold ignored by saved searches
     * @param version as the page told it
     * @throws NotFoundException when the actor has no such alert
     * @throws StaleException when it was changed meanwhile
     */
    public void change(Actor actor, AlertId id, Frequency frequency, Match.Strength threshold, int version) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> {
            Alert alert = alerts.one(person.id(), person.organisation(), id)
                    .orElseThrow(() -> new NotFoundException("alert " + id));
            if (alert.version() != version) {
                throw new StaleException("alert " + id + " is at version " + alert.version() + ", not " + version);
            }
            Watched watched = switch (alert.watched()) {
                case Watched.Matches matches -> matches.with(threshold);
                case Watched.Search search -> search;
            };
            change(alert, watched, frequency);
        });
    }

    /**
     * Deletes a saved search or the alert about what fits the researcher; the one about an interest is switched off.
     *
     * @throws NotFoundException when the actor has no such alert
     */
    public void delete(Actor actor, AlertId id) {
        Actor.Person person = actor.requirePerson();
        transactions.run(actor, () -> {
            Alert alert = alerts.one(person.id(), person.organisation(), id)
                    .orElseThrow(() -> new NotFoundException("alert " + id));
            if (alert.watched() instanceof Watched.Experts) {
                change(alert, alert.watched(), Frequency.OFF);
            } else if (!alerts.delete(person.id(), person.organisation(), id)) {
                throw new StaleException("alert " + id + " is gone");
            }
        });
    }

    private void change(Alert alert, Watched watched, Frequency frequency) {
        // Strengths are declared strongest first.
        boolean again = watched instanceof Watched.Matches wanted
                && alert.watched() instanceof Watched.Matches before
                && wanted.threshold().compareTo(before.threshold()) > 0;
        Alert changed = new Alert(
                alert.id(),
                alert.person(),
                alert.organisation(),
                watched,
                frequency,
                alert.createdAt(),
                alert.begunAt(),
                alert.checkedAt(),
                alert.version() + 1);
        Instant now = clock.instant();
        boolean soon = again || alert.begunAt() == null || frequency == Frequency.AT_ONCE;
        if (!alerts.change(changed, again, soon ? now : frequency.next(now))) {
            throw new StaleException("alert " + alert.id() + " at version " + alert.version());
        }
    }

    private static Actor.Person mayWatch(Actor actor, Watched watched) {
        return switch (watched) {
            case Watched.Experts experts -> actor.require(Role.MEMBER, Role.ADMINISTRATOR);
            case Watched.Needs needs -> actor.require(Role.RESEARCHER);
            case Watched.Researchers found -> actor.requirePerson();
            case Watched.Interests found -> actor.require(Role.RESEARCHER, Role.LAB_MANAGER);
        };
    }

    private void check(Actor.Person person, Watched watched) {
        switch (watched) {
            case Watched.Experts(var interest, var threshold) -> {
                if (interests.ofOrganisation(person.organisation(), interest).isEmpty()) {
                    throw new NotFoundException("interest " + interest);
                }
            }
            case Watched.Needs needs -> {
                if (researchers.of(person.id()).isEmpty()) {
                    throw new NotFoundException("no researcher is linked to " + person.id());
                }
            }
            case Watched.Search search -> {
                List<Watched.Search> there = alerts.of(person.id(), person.organisation()).stream()
                        .flatMap(one -> one.alert().watched() instanceof Watched.Search saved
                                ? Stream.of(saved)
                                : Stream.empty())
                        .toList();
                new Violations()
                        .check(there.stream().noneMatch(search::findsLike), "search", "search-there")
                        .check(there.size() < MOST_SEARCHES, "search", "search-too-many", MOST_SEARCHES)
                        .check(
                                lookout.count(person, search) <= Lookout.MOST_FOUND,
                                "search",
                                "search-too-wide",
                                Lookout.MOST_FOUND)
                        .refuse();
            }
        }
    }

    /** Names are read again as the owner: what they may not see any more is not listed, either. */
    private Map<Subject, Finding> readable(Actor.Person person, List<Subject> subjects) {
        Map<Subject, Finding> readable = new HashMap<>();
        keep(
                readable,
                ids(subjects, Subject.Researcher.class, Subject.Researcher::id),
                ids -> researchers.cards(ids).stream().map(Finding::of));
        keep(
                readable,
                ids(subjects, Subject.Area.class, Subject.Area::id),
                ids -> subProjects.areas(ids).stream().map(Finding::of));
        keep(
                readable,
                ids(subjects, Subject.Interest.class, Subject.Interest::id),
                ids -> interests.visible(person, ids).stream().map(Finding::of));
        return readable;
    }

    private static <T> void keep(Map<Subject, Finding> into, List<T> ids, Function<List<T>, Stream<Finding>> read) {
        if (!ids.isEmpty()) {
            read.apply(ids).forEach(finding -> into.put(finding.subject(), finding));
        }
    }

    private static <S, T> List<T> ids(List<Subject> subjects, Class<S> kind, Function<S, T> id) {
        return subjects.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(id)
                .toList();
    }
}

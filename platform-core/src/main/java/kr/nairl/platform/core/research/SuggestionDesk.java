package kr.nairl.platform.core.research;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Works that ORCID and OpenAlex name as a researcher's. They are suggested to the researcher alone until they say a word:
 * a taken one becomes a result, a dismissed one does not come back, and one that the directory does not name any more
 * stops waiting.
 */
@Component
public class SuggestionDesk {

    private final Transactions transactions;
    private final Researchers researchers;
    private final Results results;
    private final Suggestions suggestions;
    private final ResultImport imports;
    private final List<OutsideWorks> directories;
    private final AuditTrail audit;
    private final Clock clock;

    SuggestionDesk(
            Transactions transactions,
            Researchers researchers,
            Results results,
            Suggestions suggestions,
            ResultImport imports,
            List<OutsideWorks> directories,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.researchers = researchers;
        this.results = results;
        this.suggestions = suggestions;
        this.imports = imports;
        this.directories = List.copyOf(directories);
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of looking a researcher's works up. */
    public sealed interface LookUp {

        /**
         * @param fresh works that wait for the researcher's word and did not before
         * @param told works that the directory names
         * @param more whether it names more than were taken
         */
        record Done(int fresh, int told, boolean more) implements LookUp {}

        /** The researcher's page has no ORCID iD. */
        record NoOrcid() implements LookUp {}

        /** This installation asks no such directory. */
        record SwitchedOff() implements LookUp {}

        record Failed(OutsideWorks.Failure why) implements LookUp {}
    }

    /**
     * The directories that this installation asks.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     */
    public Set<WorkSource> directories(Actor actor) {
        actor.require(Role.RESEARCHER);
        Set<WorkSource> on = EnumSet.noneOf(WorkSource.class);
        directories.stream()
                .filter(OutsideWorks::isOn)
                .map(OutsideWorks::source)
                .forEach(on::add);
        return on;
    }

    /**
     * Asks a directory for the actor's works, which may take a minute, and keeps those that are new as suggestions.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public LookUp lookUp(Actor actor, WorkSource source) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        String orcid = transactions
                .read(actor, () -> researchers.ownPage(person.id()))
                .orElseThrow(() -> new NotFoundException("no researcher is " + person.id()))
                .links()
                .orcid();
        OutsideWorks directory = directories.stream()
                .filter(one -> one.source() == source && one.isOn())
                .findFirst()
                .orElse(null);
        if (directory == null) {
            return new LookUp.SwitchedOff();
        }
        if (orcid == null) {
            return new LookUp.NoOrcid();
        }
        return switch (directory.ask(orcid)) {
            case OutsideWorks.Answer.Failed(OutsideWorks.Failure why) -> new LookUp.Failed(why);
            case OutsideWorks.Answer.Told told -> keep(actor, person, source, told);
        };
    }

    private LookUp keep(Actor actor, Actor.Person person, WorkSource source, OutsideWorks.Answer.Told told) {
        return transactions.write(actor, () -> {
            ResearcherId self = self(person);
            KnownWorks known = new KnownWorks(results.known(self));
            List<FoundWork> before = suggestions.all(self);
            Set<String> stored = ids(before, source);
            before.forEach(work -> remember(known, work));
            List<FoundWork> fresh = new ArrayList<>();
            for (FoundWork work : told.works()) {
                boolean own = known.find(work).filter(KnownWorks.Known::own).isPresent();
                if (!own && !stored.contains(work.sourceId())) {
                    fresh.add(work);
                }
                remember(known, work);
            }
            if (!told.more()) {
                suggestions.forget(self, source, ids(told.works(), source));
            }
            suggestions.add(self, fresh, clock.instant());
            return new LookUp.Done(fresh.size(), told.works().size(), told.more());
        });
    }

    /** What was suggested once is not suggested again, by another directory or under another id. */
    private static void remember(KnownWorks known, FoundWork work) {
        known.add(new KnownWorks.Known(ResultId.fresh(), work.title(), work.year(), work.doi(), true));
    }

    private static Set<String> ids(Collection<FoundWork> works, WorkSource source) {
        return works.stream()
                .filter(work -> work.source() == source)
                .map(FoundWork::sourceId)
                .collect(Collectors.toSet());
    }

    /**
     * The suggestions that wait for the actor's word, newest first, beside what is there.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public List<OfferedWork> open(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.read(actor, () -> {
            ResearcherId self = self(person);
            return imports.offered(self, suggestions.open(self));
        });
    }

    /**
     * Makes suggestions results of the actor's; what was settled meanwhile, or is
     * a result of colleagues', is skipped.
     *
     * @param works as {@link #open} told them; only their title and year may differ
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming the work by its place and the field, such as
     *     {@code works[3].year}
     */
    public ResultImport.Taken take(Actor actor, List<FoundWork> works) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.write(actor, () -> {
            ResearcherId self = self(person);
            Map<String, FoundWork> waiting = new HashMap<>();
            suggestions.open(self).forEach(work -> waiting.put(key(work), work));
            // What the directory said is read anew: the actor may have mended the title and year, and nothing else.
            KnownWorks before = new KnownWorks(results.known(self));
            List<FoundWork> mended = works.stream()
                    .flatMap(work ->
                            Stream.ofNullable(waiting.get(key(work))).map(told -> told.with(work.title(), work.year())))
                    .filter(work -> before.find(work).map(KnownWorks.Known::own).orElse(true))
                    .toList();
            ResultImport.Taken taken = imports.store(self, mended);
            suggestions.move(self, mended, SuggestionState.SUGGESTED, SuggestionState.TAKEN, clock.instant());
            KnownWorks known = new KnownWorks(results.known(self));
            for (FoundWork work : mended) {
                known.find(work)
                        .filter(KnownWorks.Known::own)
                        .ifPresent(result -> suggestions.became(self, work, result.id()));
            }
            for (WorkSource source : WorkSource.values()) {
                long count =
                        mended.stream().filter(work -> work.source() == source).count();
                if (count > 0) {
                    audit.record(
                            actor,
                            "result.imported",
                            "researcher",
                            self.value(),
                            Map.of("results", Long.toString(count), "source", source.name()));
                }
            }
            return new ResultImport.Taken(
                    taken.added(), works.size() - taken.added().size());
        });
    }

    /**
     * Says that suggestions are not the actor's or not wanted; they do not come back.
     *
     * @return how many waited
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public int dismiss(Actor actor, List<FoundWork> works) {
        return move(actor, works, SuggestionState.SUGGESTED, SuggestionState.DISMISSED);
    }

    /** Takes {@link #dismiss} back; refused as that is. */
    public int restore(Actor actor, List<FoundWork> works) {
        return move(actor, works, SuggestionState.DISMISSED, SuggestionState.SUGGESTED);
    }

    private int move(Actor actor, List<FoundWork> works, SuggestionState from, SuggestionState to) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.write(actor, () -> suggestions.move(self(person), works, from, to, clock.instant()));
    }

    private static String key(FoundWork work) {
        return work.source() + " " + work.sourceId();
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }
}

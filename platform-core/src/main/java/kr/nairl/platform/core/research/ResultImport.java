package kr.nairl.platform.core.research;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Brings a researcher's works in from a BibTeX file: first it is read and set beside what is there, and nothing is stored;
 * then the works that the researcher chose are taken, all or none of them.
 */
@Component
public class ResultImport {

    /** Bytes of a file. */
    public static final int LARGEST_FILE = BibTexFile.LARGEST;

    /** Entries of a file, and works taken at once. */
    public static final int MOST_WORKS = BibTexFile.MOST_ENTRIES;

    private final Transactions transactions;
    private final Researchers researchers;
    private final Results results;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    ResultImport(
            Transactions transactions,
            Researchers researchers,
            Results results,
            AuditTrail audit,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.researchers = researchers;
        this.results = results;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** What was read, beside what is there. */
    public record Preview(List<OfferedWork> works, List<Bibliography.Unread> unread) {

        public Preview {
            works = List.copyOf(works);
            unread = List.copyOf(unread);
        }
    }

    /**
     * What became of the works.
     *
     * @param added the new results, in the order of the works
     * @param skipped how many were there already
     */
    public record Taken(List<ResultId> added, int skipped) {

        public Taken {
            added = List.copyOf(added);
        }
    }

    /**
     * Reads a file and stores nothing.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws InvalidInputException naming {@code file}: no text in UTF-8 or a Korean encoding, more than
     *     {@value BibTexFile#LARGEST} bytes, without entries, or with too many
     */
    public Preview read(Actor actor, byte[] file) {
        return preview(actor, () -> BibTexFile.read(file));
    }

    /** Reads pasted text as {@link #read(Actor, byte[])} reads a file. */
    public Preview read(Actor actor, String text) {
        return preview(actor, () -> BibTexFile.read(text));
    }

    /**
     * Takes these works as the researcher's results; one that is there already by now is skipped. Coauthors and topics are
     * added by editing a result.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws InvalidInputException naming the work by its place and the field, such as {@code works[3].year}
     */
    public Taken take(Actor actor, List<FoundWork> works) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.write(actor, () -> {
            ResearcherId self = self(person);
            Taken taken = store(self, works);
            if (!taken.added().isEmpty()) {
                audit.record(
                        actor,
                        "result.imported",
                        "researcher",
                        self.value(),
                        Map.of(
                                "results", Integer.toString(taken.added().size()),
                                "source", WorkSource.BIBTEX.name()));
            }
            return taken;
        });
    }

    /** In the caller's transaction. */
    Taken store(ResearcherId self, List<FoundWork> works) {
        List<ResultWords> checked = checked(self, works);
        KnownWorks known = new KnownWorks(results.known(self));
        List<ResultId> added = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            FoundWork work = works.get(i);
            if (known.find(work).isEmpty()) {
                ResultId id = ResultId.fresh();
                results.add(id, "r-" + id, checked.get(i), clock.instant());
                known.add(new KnownWorks.Known(id, work.title(), work.year(), work.doi(), true));
                added.add(id);
            }
        }
        if (!added.isEmpty()) {
            changes.announce(Changes.Kind.RESEARCHER, self.value());
        }
        return new Taken(added, works.size() - added.size());
    }

    private static List<ResultWords> checked(ResearcherId self, List<FoundWork> works) {
        if (works.size() > MOST_WORKS) {
            throw new InvalidInputException("works", "too-many", MOST_WORKS);
        }
        List<Violation> found = new ArrayList<>();
        List<ResultWords> words = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            String place = "works[" + i + "].";
            try {
                words.add(works.get(i).words(List.of(self)));
            } catch (InvalidInputException unfit) {
                unfit.violations()
                        .forEach(one -> found.add(new Violation(place + one.field(), one.code(), one.arguments())));
            }
        }
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
        return words;
    }

    private Preview preview(Actor actor, Supplier<Bibliography> reading) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        Bibliography read = reading.get();
        return transactions.read(actor, () -> {
            ResearcherId self = self(person);
            return new Preview(offered(self, read.works()), read.unread());
        });
    }

    /** In the caller's transaction. */
    List<OfferedWork> offered(ResearcherId self, List<FoundWork> works) {
        Authorship authorship =
                new Authorship(researchers.cards(List.of(self)).getFirst().name());
        return OfferedWork.of(works, new KnownWorks(results.known(self)), authorship);
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }
}

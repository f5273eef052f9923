package kr.nairl.platform.core.research;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import org.springframework.stereotype.Component;

/**
 * Where researchers edit their own page and results. A result belongs to its authors: each of them may edit or delete it,
 * and whoever edits stays an author.
 */
@Component
public class ResearcherDesk {

    private final Transactions transactions;
    private final Researchers researchers;
    private final Results results;
    private final Concepts concepts;
    private final Changes changes;
    private final Clock clock;

    ResearcherDesk(
            Transactions transactions,
            Researchers researchers,
            Results results,
            Concepts concepts,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.researchers = researchers;
        this.results = results;
        this.concepts = concepts;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The actor's own page.
     *
     * @throws ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     */
    public ResearcherPage own(Actor actor) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions
                .read(actor, () -> researchers.ownPage(person.id()))
                .orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }

    /**
     * Writes the actor's own page.
     *
     * @param version as the page told it
     * @throws ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws kr.nairl.platform.core.shared.InvalidInputException for unknown topics, or areas of another sub-project
     * @throws StaleException when the page was written meanwhile
     */
    public void edit(Actor actor, ResearcherWords words, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            new Violations()
                    .check(known(actor, words.topics()), "topics", "unknown")
                    .check(researchers.foreignAreas(self, words.areas()).isEmpty(), "areas", "unknown")
                    .refuse();
            if (!researchers.edit(self, words, version, clock.instant())) {
                throw new StaleException("researcher " + self + " at version " + version);
            }
            changes.announce(Changes.Kind.RESEARCHER, self.value());
        });
    }

    /**
     * Adds a result of the actor's. The actor becomes an author, the first one unless the words name them elsewhere.
     *
     * @throws ForbiddenException for all but researchers
     * @throws NotFoundException when the lab has not linked this person to a researcher
     * @throws kr.nairl.platform.core.shared.InvalidInputException for unknown topics or authors
     */
    public ResultId addResult(Actor actor, ResultWords words) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        return transactions.write(actor, () -> {
            ResearcherId self = self(person);
            ResultWords complete = with(self, words);
            check(actor, complete);
            ResultId id = ResultId.fresh();
            results.add(id, "r-" + id, complete, clock.instant());
            announce(complete.authors());
            return id;
        });
    }

    /**
     * Writes a result of the actor's.
     *
     * @param version as the card told it
     * @throws NotFoundException when there is no such result
     * @throws ForbiddenException when the actor is not among its authors
     * @throws kr.nairl.platform.core.shared.InvalidInputException for unknown topics or authors
     * @throws StaleException when it was written meanwhile
     */
    public void editResult(Actor actor, ResultId id, ResultWords words, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            Set<ResearcherId> told = new LinkedHashSet<>(requireAuthor(self, id));
            ResultWords complete = with(self, words);
            check(actor, complete);
            if (!results.edit(id, complete, version)) {
                throw new StaleException("result " + id + " at version " + version);
            }
            told.addAll(complete.authors());
            announce(told);
        });
    }

    /**
     * Deletes a result of the actor's.
     *
     * @param version as the card told it
     * @throws NotFoundException when there is no such result
     * @throws ForbiddenException when the actor is not among its authors
     * @throws StaleException when it was written meanwhile
     */
    public void deleteResult(Actor actor, ResultId id, int version) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        transactions.run(actor, () -> {
            List<ResearcherId> authors = requireAuthor(self(person), id);
            if (!results.delete(id, version)) {
                throw new StaleException("result " + id + " at version " + version);
            }
            announce(authors);
        });
    }

    /**
     * Shows these results of the actor's first, in this order, on their page.
     *
     * @param results at most {@value ResearcherPage#MOST_PINNED}
     * @throws ForbiddenException for all but researchers, and when the actor is not an author of one
     * @throws NotFoundException when the lab has not linked this person to a researcher, or there is no such result
     * @throws kr.nairl.platform.core.shared.InvalidInputException for too many
     */
    public void pin(Actor actor, List<ResultId> results) {
        Actor.Person person = actor.require(Role.RESEARCHER);
        List<ResultId> distinct = results.stream().distinct().toList();
        new Violations()
                .check(distinct.size() <= ResearcherPage.MOST_PINNED, "results", "too-many", ResearcherPage.MOST_PINNED)
                .refuse();
        transactions.run(actor, () -> {
            ResearcherId self = self(person);
            distinct.forEach(id -> requireAuthor(self, id));
            this.results.pin(self, distinct);
            announce(List.of(self));
        });
    }

    private ResearcherId self(Actor.Person person) {
        return researchers.of(person.id()).orElseThrow(() -> new NotFoundException("no researcher is " + person.id()));
    }

    private List<ResearcherId> requireAuthor(ResearcherId self, ResultId id) {
        List<ResearcherId> authors = results.authors(id);
        if (authors.isEmpty()) {
            throw new NotFoundException("result " + id);
        }
        if (!authors.contains(self)) {
            throw new ForbiddenException("not an author of " + id);
        }
        return authors;
    }

    private void check(Actor actor, ResultWords words) {
        new Violations()
                .check(known(actor, words.topics()), "topics", "unknown")
                .check(researchers.unknown(words.authors()).isEmpty(), "authors", "unknown")
                .refuse();
    }

    private boolean known(Actor actor, List<ConceptId> topics) {
        return concepts.byIds(actor, topics).size() == topics.size();
    }

    private void announce(Collection<ResearcherId> authors) {
        authors.forEach(author -> changes.announce(Changes.Kind.RESEARCHER, author.value()));
    }

    private static ResultWords with(ResearcherId self, ResultWords words) {
        if (words.authors().contains(self)) {
            return words;
        }
        List<ResearcherId> authors = new ArrayList<>(List.of(self));
        authors.addAll(words.authors());
        return words.by(authors);
    }
}

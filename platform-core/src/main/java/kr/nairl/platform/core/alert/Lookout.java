package kr.nairl.platform.core.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.Glossary;
import org.springframework.stereotype.Component;

/** What is there for an alert now: exactly what its owner would find on the pages, through the same use cases. */
@Component
class Lookout {

    /** A search that finds more is too wide to tell what is new in it. */
    static final int MOST_FOUND = 2_000;

    private final Matching matching;
    private final ResearcherDesk desk;
    private final ResearcherDirectory researchers;
    private final InterestDirectory interests;

    Lookout(Matching matching, ResearcherDesk desk, ResearcherDirectory researchers, InterestDirectory interests) {
        this.matching = matching;
        this.desk = desk;
        this.researchers = researchers;
        this.interests = interests;
    }

    /**
     * All that is there, best or first found first.
     *
     * @return empty while this node has nothing to rank with, which says nothing about what is there
     * @throws RuntimeException as the use cases do when the owner may not ask that
     */
    Optional<List<Finding>> present(Actor.Person owner, Watched watched) {
        return switch (watched) {
            case Watched.Experts(var interest, var threshold) ->
                ranked(matching.forInterest(owner, interest, Matching.MAX_ROWS), threshold);
            case Watched.Needs(var threshold) ->
                ranked(matching.forResearcher(owner, desk.own(owner).card().id(), Matching.MAX_ROWS), threshold);
            case Watched.Researchers(var name, var filter) ->
                Optional.of(
                        found(page -> researchers.search(owner, filter, page).map(Finding::of)));
            case Watched.Interests(var name, var filter) ->
                Optional.of(found(page -> interests.search(owner, filter, page).map(Finding::of)));
        };
    }

    /** How many a search finds. */
    int count(Actor owner, Watched.Search search) {
        return switch (search) {
            case Watched.Researchers(var name, var filter) ->
                researchers.search(owner, filter, PageRequest.first(1)).total();
            case Watched.Interests(var name, var filter) ->
                interests.search(owner, filter, PageRequest.first(1)).total();
        };
    }

    private static Optional<List<Finding>> ranked(MatchPage page, Match.Strength threshold) {
        return switch (page) {
            case MatchPage.Found found ->
                Optional.of(found.rows().stream()
                        // Strengths are declared strongest first.
                        .filter(row -> row.strength().compareTo(threshold) <= 0)
                        .map(Finding::of)
                        .toList());
            case MatchPage.Abstained abstained ->
                switch (abstained.reason()) {
                    case UNREACHABLE -> Optional.empty();
                    // An answer only of an engine that has read something: at least the glossary.
                    case NOTHING_TO_SEARCH ->
                        abstained.engine().contains(Glossary.EMPTY.digest())
                                ? Optional.empty()
                                : Optional.of(List.of());
                    case NOTHING_ASKED, NOTHING_CLOSE -> Optional.of(List.of());
                };
        };
    }

    private static List<Finding> found(Function<PageRequest, Page<Finding>> search) {
        List<Finding> all = new ArrayList<>();
        Page<Finding> page;
        do {
            page = search.apply(new PageRequest(all.size(), PageRequest.MAX_LIMIT));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < Math.min(page.total(), MOST_FOUND));
        return all;
    }
}

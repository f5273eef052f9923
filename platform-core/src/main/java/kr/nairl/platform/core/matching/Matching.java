package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/**
 * Who fits an interest, and which interests fit a researcher. The engine ranks over the texts of the audiences that the
 * actor belongs to; everything that the answer names or quotes is then read again as the actor, and what does not stand
 * there any more, or may not be read, is left out.
 */
@Component
public class Matching {

    /** The most rows one answer has. */
    public static final int MAX_ROWS = 50;

    /** What every signed-in person may read. Rungs above depend on each company, so nothing on them is ranked. */
    private static final Set<Audience> SIGNED_IN = EnumSet.of(Audience.PUBLIC, Audience.MEMBERS);

    /** Ranked beyond those asked for, since fit moves some up and leaves some out. */
    private static final int SPARE = 10;

    private static final Duration FIRST_READING = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Interests interests;
    private final Researchers researchers;
    private final List<ExpertDocuments> documents;
    private final MatchEngine engine;
    private final MatchIndex index;
    private final Requoting requoting;
    private final TwoSidedFit fit;
    private final Clock clock;

    Matching(
            Transactions transactions,
            Interests interests,
            Researchers researchers,
            List<ExpertDocuments> documents,
            MatchEngine engine,
            MatchIndex index,
            Requoting requoting,
            TwoSidedFit fit,
            Clock clock) {
        this.transactions = transactions;
        this.interests = interests;
        this.researchers = researchers;
        this.documents = List.copyOf(documents);
        this.engine = engine;
        this.index = index;
        this.requoting = requoting;
        this.fit = fit;
        this.clock = clock;
    }

    /**
     * Researchers and research areas that fit an interest of the organisation that the actor acts for, in any state.
     *
     * @param limit 1 to {@link #MAX_ROWS}
     * @throws NotFoundException when that organisation has no such interest, and for all who are not its members
     */
    public MatchPage forInterest(Actor actor, InterestId id, int limit) {
        check(limit);
        if (!(actor instanceof Actor.Person person) || !person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            throw new NotFoundException("interest " + id);
        }
        InterestCard card = transactions.read(actor, () -> interests.visible(actor, List.of(id))).stream()
                .filter(found -> found.company().id().equals(person.organisation()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("interest " + id));
        return answer(
                person,
                Probe.of(NeedDocuments.of(card)),
                Direction.EXPERTS_FOR_NEED,
                limit,
                rows -> fit.forNeed(card, rows));
    }

    /**
     * Open interests that fit a researcher.
     *
     * @param limit 1 to {@link #MAX_ROWS}
     * @throws NotFoundException when there is no such researcher, and for all but that researcher and lab managers
     */
    public MatchPage forResearcher(Actor actor, ResearcherId id, int limit) {
        check(limit);
        if (!(actor instanceof Actor.Person person) || !person.hasAny(Role.RESEARCHER, Role.LAB_MANAGER)) {
            throw new NotFoundException("researcher " + id);
        }
        Probe probe = transactions.read(actor, () -> {
            boolean own = person.has(Role.RESEARCHER)
                    && researchers.of(person.id()).filter(id::equals).isPresent();
            boolean managed = person.has(Role.LAB_MANAGER)
                    && researchers.unknown(List.of(id)).isEmpty();
            if (!own && !managed) {
                throw new NotFoundException("researcher " + id);
            }
            return Probe.of(documents.stream()
                    .flatMap(source -> source.about(List.of(new Subject.Researcher(id))).stream())
                    .toList());
        });
        return answer(
                person,
                probe,
                Direction.NEEDS_FOR_EXPERT,
                limit,
                rows -> fit.forResearcher(
                        id, researchers.cards(List.of(id)).stream().allMatch(ResearcherCard::accepting), rows));
    }

    private static void check(int limit) {
        new Violations()
                .check(limit >= 1 && limit <= MAX_ROWS, "limit", "page", MAX_ROWS)
                .refuse();
    }

    private MatchPage answer(
            Actor.Person person,
            Probe probe,
            Direction direction,
            int limit,
            Function<List<MatchRow>, TwoSidedFit.Fitted> weigh) {
        // Right after a node's start the first ranking waits for the index rather than finding nobody.
        index.awaitFirst(FIRST_READING);
        Ranking ranking = engine.rank(probe, direction, SIGNED_IN, Math.min(2 * limit, MAX_ROWS) + SPARE);
        String version = ranking.version() + "+fit-" + FitWeights.version();
        // Also of nothing: what was set aside is told with it.
        List<Match> found = ranking instanceof Ranking.Matches(var matches, var its) ? matches : List.of();
        TwoSidedFit.Fitted fitted =
                transactions.read(person, () -> weigh.apply(requoting.rows(person, found, SIGNED_IN)));
        int aside = fitted.aside();
        if (ranking instanceof Ranking.Abstained abstained) {
            return new MatchPage.Abstained(
                    abstained.reason(), abstained.missing(), abstained.unknownWords(), version, clock.instant(), aside);
        }
        List<MatchRow> rows = fitted.rows().stream().limit(limit).toList();
        return rows.isEmpty()
                ? new MatchPage.Abstained(
                        Ranking.Abstained.Reason.NOTHING_CLOSE, Set.of(), List.of(), version, clock.instant(), aside)
                : new MatchPage.Found(rows, version, clock.instant(), aside);
    }
}

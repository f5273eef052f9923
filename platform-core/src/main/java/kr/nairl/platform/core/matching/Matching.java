package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
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

    /** The most answers of {@link #raisers}. */
    public static final int MAX_RAISERS = 3;

    /** Each costs a ranking. */
    private static final int TRIED = 5;

    /** What every signed-in person may read. Rungs above depend on each company, so nothing on them is ranked. */
    private static final Set<Audience> SIGNED_IN = EnumSet.of(Audience.PUBLIC, Audience.MEMBERS);

    /** Ranked beyond those asked for, since fit moves some up and leaves some out. */
    private static final int SPARE = 10;

    private static final String FIT_VERSION = "+fit-" + FitWeights.version();

    private static final Duration FIRST_READING = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Interests interests;
    private final Researchers researchers;
    private final Concepts concepts;
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
            Concepts concepts,
            List<ExpertDocuments> documents,
            MatchEngine engine,
            MatchIndex index,
            Requoting requoting,
            TwoSidedFit fit,
            Clock clock) {
        this.transactions = transactions;
        this.interests = interests;
        this.researchers = researchers;
        this.concepts = concepts;
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
        InterestCard card = own(person, id);
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
        return answer(person, probe, Direction.NEEDS_FOR_EXPERT, limit, rows -> fit.forResearcher(id, rows));
    }

    /**
     * What an interest could name so that one of those who fit it would stand higher: topics of that researcher's or area's
     * own that it does not name yet, each tried by ranking anew.
     *
     * @return at most {@link #MAX_RAISERS}, those that raise most first; none for the first, and for who does not fit
     * @throws NotFoundException as {@link #forInterest} does
     */
    public List<Raiser> raisers(Actor actor, InterestId id, Subject.Expert expert) {
        if (!(actor instanceof Actor.Person person) || !person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            throw new NotFoundException("interest " + id);
        }
        InterestCard card = own(person, id);
        Probe probe = Probe.of(NeedDocuments.of(card));
        int now = place(ranked(person, probe, card), expert).map(Placed::rank).orElse(1);
        if (now == 1) {
            return List.of();
        }
        List<ConceptId> tried = engine.unasked(probe, read(person, expert), TRIED);
        Map<ConceptId, Topic> topics = transactions.read(actor, () -> concepts.byIds(actor, tried)).stream()
                .map(Concept::topic)
                .collect(Collectors.toMap(Topic::id, Function.identity()));
        return tried.stream()
                .filter(topics::containsKey)
                .flatMap(concept -> place(ranked(person, probe.with(concept), card), expert)
                        .filter(then -> then.rank() < now)
                        .map(then -> new Raiser(Objects.requireNonNull(topics.get(concept)), then.rank(), then.score()))
                        .stream())
                .sorted(Comparator.comparingInt(Raiser::rank)
                        .thenComparing(Comparator.comparingDouble(Raiser::score).reversed()))
                .limit(MAX_RAISERS)
                .toList();
    }

    /**
     * Researchers whose work is like another's, without that one.
     *
     * @param limit 1 to {@link #MAX_ROWS}
     * @return best first, only good matches; none where nobody is alike
     * @throws NotFoundException when there is no such researcher, and for all who are not signed in
     */
    public List<MatchRow> similar(Actor actor, ResearcherId id, int limit) {
        check(limit);
        if (!(actor instanceof Actor.Person person)
                || transactions.read(
                        actor, () -> !researchers.unknown(List.of(id)).isEmpty())) {
            throw new NotFoundException("researcher " + id);
        }
        Subject.Researcher self = new Subject.Researcher(id);
        Probe about = Probe.of(read(person, self));
        // Who shares a sub-project is not alike for that.
        Probe probe = new Probe(about.texts(), about.topics(), Set.of());
        index.awaitFirst(FIRST_READING);
        return switch (engine.rank(probe, Direction.EXPERTS_FOR_NEED, SIGNED_IN, MAX_ROWS + SPARE)) {
            case Ranking.Abstained abstained -> List.of();
            case Ranking.Matches found -> {
                List<Match> alike = found.matches().stream()
                        .filter(match -> match.subject() instanceof Subject.Researcher
                                && !match.subject().equals(self)
                                && match.strength() != Match.Strength.POSSIBLE)
                        .limit(limit)
                        .toList();
                yield transactions.read(person, () -> requoting.rows(person, alike, SIGNED_IN));
            }
        };
    }

    private record Placed(int rank, double score) {}

    private static Optional<Placed> place(List<MatchRow> rows, Subject.Expert expert) {
        for (int i = 0; i < rows.size(); i++) {
            boolean there = switch (rows.get(i).who()) {
                case MatchRow.Who.Researcher(var card) -> expert.equals(new Subject.Researcher(card.id()));
                case MatchRow.Who.Area(var card) -> expert.equals(new Subject.Area(card.id()));
                case MatchRow.Who.Interest interest -> false;
            };
            if (there) {
                return Optional.of(new Placed(i + 1, rows.get(i).score()));
            }
        }
        return Optional.empty();
    }

    private List<MatchRow> ranked(Actor.Person person, Probe probe, InterestCard card) {
        return switch (answer(person, probe, Direction.EXPERTS_FOR_NEED, MAX_ROWS, rows -> fit.forNeed(card, rows))) {
            case MatchPage.Found found -> found.rows();
            case MatchPage.Abstained abstained -> List.of();
        };
    }

    /** The texts about them that every signed-in person may read. */
    private List<ExpertDocument> read(Actor.Person person, Subject.Expert expert) {
        return transactions
                .read(
                        person,
                        () -> documents.stream()
                                .flatMap(source -> source.about(List.of(expert)).stream())
                                .toList())
                .stream()
                .filter(document -> SIGNED_IN.contains(document.audience()))
                .toList();
    }

    private InterestCard own(Actor.Person person, InterestId id) {
        return transactions.read(person, () -> interests.visible(person, List.of(id))).stream()
                .filter(found -> found.company().id().equals(person.organisation()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("interest " + id));
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
        String version = ranking.version() + FIT_VERSION;
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

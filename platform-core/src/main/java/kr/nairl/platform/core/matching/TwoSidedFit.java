package kr.nairl.platform.core.matching;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.matching.MatchRow.ReasonShare;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.springframework.stereotype.Component;

/**
 * Weighs what the texts found by what both sides want: the researcher's wishes, room and earlier answers against the need's
 * form, fields, company and languages. A pair gets the same fit whichever side asks, so it rests only on what both may
 * read. Pairs in conflict, and those that the asking side set aside, are left out. {@link FitWeights} tells how the score
 * moves. Research areas want nothing of their own and keep their score.
 */
@Component
class TwoSidedFit {

    private static final ZoneId LAB_ZONE = ZoneId.of("Asia/Seoul");

    /** Fewer companies would tell one of them what another was answered. */
    private static final int LEAST_COMPANIES = 2;

    /** What the engine abstains below; what is left here must come as close. */
    private static final double CLOSE =
            Objects.requireNonNull(LuceneMatchEngine.weights().get("abstainBelow"));

    /** Keeps the amount of a full score finite. */
    private static final double FULL = 1 - 1e-9;

    private final StoredFit stored;
    private final Clock clock;
    private final FitWeights weights = FitWeights.shipped();
    private final Leaning leaning = new Leaning(weights);

    TwoSidedFit(StoredFit stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /** What a need asks for, as far as every signed-in person may read it. */
    private record Need(OrganisationId company, CollaborationMode mode, List<Topic> topics, Set<Language> languages) {

        static Need of(InterestCard card) {
            // An interest for accepted partners alone is in no researcher's ranking; its company reads all of it.
            InterestCard seen = card.seenFrom(Audience.MEMBERS).orElse(card);
            LocalizedText words = seen.need().isEmpty() ? seen.title() : seen.need();
            return new Need(
                    card.company().id(),
                    card.mode(),
                    seen.topics(),
                    Stream.of(Language.values())
                            .filter(language -> words.exactly(language) != null)
                            .collect(Collectors.toSet()));
        }

        Set<ConceptId> concepts() {
            return topics.stream().map(Topic::id).collect(Collectors.toSet());
        }
    }

    /**
     * What is left of a ranking, in the order of both sides' fit.
     *
     * @param aside how many the asking side set aside, whether ranked or not
     */
    record Fitted(List<MatchRow> rows, int aside) {}

    /** A point and the part of the amount that it adds or takes. */
    private record Weighed(FitPoint point, double part) {}

    /** The rows of an interest's own ranking. Runs in its company's transaction. */
    Fitted forNeed(InterestCard card, List<MatchRow> rows) {
        Need need = Need.of(card);
        YearMonth month = month();
        StoredFit.ForNeed there = stored.forNeed(
                card.id(),
                need.company(),
                rows.stream().flatMap(row -> people(row.who()).stream()).collect(Collectors.toSet()),
                began(month));
        List<MatchRow> kept = closeEnough(rows.stream()
                .filter(row -> !conflicting(row.who(), there.conflicts()) && !aside(row.who(), there.aside()))
                .toList());
        return new Fitted(
                sorted(kept.stream()
                        .map(row -> row.who() instanceof Who.Researcher(ResearcherCard one)
                                ? weighed(row, need, one.id(), one.accepting(), there.known(), month)
                                : row)
                        .toList()),
                there.aside().size());
    }

    /** The rows of a researcher's ranking. Runs in their own or a lab manager's transaction. */
    Fitted forResearcher(ResearcherId researcher, List<MatchRow> rows) {
        YearMonth month = month();
        StoredFit.ForResearcher there = stored.forResearcher(
                researcher,
                rows.stream()
                        .flatMap(row -> row.who() instanceof Who.Interest(InterestCard card)
                                ? Stream.of(card.company().id())
                                : Stream.empty())
                        .collect(Collectors.toSet()),
                began(month));
        List<MatchRow> kept = closeEnough(rows.stream()
                .filter(row -> row.who() instanceof Who.Interest(InterestCard card)
                        && !there.conflicts().contains(card.company().id())
                        && !there.aside().contains(card.id()))
                .toList());
        return new Fitted(
                sorted(kept.stream()
                        .map(row -> weighed(
                                row,
                                Need.of(((Who.Interest) row.who()).card()),
                                researcher,
                                there.accepting(),
                                there.known(),
                                month))
                        .toList()),
                there.aside().size());
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(LAB_ZONE));
    }

    private static Instant began(YearMonth month) {
        return month.atDay(1).atStartOfDay(LAB_ZONE).toInstant();
    }

    /** All or none: whoever is left out must not be told by what is shown without them. */
    private static List<MatchRow> closeEnough(List<MatchRow> rows) {
        return rows.stream().anyMatch(row -> row.score() >= CLOSE) ? rows : List.of();
    }

    private static List<MatchRow> sorted(List<MatchRow> rows) {
        // Stable: equal scores stay in the texts' order.
        return rows.stream()
                .sorted(Comparator.comparingDouble(MatchRow::score).reversed())
                .toList();
    }

    private static Set<ResearcherId> people(Who who) {
        return switch (who) {
            case Who.Researcher(ResearcherCard card) -> Set.of(card.id());
            case Who.Area(var card) ->
                card.people().stream().map(ResearcherName::id).collect(Collectors.toSet());
            case Who.Interest interest -> Set.of();
        };
    }

    /** An area is in conflict when all its people are. */
    private static boolean conflicting(Who who, Set<ResearcherId> conflicting) {
        Set<ResearcherId> people = people(who);
        return !people.isEmpty() && conflicting.containsAll(people);
    }

    private static boolean aside(Who who, Set<Subject.Expert> aside) {
        return switch (who) {
            case Who.Researcher(ResearcherCard card) -> aside.contains(new Subject.Researcher(card.id()));
            case Who.Area(var card) -> aside.contains(new Subject.Area(card.id()));
            case Who.Interest interest -> false;
        };
    }

    private MatchRow weighed(
            MatchRow row, Need need, ResearcherId who, boolean accepting, StoredFit.Known known, YearMonth month) {
        Wishes said = known.wishes().getOrDefault(who, Wishes.NONE);
        List<Weighed> points = new ArrayList<>();
        wanted(said, need, known, points);
        room(said, accepting, known.takenOn().getOrDefault(who, 0), month).ifPresent(points::add);
        answers(need, known.answers().getOrDefault(who, List.of())).ifPresent(points::add);
        return moved(row, points);
    }

    private void wanted(Wishes said, Need need, StoredFit.Known known, List<Weighed> points) {
        if (!said.modes().isEmpty()) {
            boolean suits = said.modes().contains(need.mode());
            points.add(new Weighed(
                    new FitPoint.Form(need.mode(), suits), suits ? weights.wantedForm() : weights.otherForm()));
        }
        Set<ConceptId> asked = need.concepts();
        said.fields().stream()
                .filter(field -> asked.contains(field.id()))
                .findFirst()
                .ifPresent(field -> points.add(new Weighed(new FitPoint.Field(field), weights.wantedField())));
        OrganisationKind kind = known.kinds().get(need.company());
        if (!said.partners().isEmpty() && kind != null) {
            boolean suits = said.partners().contains(kind);
            points.add(new Weighed(
                    new FitPoint.Partner(kind, suits), suits ? weights.wantedPartner() : weights.otherPartner()));
        }
        if (!said.languages().isEmpty() && need.languages().stream().noneMatch(said.languages()::contains)) {
            points.add(new Weighed(new FitPoint.NoSharedLanguage(), weights.noSharedLanguage()));
        }
    }

    private Optional<Weighed> room(Wishes said, boolean accepting, int takenOn, YearMonth month) {
        Integer capacity = said.capacity();
        if (!accepting || (capacity != null && capacity == 0)) {
            return Optional.of(new Weighed(new FitPoint.Room(false, null), weights.closed()));
        }
        if (capacity == null) {
            return Optional.empty();
        }
        return Optional.of(
                takenOn < capacity
                        ? new Weighed(new FitPoint.Room(true, null), weights.room())
                        : new Weighed(new FitPoint.Room(false, month.plusMonths(1)), weights.noRoom()));
    }

    private Optional<Weighed> answers(Need need, List<Answer> all) {
        List<Answer> theirs = all.stream()
                .filter(answer -> answer.company().equals(need.company()))
                .toList();
        List<Answer> others = all.stream()
                .filter(answer -> !answer.company().equals(need.company()))
                .toList();
        List<Answer> counted = new ArrayList<>(theirs);
        if (companies(others) >= LEAST_COMPANIES) {
            counted.addAll(others);
        }
        double leans = leaning.of(need.concepts(), counted);
        if (leans == 0) {
            return Optional.empty();
        }
        boolean outOfField = theirs.stream()
                .anyMatch(answer -> answer.told()
                        && answer.kind() == Answer.Kind.OUT_OF_FIELD
                        && Leaning.likeness(need.concepts(), answer.concepts()) > 0);
        return Optional.of(new Weighed(
                new FitPoint.Answers(leans > 0, leans < 0 && outOfField),
                Math.abs(leans) * (leans > 0 ? weights.answersRaise() : weights.answersLower())));
    }

    private static long companies(Collection<Answer> answers) {
        return answers.stream().map(Answer::company).distinct().count();
    }

    private static MatchRow moved(MatchRow row, List<Weighed> points) {
        if (points.isEmpty()) {
            return row;
        }
        double whole = 1;
        double kept = 1;
        for (Weighed one : points) {
            if (one.point().suits()) {
                whole += one.part();
            } else {
                kept *= 1 - one.part();
            }
        }
        double moved = score(amount(row.score()) * whole * kept);
        double divided = whole;
        List<ReasonShare> shares = Stream.concat(
                        row.shares().stream().map(share -> new ReasonShare(share.why(), share.part() / divided)),
                        points.stream()
                                .filter(one -> one.point().suits())
                                .map(one -> new ReasonShare(new Why.Suits(one.point()), one.part() / divided)))
                .sorted(Comparator.comparingDouble(ReasonShare::part).reversed())
                .toList();
        return new MatchRow(
                row.who(),
                moved,
                Match.Strength.of(moved),
                shares,
                row.quotes(),
                points.stream().map(Weighed::point).toList());
    }

    /** What a score stands for, 0 or more. */
    static double amount(double score) {
        return -Math.log1p(-Math.min(score, FULL));
    }

    /** The score of an amount, 0 to 1. */
    static double score(double amount) {
        return -Math.expm1(-amount);
    }
}

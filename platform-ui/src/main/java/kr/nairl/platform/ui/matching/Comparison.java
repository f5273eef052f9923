package kr.nairl.platform.ui.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Which concepts of a need each of some candidates covers.
 *
 * @param rows widest covered first, then strongest
 */
record Comparison(List<Row> rows) {

    /** How many candidates stand side by side. */
    static final int MOST = 4;

    Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * A concept of the need.
     *
     * @param cells one per candidate, in their order; null where the candidate shows no evidence of it
     */
    record Row(Topic concept, List<@Nullable Cell> cells) {
        long covered() {
            return cells.stream().filter(Objects::nonNull).count();
        }

        double strongest() {
            return cells.stream()
                    .filter(Objects::nonNull)
                    .mapToDouble(Cell::points)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * How a candidate covers a concept.
     *
     * @param points what it adds to the score, 0 to 1, so that columns of different scores compare
     * @param through the candidate's own concept that comes nearest; the row's concept itself where the candidate has it
     */
    record Cell(double points, Topic through) {}

    /** Aligns the concepts of these candidates. */
    static Comparison of(List<MatchRow> candidates) {
        Map<Topic, List<@Nullable Cell>> rows = new LinkedHashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (MatchRow.ReasonShare share : candidates.get(i).shares()) {
                double points = share.part() * candidates.get(i).score();
                switch (share.why()) {
                    case Why.SameConcept(Topic concept) -> put(rows, concept, i, candidates.size(), points, concept);
                    case Why.NearConcept(Topic asked, Topic found) ->
                        put(rows, asked, i, candidates.size(), points, found);
                    case Why.ImpliedConcept(Topic implied, Topic found) ->
                        put(rows, implied, i, candidates.size(), points, found);
                    default -> {}
                }
            }
        }
        return new Comparison(rows.entrySet().stream()
                .map(row -> new Row(row.getKey(), row.getValue()))
                .sorted(Comparator.comparingLong(Row::covered)
                        .thenComparingDouble(Row::strongest)
                        .reversed())
                .toList());
    }

    private static void put(
            Map<Topic, List<@Nullable Cell>> rows, Topic concept, int column, int columns, double points, Topic found) {
        List<@Nullable Cell> cells = rows.computeIfAbsent(concept, any -> {
            List<@Nullable Cell> none = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                none.add(null);
            }
            return none;
        });
        Cell before = cells.get(column);
        if (before == null) {
            cells.set(column, new Cell(points, found));
        } else {
            // The concept itself says more than one near it.
            cells.set(
                    column, new Cell(before.points() + points, before.through().equals(concept) ? concept : found));
        }
    }

    /** The ones of the ranking that are asked for, in its order, at most {@link #MOST}. */
    static List<MatchRow> chosen(List<MatchRow> ranking, List<String> ids) {
        return ranking.stream()
                .filter(row -> id(row).map(ids::contains).findFirst().orElse(false))
                .limit(MOST)
                .toList();
    }

    /** The candidate's id as addresses carry it; none for interests. */
    static Stream<String> id(MatchRow row) {
        UUID id = switch (row.who()) {
            case Who.Researcher(var card) -> card.id().value();
            case Who.Area(var card) -> card.id().value();
            case Who.Interest interest -> null;
        };
        return Stream.ofNullable(id).map(UUID::toString);
    }
}

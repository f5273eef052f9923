package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The answer to 'who fits?' as a screen shows it. */
public sealed interface MatchPage {

    /** Version of the engine and its glossary; scores of different versions are not comparable. */
    String engine();

    Instant computedAt();

    /** How many the asking side set aside, which are in no row. */
    int setAside();

    /**
     * Somebody fits.
     *
     * @param rows at least one, best first
     */
    record Found(List<MatchRow> rows, String engine, Instant computedAt, int setAside) implements MatchPage {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Nobody fits well enough to be shown.
     *
     * @param missing what could be added to be answered
     * @param unknownWords words of the question that nothing visible knows, at most 12
     */
    record Abstained(
            Ranking.Abstained.Reason reason,
            Set<Ranking.Abstained.Missing> missing,
            List<String> unknownWords,
            String engine,
            Instant computedAt,
            int setAside)
            implements MatchPage {
        public Abstained {
            missing = Set.copyOf(missing);
            unknownWords = List.copyOf(unknownWords);
        }
    }
}

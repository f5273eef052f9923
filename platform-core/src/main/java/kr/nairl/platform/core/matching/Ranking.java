package kr.nairl.platform.core.matching;

import java.util.List;
import java.util.Set;

/** The engine's answer: matches, or the plain statement that it has none to show and why. */
public sealed interface Ranking {

    /** What was computed with what. */
    EngineVersion version();

    /**
     * Something fits.
     *
     * @param matches at least one, best first
     */
    record Matches(List<Match> matches, EngineVersion version) implements Ranking {
        public Matches {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Nothing fits well enough to be shown.
     *
     * @param missing what the probe could add to be answered
     * @param unknownWords words of the probe that neither a concept nor any visible document knows, as written, in their
     *     order there, at most 12
     */
    record Abstained(Reason reason, Set<Missing> missing, List<String> unknownWords, EngineVersion version)
            implements Ranking {
        public Abstained {
            missing = Set.copyOf(missing);
            unknownWords = List.copyOf(unknownWords);
        }

        /** Why nothing is shown. */
        public enum Reason {
            /** No document is indexed that the asking person may see. */
            NOTHING_TO_SEARCH,
            /** The probe holds no word that tells a subject. */
            NOTHING_ASKED,
            /** The best candidate stays below the threshold. */
            NOTHING_CLOSE,
            /** What holds the documents does not answer now. */
            UNREACHABLE
        }

        /** What a probe could add. */
        public enum Missing {
            /** A text at all. */
            TEXT,
            /** More than a few words. */
            DETAIL,
            /** A topic: a research term, or what the task or the data is. */
            TOPIC
        }
    }
}

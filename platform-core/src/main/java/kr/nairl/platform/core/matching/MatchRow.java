package kr.nairl.platform.core.matching;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.matching.Evidence.Range;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;

/**
 * One who fits, with reasons that the reader may see.
 *
 * @param score 0 to 1
 * @param strength the score in words
 * @param shares parts of the score, greatest first; they sum to 1
 * @param quotes best first; where a field shows the same in both languages, both its sentences, one after the other
 * @param fit what both sides said beside their texts, for the match and against it
 */
public record MatchRow(
        Who who,
        double score,
        Match.Strength strength,
        List<ReasonShare> shares,
        List<SharedSentence> quotes,
        List<FitPoint> fit) {

    public MatchRow {
        shares = List.copyOf(shares);
        quotes = List.copyOf(quotes);
        fit = List.copyOf(fit);
    }

    /** The quotes as somebody of this language reads them: of each field one, in that language if it is there. */
    public List<SharedSentence> quotes(Language reader) {
        Map<List<Object>, SharedSentence> byField = new LinkedHashMap<>();
        for (SharedSentence quote : quotes) {
            SourceReference source = quote.found().source();
            byField.merge(
                    List.of(source.kind(), source.row(), source.field()),
                    quote,
                    (first, other) -> other.found().source().language() == reader ? other : first);
        }
        return List.copyOf(byField.values());
    }

    /** Who or what fits. */
    public sealed interface Who {
        record Researcher(ResearcherCard card) implements Who {}

        record Area(AreaCard card) implements Who {}

        record Interest(InterestCard card) implements Who {}
    }

    /**
     * A part of the score.
     *
     * @param part above 0, at most 1
     */
    public record ReasonShare(Why why, double part) {}

    /** Why it scores. */
    public sealed interface Why {
        /** A concept in common. */
        record SameConcept(Topic concept) implements Why {}

        /** A concept near the one asked for: broader, narrower or beside it. */
        record NearConcept(Topic asked, Topic found) implements Why {}

        /** A concept that the question does not name, but that needs like it ask for; found as itself or as one near it. */
        record ImpliedConcept(Topic implied, Topic found) implements Why {}

        /** A word in common that no concept covers. */
        record SameWord(String word, Language language) implements Why {}

        /** A word that the other side says in the other language. */
        record TranslatedWord(String word, Language language, String found) implements Why {}

        /** The texts mean something alike as wholes. */
        record AlikeInMeaning() implements Why {}

        /** The sub-project that the company named. */
        record SameSubProject(SubProjectName subProject) implements Why {}

        /** Something that both sides want, beside their texts. */
        record Suits(FitPoint point) implements Why {}

        /** Reasons too small to name. */
        record Smaller(int count) implements Why {}
    }

    /**
     * A sentence of the one who fits beside what it answers.
     *
     * @param reasons what the two have in common, greatest first
     */
    public record SharedSentence(Quote found, Asked asked, List<Why> reasons) {
        public SharedSentence {
            reasons = List.copyOf(reasons);
        }
    }

    /** What a sentence answers. */
    public sealed interface Asked {
        /** A sentence of the question. */
        record Sentence(Quote quote) implements Asked {}

        /** A topic that was chosen and that no sentence of the question names. */
        record ChosenTopic(Topic topic) implements Asked {}
    }

    /**
     * A sentence as it stands in its source.
     *
     * @param source where it stands
     * @param title what the source is called, such as a result's title; empty for a researcher's own page and for interests
     * @param highlights places in the sentence, in UTF-16 units, in order, not overlapping
     */
    public record Quote(SourceReference source, LocalizedText title, String sentence, List<Range> highlights) {
        public Quote {
            highlights = List.copyOf(highlights);
        }
    }
}

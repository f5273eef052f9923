package kr.nairl.platform.api.matching;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.api.interest.InterestBody;
import kr.nairl.platform.api.research.Names;
import kr.nairl.platform.api.research.ResearcherBody;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.core.matching.FitPoint;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.SourceReference;
import org.jspecify.annotations.Nullable;

/**
 * The answer to 'who fits?'.
 *
 * @param matches best first; empty when the engine abstains
 * @param abstained why it does and what could be added; null when it does not
 * @param engine scores of different versions are not comparable
 */
record MatchesBody(List<Row> matches, @Nullable Abstained abstained, String engine, Instant computedAt) {

    /** Why nobody is shown. */
    record Abstained(String reason, Set<String> missing, List<String> unknownWords) {}

    /**
     * One who fits: exactly one of researcher, area and interest.
     *
     * @param score 0 to 1
     * @param shares parts of the score, greatest first; they sum to 1
     * @param fit what both sides said beside their texts, for the match and against it
     */
    record Row(
            @Nullable ResearcherBody researcher,
            @Nullable Area area,
            @Nullable InterestBody interest,
            double score,
            Match.Strength strength,
            List<Share> shares,
            List<Evidence> evidence,
            List<Fit> fit) {

        static Row of(MatchRow row) {
            return new Row(
                    row.who() instanceof MatchRow.Who.Researcher(var card) ? ResearcherBody.of(card) : null,
                    row.who() instanceof MatchRow.Who.Area(var card)
                            ? new Area(
                                    card.id().value(),
                                    Text.of(card.name()),
                                    Objects.requireNonNull(Names.SubProject.of(card.subProject())))
                            : null,
                    row.who() instanceof MatchRow.Who.Interest(var card) ? InterestBody.of(card) : null,
                    row.score(),
                    row.strength(),
                    row.shares().stream()
                            .map(share -> new Share(Why.of(share.why()), share.part()))
                            .toList(),
                    row.quotes().stream().map(Evidence::of).toList(),
                    row.fit().stream().map(Fit::of).toList());
        }
    }

    /**
     * Something that both sides want, or only one of them.
     *
     * @param kind FORM, FIELD, PARTNER, LANGUAGE, ROOM or ANSWERS, which is what earlier needs with the same topics came to
     * @param suits whether it speaks for the match
     * @param value the need's form, the field's slug, the company's kind, or the month (2026-12) in which there is room
     *     again; null where nothing more is to be told
     */
    record Fit(String kind, boolean suits, @Nullable String value) {

        static Fit of(FitPoint point) {
            return switch (point) {
                case FitPoint.Form(var mode, var suits) -> new Fit("FORM", suits, mode.name());
                case FitPoint.Field(var field) -> new Fit("FIELD", true, field.slug());
                case FitPoint.Partner(var kind, var suits) -> new Fit("PARTNER", suits, kind.name());
                case FitPoint.NoSharedLanguage() -> new Fit("LANGUAGE", false, null);
                case FitPoint.Room(var suits, var again) ->
                    new Fit("ROOM", suits, again == null ? null : again.toString());
                case FitPoint.Answers(var suits, var outOfField) ->
                    new Fit("ANSWERS", suits, outOfField ? "OUT_OF_FIELD" : null);
            };
        }
    }

    /** A research area. */
    record Area(UUID id, Text name, Names.SubProject subProject) {}

    /** A part of the score. */
    record Share(Why why, double part) {}

    /**
     * Why it scores.
     *
     * @param kind SAME_CONCEPT, NEAR_CONCEPT, IMPLIED_CONCEPT, SAME_WORD, TRANSLATED_WORD, ALIKE_IN_MEANING,
     *     SAME_SUB_PROJECT, BOTH_WANT, which the match's fit tells apart, or SMALLER, which says what else is there
     * @param concept the one that was found
     * @param asked the concept that was asked for or, for IMPLIED_CONCEPT, that needs like this one ask for
     * @param found the translation that was found
     */
    record Why(
            String kind,
            Topics.@Nullable Named concept,
            Topics.@Nullable Named asked,
            @Nullable String word,
            @Nullable String found,
            Names.@Nullable SubProject subProject) {

        static Why of(MatchRow.Why why) {
            return switch (why) {
                case MatchRow.Why.SameConcept(var concept) ->
                    new Why("SAME_CONCEPT", Topics.Named.of(concept), null, null, null, null);
                case MatchRow.Why.NearConcept(var asked, var found) ->
                    new Why("NEAR_CONCEPT", Topics.Named.of(found), Topics.Named.of(asked), null, null, null);
                case MatchRow.Why.ImpliedConcept(var implied, var found) ->
                    new Why("IMPLIED_CONCEPT", Topics.Named.of(found), Topics.Named.of(implied), null, null, null);
                case MatchRow.Why.SameWord(var word, var language) ->
                    new Why("SAME_WORD", null, null, word, null, null);
                case MatchRow.Why.TranslatedWord(var word, var language, var found) ->
                    new Why("TRANSLATED_WORD", null, null, word, found, null);
                case MatchRow.Why.AlikeInMeaning() -> new Why("ALIKE_IN_MEANING", null, null, null, null, null);
                case MatchRow.Why.SameSubProject(var subProject) ->
                    new Why("SAME_SUB_PROJECT", null, null, null, null, Names.SubProject.of(subProject));
                case MatchRow.Why.Suits(var point) -> new Why("BOTH_WANT", null, null, null, null, null);
                case MatchRow.Why.Smaller(var count) -> new Why("SMALLER", null, null, null, null, null);
            };
        }
    }

    /**
     * A sentence of the one who fits.
     *
     * @param asked the sentence that it answers; null when it answers a chosen topic
     * @param source what kind of text it stands in
     * @param title what that text is called
     */
    record Evidence(String sentence, @Nullable String asked, SourceReference.Kind source, Text title) {

        static Evidence of(MatchRow.SharedSentence shared) {
            return new Evidence(
                    shared.found().sentence(),
                    shared.asked() instanceof MatchRow.Asked.Sentence(var quote) ? quote.sentence() : null,
                    shared.found().source().kind(),
                    Text.of(shared.found().title()));
        }
    }

    static MatchesBody of(MatchPage page) {
        return switch (page) {
            case MatchPage.Found found ->
                new MatchesBody(found.rows().stream().map(Row::of).toList(), null, found.engine(), found.computedAt());
            case MatchPage.Abstained none ->
                new MatchesBody(
                        List.of(),
                        new Abstained(
                                none.reason().name(),
                                none.missing().stream().map(Enum::name).collect(Collectors.toSet()),
                                none.unknownWords()),
                        none.engine(),
                        none.computedAt());
        };
    }
}

package kr.nairl.platform.core.alert;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that is there for an alert, as its owner may read it.
 *
 * @param strength how well it fits; null for what a search found
 * @param why in one line: what both have in common, or what it is; may be empty
 * @param link to its page, relative to the application
 */
public record Finding(
        Subject subject, LocalizedText name, Match.@Nullable Strength strength, LocalizedText why, String link) {

    /** So many things in common are named. */
    private static final int NAMED = 3;

    static Finding of(MatchRow row) {
        Finding plain = switch (row.who()) {
            case MatchRow.Who.Researcher(ResearcherCard card) -> of(card);
            case MatchRow.Who.Area(AreaCard card) -> of(card);
            case MatchRow.Who.Interest(InterestCard card) -> of(card);
        };
        return new Finding(plain.subject(), plain.name(), row.strength(), common(row), plain.link());
    }

    static Finding of(ResearcherCard card) {
        LocalizedText what = card.headline().isEmpty() && card.organisation() != null
                ? card.organisation().name()
                : card.headline();
        return new Finding(new Subject.Researcher(card.id()), card.name(), null, what, "/researchers/" + card.slug());
    }

    static Finding of(AreaCard card) {
        return new Finding(
                new Subject.Area(card.id()),
                card.name(),
                null,
                card.subProject().title(),
                "/sub-projects/" + card.subProject().number());
    }

    static Finding of(InterestCard card) {
        return new Finding(
                new Subject.Interest(card.id()),
                card.title(),
                null,
                card.company().name(),
                "/interests/" + card.id());
    }

    private static LocalizedText common(MatchRow row) {
        List<LocalizedText> things = row.shares().stream()
                .flatMap(share -> thing(share.why()))
                .distinct()
                .limit(NAMED)
                .toList();
        return LocalizedText.of(joined(things, Language.KO), joined(things, Language.EN));
    }

    private static Stream<LocalizedText> thing(MatchRow.Why why) {
        return switch (why) {
            case MatchRow.Why.SameConcept(var concept) -> Stream.of(concept.label());
            case MatchRow.Why.NearConcept(var asked, var found) -> Stream.of(found.label());
            case MatchRow.Why.ImpliedConcept(var implied, var found) -> Stream.of(found.label());
            case MatchRow.Why.SameWord(String word, Language written) -> Stream.of(LocalizedText.of(word, word));
            case MatchRow.Why.TranslatedWord(String word, Language written, String found) ->
                Stream.of(LocalizedText.of(word, word));
            case MatchRow.Why.AlikeInMeaning alike -> Stream.empty();
            case MatchRow.Why.SameSubProject(var subProject) -> Stream.of(subProject.title());
            case MatchRow.Why.Smaller smaller -> Stream.empty();
            case MatchRow.Why.Suits suits -> Stream.empty();
        };
    }

    private static String joined(List<LocalizedText> things, Language language) {
        return things.stream()
                .map(thing -> Objects.requireNonNull(thing).text(language))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}

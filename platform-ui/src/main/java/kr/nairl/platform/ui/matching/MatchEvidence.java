package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Asked;
import kr.nairl.platform.core.matching.MatchRow.Why;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Quote;
import kr.nairl.platform.ui.component.ReasonBar;
import kr.nairl.platform.ui.component.ReasonLegend;
import kr.nairl.platform.ui.component.ReasonShare;
import kr.nairl.platform.ui.component.TextRange;

/** Why something fits: the score's parts as a bar as long as the score, and the sentences that show it. */
class MatchEvidence extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int QUOTES = 2;
    /** With the smaller ones as many as there are colours. */
    private static final int NAMED = 5;

    private final transient List<ReasonShare> told;

    MatchEvidence(MatchRow row) {
        addClassName("match-evidence");
        List<ReasonShare> shares = shares(row.shares());
        told = shares;
        ReasonBar bar = new ReasonBar(shares);
        bar.setWidth(String.format(Locale.ROOT, "%.1f%%", row.score() * 100));
        Div track = new Div(bar);
        track.addClassName("score-track");
        add(track, new ReasonLegend(shares));
        FitTags fit = new FitTags(row);
        if (!fit.isEmpty()) {
            add(fit);
        }
        Language reader = Language.of(getLocale());
        row.quotes(reader).stream()
                .sorted(Comparator.comparing(shared -> shared.found().source().language() != reader))
                .limit(QUOTES)
                .map(this::pair)
                .forEach(this::add);
    }

    /** The score's parts as the bar shows them. */
    List<ReasonShare> told() {
        return List.copyOf(told);
    }

    /** The score with two digits, so that scores stand comparably under each other. */
    static String score(MatchRow row) {
        return String.format(Formats.here().locale(), "%.2f", row.score());
    }

    private Div pair(MatchRow.SharedSentence shared) {
        Div pair = new Div(quote(shared.found(), source(shared.found())));
        pair.addClassName("match-pair");
        switch (shared.asked()) {
            case Asked.Sentence(MatchRow.Quote asked) -> {
                Quote need = quote(
                        asked,
                        getTranslation("match.answers." + asked.source().kind().name()));
                need.addClassName("asked");
                pair.add(need);
            }
            case Asked.ChosenTopic(var topic) -> {
                Span chosen = new Span(
                        getTranslation("match.answersTopic", topic.label().text(Language.of(getLocale()))));
                chosen.addClassNames("small", "dim");
                pair.add(chosen);
            }
        }
        return pair;
    }

    private Quote quote(MatchRow.Quote quote, String source) {
        Quote shown = new Quote(
                quote.sentence(),
                quote.highlights().stream()
                        .map(range -> new TextRange(range.start(), range.end()))
                        .toList());
        Component label = new Span(source);
        shown.from(label);
        if (quote.source().language() != Language.of(getLocale())) {
            shown.inLanguage(quote.source().language().code());
        }
        return shown;
    }

    private String source(MatchRow.Quote quote) {
        String kind = getTranslation("match.source." + quote.source().kind().name());
        return quote.title().isEmpty()
                ? kind
                : getTranslation("match.source.titled", kind, quote.title().text(Language.of(getLocale())));
    }

    /**
     * Parts in whole percents that add up to a hundred. What the same concept of the one who fits answers is one part; what
     * is small is told together, so that each part keeps a colour of its own.
     */
    private List<ReasonShare> shares(List<MatchRow.ReasonShare> parts) {
        Map<Object, List<MatchRow.ReasonShare>> groups = parts.stream()
                .collect(Collectors.groupingBy(part -> found(part.why()), LinkedHashMap::new, Collectors.toList()));
        List<MatchRow.ReasonShare> named = groups.entrySet().stream()
                .filter(group -> !(group.getValue().getFirst().why() instanceof Why.Smaller))
                .map(group -> new MatchRow.ReasonShare(best(group.getValue()), sum(group.getValue())))
                .sorted(Comparator.comparingDouble(MatchRow.ReasonShare::part).reversed())
                .toList();
        List<MatchRow.ReasonShare> told = new ArrayList<>(named.subList(0, Math.min(NAMED, named.size())));
        int smaller = named.size()
                - told.size()
                + parts.stream().mapToInt(part -> count(part.why())).sum();
        if (smaller > 0) {
            told.add(new MatchRow.ReasonShare(new Why.Smaller(smaller), sum(parts) - sum(told)));
        }
        int[] percents = WholePercents.of(
                told.stream().mapToDouble(MatchRow.ReasonShare::part).toArray());
        return IntStream.range(0, percents.length)
                .mapToObj(i -> new ReasonShare(label(told.get(i).why()), percents[i] / 100.0))
                .toList();
    }

    private static double sum(List<MatchRow.ReasonShare> parts) {
        return parts.stream().mapToDouble(MatchRow.ReasonShare::part).sum();
    }

    /** What the one who fits has of it: reasons that agree here are told as one. */
    private static Object found(Why why) {
        return switch (why) {
            case Why.SameConcept(var concept) -> concept;
            case Why.NearConcept(var asked, var found) -> found;
            case Why.ImpliedConcept(var implied, var found) -> found;
            case Why.SameWord(String word, Language written) -> word.toLowerCase(Locale.ROOT);
            case Why.TranslatedWord(String word, Language written, String found) -> word.toLowerCase(Locale.ROOT);
            case Why.AlikeInMeaning alike -> alike;
            case Why.SameSubProject same -> same;
            // What both sides want is one part of the bar; each point stands beneath in words.
            case Why.Suits suits -> Why.Suits.class;
            case Why.Smaller smaller -> smaller;
        };
    }

    /** The concept itself where it was asked for, else the greatest of the reasons. */
    private static Why best(List<MatchRow.ReasonShare> group) {
        return group.stream()
                .map(MatchRow.ReasonShare::why)
                .filter(Why.SameConcept.class::isInstance)
                .findFirst()
                .orElse(group.getFirst().why());
    }

    private static int count(Why why) {
        return why instanceof Why.Smaller(int count) ? count : 0;
    }

    private String label(Why why) {
        Language language = Language.of(getLocale());
        return switch (why) {
            case Why.SameConcept(var concept) -> concept.label().text(language);
            case Why.NearConcept(var asked, var found) ->
                getTranslation(
                        "match.near",
                        asked.label().text(language),
                        found.label().text(language));
            case Why.ImpliedConcept(var implied, var found) ->
                implied.equals(found)
                        ? getTranslation("match.implied", found.label().text(language))
                        : getTranslation(
                                "match.impliedNear",
                                implied.label().text(language),
                                found.label().text(language));
            case Why.SameWord(String word, Language written) -> getTranslation("match.word", word);
            case Why.TranslatedWord(String word, Language written, String found) ->
                getTranslation("match.translated", word, found);
            case Why.AlikeInMeaning() -> getTranslation("match.alike");
            case Why.SameSubProject(var subProject) -> getTranslation("match.subProject", subProject.number());
            case Why.Suits(var point) -> getTranslation("match.fit.share");
            case Why.Smaller(int count) -> getTranslation("match.smaller", count);
        };
    }
}

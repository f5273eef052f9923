package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.ReasonBar;
import kr.nairl.platform.ui.component.ReasonLegend;
import kr.nairl.platform.ui.research.ResearchNavigation;

/** What other features' pages tell of matches: why an interest fits a researcher, and who else fits one's own. */
@org.springframework.stereotype.Component
public class MatchWords {

    /** How many are suggested in somebody's place. */
    private static final int ALTERNATES = 2;

    private final Matching matching;
    private final ResearcherDesk desk;

    MatchWords(Matching matching, ResearcherDesk desk) {
        this.matching = matching;
        this.desk = desk;
    }

    /** A card with the reasons; empty for all but researchers, and when the interest does not rank for them. */
    public Optional<Component> why(Actor actor, InterestId interest) {
        if (!actor.has(Role.RESEARCHER)) {
            return Optional.empty();
        }
        MatchPage page;
        try {
            page = matching.forResearcher(actor, desk.own(actor).card().id(), Matching.MAX_ROWS);
        } catch (NotFoundException notLinked) {
            return Optional.empty();
        }
        return switch (page) {
            case MatchPage.Abstained nobody -> Optional.empty();
            case MatchPage.Found found ->
                found.rows().stream()
                        .filter(row -> row.who() instanceof MatchRow.Who.Interest(var card)
                                && card.id().equals(interest))
                        .findFirst()
                        .map(MatchWords::card);
        };
    }

    /**
     * A card with those who fit one's own interest best, beside some, each with a button to ask them.
     *
     * @param without whom not to suggest
     * @param ask what the button does
     * @return empty when nobody else fits, or the interest is not there any more
     */
    public Optional<Component> instead(
            Actor actor, InterestId interest, Set<ResearcherId> without, SerializableConsumer<ResearcherId> ask) {
        MatchPage page;
        try {
            page = matching.forInterest(actor, interest, Matching.MAX_ROWS);
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
        if (!(page instanceof MatchPage.Found found)) {
            return Optional.empty();
        }
        List<Div> alternates = found.rows().stream()
                .filter(row -> row.who() instanceof MatchRow.Who.Researcher(var card)
                        && card.accepting()
                        && !without.contains(card.id()))
                .limit(ALTERNATES)
                .map(row -> alternate(row, ask))
                .toList();
        if (alternates.isEmpty()) {
            return Optional.empty();
        }
        Card shown = new Card(alternates.getFirst().getTranslation("match.instead"));
        Paragraph meaning = new Paragraph(shown.getTranslation("match.instead.meaning"));
        meaning.addClassNames("small", "dim");
        shown.add(meaning);
        alternates.forEach(shown::add);
        return Optional.of(shown);
    }

    private static Div alternate(MatchRow row, SerializableConsumer<ResearcherId> ask) {
        MatchRow.Who.Researcher who = (MatchRow.Who.Researcher) row.who();
        Language language = Language.of(Formats.here().locale());
        String name = who.card().name().text(language);
        MatchEvidence evidence = new MatchEvidence(row);
        Button button = Buttons.plain(
                evidence.getTranslation("match.instead.ask"),
                click -> ask.accept(who.card().id()));
        button.setAriaLabel(evidence.getTranslation("match.instead.ask.of", name));
        Div shown = new Div(
                new Headline(
                                Avatar.ofPerson(name),
                                ResearchNavigation.toResearcher(who.card().slug(), name),
                                who.card().headline().text(language))
                        .withFigure(
                                MatchEvidence.score(row),
                                evidence.getTranslation(
                                        "match.strength." + row.strength().name())),
                new ReasonBar(evidence.told()),
                new ReasonLegend(evidence.told()),
                Columns.row(button));
        shown.addClassName("match-instead");
        return shown;
    }

    private static Component card(MatchRow row) {
        MatchEvidence evidence = new MatchEvidence(row);
        Card card = new Card(evidence.getTranslation("match.whyYou"), evidence);
        return card.withNote(MatchEvidence.score(row) + " · "
                + evidence.getTranslation("match.strength." + row.strength().name()));
    }
}

package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Card;

/** Tells a researcher on an interest's page why it fits them. */
@org.springframework.stereotype.Component
public class MatchWords {

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

    private static Component card(MatchRow row) {
        MatchEvidence evidence = new MatchEvidence(row);
        Card card = new Card(evidence.getTranslation("match.whyYou"), evidence);
        return card.withNote(MatchEvidence.score(row) + " · "
                + evidence.getTranslation("match.strength." + row.strength().name()));
    }
}

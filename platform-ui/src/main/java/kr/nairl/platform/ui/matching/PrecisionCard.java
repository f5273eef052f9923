package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.TreeSet;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.Sharpening;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.interest.InterestNavigation;

/** What would make an interest's ranking surer: what it leaves out, and topics that the lab does not know yet. */
final class PrecisionCard {

    private PrecisionCard() {}

    static Card of(Component page, InterestCard interest, List<Concept> topics) {
        UnorderedList list = new UnorderedList();
        list.addClassName("hints");
        for (Sharpening one : new TreeSet<>(interest.sharpenings())) {
            list.add(new ListItem(page.getTranslation("match.precise." + one.name())));
        }
        for (Concept topic : topics) {
            if (!topic.confirmed()) {
                list.add(new ListItem(page.getTranslation(
                        "match.precise.proposed",
                        topic.label().text(Language.of(Formats.here().locale())))));
            }
        }
        Card card = new Card(page.getTranslation("match.precise"));
        if (list.getChildren().findAny().isEmpty()) {
            card.add(new Paragraph(page.getTranslation("match.precise.nothing")));
        } else {
            card.add(list, InterestNavigation.toEdit(interest.id(), page.getTranslation("match.precise.edit")));
        }
        return card;
    }
}

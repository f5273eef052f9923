package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Card;

/** The way from a page about research to a request, for those who may send one. */
final class Proposal {

    private Proposal() {}

    /** Whether this reader acts for a partner and so may propose. */
    static boolean isFor(Actor actor) {
        return actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR);
    }

    /** Begins a request to a researcher. */
    static Anchor to(Component page, ResearcherId researcher) {
        return button("requests/new?researcher=" + researcher, page.getTranslation("propose"));
    }

    /** Begins a request to a sub-project, which its principal investigator answers. */
    static Anchor to(Component page, int subProject) {
        return button("requests/new?subProject=" + subProject, page.getTranslation("propose.subProject"));
    }

    /** The page's main action, or nothing where this researcher cannot be asked now. */
    static Optional<Anchor> action(Component page, Actor actor, ResearcherPage shown) {
        boolean open = isFor(actor) && shown.reachable() && shown.card().accepting();
        return open ? Optional.of(to(page, shown.card().id())) : Optional.empty();
    }

    /** Says kindly why this researcher cannot be asked now, and whom to ask instead. */
    static Optional<Card> instead(Component page, Actor actor, ResearcherPage shown) {
        ResearcherCard card = shown.card();
        if (!isFor(actor) || (shown.reachable() && card.accepting())) {
            return Optional.empty();
        }
        String why = shown.reachable() ? "propose.closed" : "propose.absent";
        Card kind = new Card(page.getTranslation(why + ".title"), new Paragraph(page.getTranslation(why)));
        SubProjectName subProject = card.subProject();
        if (subProject != null) {
            Anchor other = to(page, subProject.number());
            other.removeClassName("primary");
            kind.add(new Paragraph(page.getTranslation("propose.instead")), new Div(other));
        }
        return Optional.of(kind);
    }

    private static Anchor button(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.addClassNames("button", "primary");
        return link;
    }
}

package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.collaboration.RequestWords;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.RelativeTime;

/**
 * What joins partners to a sub-project, as far as the reader may see: a lab manager all ties, a partner and a researcher
 * their own requests.
 */
@SpringComponent
class SubProjectTies {

    private static final int SHOWN = 8;

    private final RequestBox box;
    private final LabOverview lab;
    private final Clock clock;

    SubProjectTies(RequestBox box, LabOverview lab, Clock clock) {
        this.box = box;
        this.lab = lab;
        this.clock = clock;
    }

    /** The card, or nothing for readers to whom nothing is shown. */
    Optional<ListCard> card(Component page, Actor actor, SubProjectId id) {
        if (actor.has(Role.LAB_MANAGER)) {
            return Optional.of(ties(page, lab.ties(actor, TieFilter.of(id), PageRequest.first(SHOWN))));
        }
        if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER)) {
            return Optional.of(
                    requests(page, box.mine(actor, new RequestFilter(Set.of(), null, id), PageRequest.first(SHOWN))));
        }
        return Optional.empty();
    }

    private ListCard ties(Component page, Page<Tie> ties) {
        ListCard card = new ListCard(page.getTranslation("subProject.ties"));
        for (Tie tie : ties.items()) {
            String name = tie.organisationName().text(ResearchWords.language());
            card.withRow(
                    Avatar.ofOrganisation(name, tie.organisation()),
                    new Span(name),
                    new Div(page.getTranslation("subProject.ties.counts", tie.sent(), tie.accepted())),
                    new RelativeTime(tie.lastContact(), clock.instant()));
        }
        if (ties.items().isEmpty()) {
            card.withRow(new Span(page.getTranslation("subProject.ties.none")));
        }
        return card;
    }

    private ListCard requests(Component page, Page<RequestRow> requests) {
        ListCard card = new ListCard(page.getTranslation("subProject.requests"));
        for (RequestRow row : requests.items()) {
            String title = row.title().isBlank() ? page.getTranslation("request.untitled") : row.title();
            card.withRow(
                    null,
                    RequestNavigation.to(row.id(), title),
                    new Div(RequestWords.sides(row, ResearchWords.language())),
                    RequestWords.state(page, row.state()));
        }
        if (requests.items().isEmpty()) {
            card.withRow(new Span(page.getTranslation("subProject.requests.none")));
        }
        return card;
    }
}

package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.io.Serial;
import java.util.List;
import kr.nairl.platform.core.collaboration.RequestRefusal;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import org.jspecify.annotations.Nullable;

/** Whom a partner can ask: the sub-projects, then the researchers that were searched for, a page at a time. */
class AddresseeChoice extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 20;

    private final @Nullable InterestId interest;
    private final Language language;

    AddresseeChoice(
            List<SubProjectCard> subProjects,
            ResearcherDirectory researchers,
            Actor actor,
            String text,
            QueryParameters query,
            @Nullable InterestId interest,
            Language language) {
        this.interest = interest;
        this.language = language;
        addClassName("stack");
        if (text.isEmpty()) {
            add(subProjects(subProjects));
        }
        Page<ResearcherCard> page = researchers.search(
                actor, ResearcherFilter.ALL.withText(text), new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    Glyph.USERS,
                    getTranslation("request.start.nobody"),
                    getTranslation("request.start.nobody.advice")));
            return;
        }
        ListCard list = new ListCard(getTranslation("request.start.researchers"));
        page.items().forEach(card -> row(list, card));
        list.withNote(getTranslation("request.start.count", page.total()));
        add(
                list,
                new PageLinks(
                        getTranslation("request.start.researchers"),
                        RequestStartView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    /** Why the chosen one cannot be asked, in kind words. */
    static Card refused(Component page, RequestRefusal reason) {
        Paragraph words = new Paragraph(page.getTranslation("request.refused." + reason.name()));
        Paragraph advice = new Paragraph(page.getTranslation("request.start.refused.advice"));
        advice.addClassNames("small", "dim");
        Card card = new Card(words, advice);
        card.addClassName("request-trouble");
        card.getElement().setAttribute("role", "alert");
        return card;
    }

    private ListCard subProjects(List<SubProjectCard> subProjects) {
        ListCard list = new ListCard(getTranslation("request.start.subProjects"));
        for (SubProjectCard card : subProjects) {
            ResearcherName lead = card.principalInvestigator();
            String title = card.name().title().text(language);
            list.withRow(
                    Avatar.ofSubProject(card.name().number()),
                    new Span(title),
                    new Span(
                            lead == null
                                    ? getTranslation("request.refused.NO_INVESTIGATOR")
                                    : getTranslation(
                                            "request.start.lead.to", lead.name().text(language))),
                    lead == null
                            ? null
                            : button(
                                    RequestNavigation.propose(
                                            getTranslation("request.start.subProject"),
                                            card.name().number(),
                                            interest),
                                    title));
        }
        return list;
    }

    private void row(ListCard list, ResearcherCard card) {
        String name = card.name().text(language);
        Div title = new Div(new Span(name));
        title.addClassName("row");
        if (card.subProject() != null) {
            title.add(new Tag(
                    getTranslation("subProject.short", card.subProject().number()),
                    Tone.subProject(card.subProject().number())));
        }
        String organisation =
                card.organisation() == null ? "" : card.organisation().name().text(language) + " · ";
        list.withRow(
                Avatar.ofPerson(name),
                title,
                new Span(organisation
                        + (card.headline().isEmpty()
                                ? getTranslation("request.role." + card.role().name())
                                : card.headline().text(language))),
                card.accepting()
                        ? button(
                                RequestNavigation.propose(
                                        getTranslation("request.start.researcher"), card.id(), interest),
                                name)
                        : new Tag(getTranslation("request.start.closed")));
    }

    private static RouterLink button(RouterLink link, String about) {
        link.addClassName("button");
        link.getElement().setAttribute("aria-label", link.getText() + ": " + about);
        return link;
    }
}

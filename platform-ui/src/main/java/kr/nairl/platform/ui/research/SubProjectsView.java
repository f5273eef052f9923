package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.AreaName;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Headline;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;

/** What the lab works on: a card for each sub-project. */
@Route(value = "sub-projects", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class SubProjectsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient SubProjects subProjects;
    private final transient CurrentActor current;

    SubProjectsView(SubProjects subProjects, CurrentActor current) {
        this.subProjects = subProjects;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("subProjects.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        List<SubProjectCard> all = subProjects.all(current.actor());
        add(new PageHeader(getTranslation("subProjects.title")).withLead(getTranslation("subProjects.lead")));
        if (all.isEmpty()) {
            add(new EmptyState(
                    Glyph.FLASK_CONICAL,
                    getTranslation("subProjects.none"),
                    getTranslation("subProjects.none.advice")));
            return;
        }
        add(Columns.stack(all.stream().map(this::card).toArray(Card[]::new)));
    }

    private Card card(SubProjectCard one) {
        int number = one.name().number();
        String institutions = one.institutions().stream()
                .map(where -> where.name().text(ResearchWords.language()))
                .collect(Collectors.joining(" · "));
        Div areas = Columns.row();
        for (AreaName area : one.areas()) {
            areas.add(new Tag(area.name().text(ResearchWords.language()), Tone.subProject(number)));
        }
        Card card = new Card(
                new Headline(
                                Avatar.ofSubProject(number),
                                ResearchNavigation.toSubProject(
                                        number, one.name().title().text(ResearchWords.language())),
                                institutions)
                        .withFigure(
                                Formats.here().number(one.researchers()), getTranslation("subProjects.researchers")),
                ResearchWords.prose(one.summary()),
                areas);
        ResearcherName investigator = one.principalInvestigator();
        if (investigator != null) {
            card.add(new KeyValues()
                    .with(
                            getTranslation("subProject.investigator"),
                            ResearchNavigation.toResearcher(
                                    investigator.slug(), investigator.name().text(ResearchWords.language()))));
        }
        card.addClassName("about");
        return card;
    }
}

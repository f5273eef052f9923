package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherDesk;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** A researcher's own page as its owner edits it, and their results. Leaving with unsaved words asks first. */
@Route(value = "research", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class OwnResearchView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    private final transient ResearcherDesk desk;
    private final transient SubProjects subProjects;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private @Nullable OwnPageForm form;
    private int version;

    OwnResearchView(ResearcherDesk desk, SubProjects subProjects, Concepts concepts, CurrentActor current) {
        this.desk = desk;
        this.subProjects = subProjects;
        this.concepts = concepts;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("research.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        Actor actor = current.actor();
        try {
            ResearcherPage page = desk.own(actor);
            version = page.version();
            OwnPageForm fields = new OwnPageForm(page, areas(actor, page.card().subProject()), concepts, current);
            form = fields;
            add(
                    new PageHeader(getTranslation("research.title"))
                            .withLead(getTranslation("research.lead"))
                            .withActions(
                                    Buttons.link(
                                            getTranslation("research.see"),
                                            ResearcherView.class,
                                            ResearchNavigation.researcher(
                                                    page.card().slug())),
                                    ResearchNavigation.toWishes(getTranslation("wishes.edit")),
                                    Buttons.primary(getTranslation("research.save"), click -> save(fields))),
                    Columns.stack(fields, results(page.results())));
        } catch (NotFoundException unlinked) {
            form = null;
            add(
                    new PageHeader(getTranslation("research.title")),
                    new EmptyState(
                            Glyph.ID_CARD,
                            getTranslation("research.unlinked"),
                            getTranslation("research.unlinked.advice")));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form != null) {
            form.work().askBefore(leaving);
        }
    }

    private List<AreaCard> areas(Actor actor, @Nullable SubProjectName own) {
        return own == null
                ? List.of()
                : subProjects.areas(actor).stream()
                        .filter(area -> area.subProject().id().equals(own.id()))
                        .toList();
    }

    private void save(OwnPageForm fields) {
        try {
            desk.edit(current.actor(), fields.words(), version);
            version = desk.own(current.actor()).version();
            fields.markSaved();
            Toast.success(getTranslation("research.saved"));
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        } catch (StaleException overtaken) {
            int theirs = desk.own(current.actor()).version();
            Confirmation.askBeforeLoss(
                    getTranslation("research.overtaken.question"),
                    getTranslation("research.overtaken.consequence"),
                    getTranslation("research.overtaken.mine"),
                    () -> {
                        version = theirs;
                        save(fields);
                    });
        }
    }

    private ListCard results(List<ResultCard> results) {
        ListCard card = new ListCard(getTranslation("researcher.results.count", results.size()));
        for (ResultCard result : results.subList(0, Math.min(SHOWN, results.size()))) {
            Div words = ResultRows.of(this, result);
            Div row = new Div(
                    words,
                    Buttons.link(
                            getTranslation("research.result.edit"),
                            ResultView.class,
                            new RouteParameters(
                                    new RouteParam(ResultView.ID, result.id().toString()))));
            row.addClassName("editable");
            card.withRow(row);
        }
        if (results.isEmpty()) {
            card.withRow(new Span(getTranslation("research.results.none")));
        }
        card.withActions(
                Buttons.link(getTranslation("results.all"), OwnResultsView.class, RouteParameters.empty()),
                Buttons.link(getTranslation("results.import"), ResultImportView.class, RouteParameters.empty()),
                Buttons.link(getTranslation("research.result.add"), ResultView.class, RouteParameters.empty()));
        return card;
    }
}

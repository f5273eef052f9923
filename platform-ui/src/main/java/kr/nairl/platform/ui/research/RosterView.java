package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.research.ResearcherInvitations;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.people.PeopleNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** Where a lab manager brings researchers in, and follows those who have not come yet. */
@Route(value = "researchers/invite", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class RosterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;

    private final transient ResearcherInvitations researchers;
    private final transient Invitations invitations;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final Div waiting = Columns.stack();
    private QueryParameters query = QueryParameters.empty();

    RosterView(
            ResearcherInvitations researchers,
            Invitations invitations,
            SubProjects subProjects,
            CurrentActor current,
            Clock clock) {
        this.researchers = researchers;
        this.invitations = invitations;
        this.current = current;
        this.clock = clock;
        add(
                new PageHeader(getTranslation("roster.title"))
                        .withPath(
                                List.of(new RouterLink(getTranslation("researchers.title"), ResearchersView.class)),
                                getTranslation("roster.title"))
                        .withLead(getTranslation("roster.lead")),
                Columns.mainAndSide(
                        Columns.stack(
                                new ResearcherForm(researchers, subProjects, current, this::show),
                                new RosterCard(researchers, current, this::show)),
                        waiting));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("roster.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        Actor actor = current.actor();
        Page<ResearcherInvitations.Expected> page =
                researchers.expected(actor, new PageRequest(PageLinks.offset(query, SIZE), SIZE));
        ListCard list = new ListCard(getTranslation("roster.expected", page.total()));
        for (ResearcherInvitations.Expected one : page.items()) {
            list.withRow(row(one));
        }
        if (page.items().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("roster.expected.none"));
            none.addClassNames("small", "dim");
            list.withRow(none);
        }
        waiting.removeAll();
        waiting.add(
                list,
                new PageLinks(
                        getTranslation("organisation.pages"),
                        RosterView.class,
                        RouteParameters.empty(),
                        query,
                        SIZE,
                        page.total()));
    }

    private Div row(ResearcherInvitations.Expected one) {
        Div name = Columns.row(ResearchWords.text(one.researcher().name()));
        name.addClassName("row-title");
        if (one.researcher().subProject() != null) {
            name.add(ResearchWords.subProject(this, one.researcher().subProject()));
        }
        Div what = new Div(ResearchWords.text(one.invitation().organisationName()));
        what.add(" · "
                + getTranslation("researcher.role." + one.researcher().role().name()));
        what.addClassName("row-detail");
        return new Div(
                name,
                what,
                PeopleNavigation.invitation(one.invitation(), invitations, current, clock.instant(), this::show));
    }
}

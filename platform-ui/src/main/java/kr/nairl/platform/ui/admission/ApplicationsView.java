package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.admission.AdmissionDesk;
import kr.nairl.platform.core.admission.ApplicationState;
import kr.nairl.platform.core.admission.Applications;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.LinkTabs;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;

/** Who applies to become a partner: those that wait for the lab first. Box and page stand in the address. */
@Route(value = "applications", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class ApplicationsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 20;

    private final transient AdmissionDesk desk;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private QueryParameters query = QueryParameters.empty();

    ApplicationsView(AdmissionDesk desk, CurrentActor current, Changes changes, Clock clock) {
        this.desk = desk;
        this.current = current;
        this.clock = clock;
        addClassName("stack");
        LiveChanges.keep(this, changes, change -> change.kind() == Changes.Kind.APPLICATION, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("applications.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        Actor actor = current.actor();
        Map<ApplicationState, Integer> counts = desk.counts(actor);
        ApplicationBox box = ApplicationBox.chosen(query);
        Page<Applications.ApplicationRow> page =
                desk.page(actor, box.states(), new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        removeAll();
        add(new PageHeader(getTranslation("applications.title"))
                .withLead(getTranslation("applications.lead", counts.get(ApplicationState.SUBMITTED))));
        LinkTabs tabs = new LinkTabs(getTranslation("applications.title"));
        for (ApplicationBox each : ApplicationBox.values()) {
            tabs.withTab(
                    getTranslation("applications.box." + each.name()),
                    ApplicationsView.class,
                    RouteParameters.empty(),
                    ApplicationBox.PARAMETER,
                    each.value(),
                    each == box,
                    each.states().stream().mapToInt(counts::get).sum());
        }
        add(tabs);
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    Glyph.INBOX,
                    getTranslation("applications.none." + box.name()),
                    getTranslation("applications.none.advice")));
            return;
        }
        ListCard list = new ListCard(getTranslation("applications.box." + box.name()));
        page.items().forEach(row -> add(list, row));
        add(
                list,
                new PageLinks(
                        getTranslation("applications.title"),
                        ApplicationsView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private void add(ListCard list, Applications.ApplicationRow row) {
        Language language = Language.of(getLocale());
        String name = row.sheet().name().text(language);
        Div end =
                new Div(AdmissionWords.state(this, row.state()), new RelativeTime(row.confirmedAt(), clock.instant()));
        end.addClassName("row-states");
        Span need = new Span(row.sheet().need());
        need.addClassName("clamped");
        list.withRow(Avatar.ofOrganisation(name, row.id()), AdmissionNavigation.to(row.id(), name), need, end);
    }
}

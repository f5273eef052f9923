package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.audit.AuditNavigation;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.federation.FederationNavigation;
import kr.nairl.platform.ui.ledger.LedgerNavigation;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** The people of the organisation that an administrator acts for. */
@Route(value = "people", layout = MainLayout.class)
@RolesAllowed({"ADMINISTRATOR", "LAB_MANAGER"})
class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PartnerDirectory directory;
    private final transient PeopleDesk desk;
    private final transient CurrentActor current;

    PeopleView(PartnerDirectory directory, PeopleDesk desk, CurrentActor current) {
        this.directory = directory;
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.people");
    }

    private Component[] actions(Actor.Person reader) {
        List<Component> ways = new ArrayList<>();
        if (reader.has(Role.ADMINISTRATOR)) {
            ways.add(FederationNavigation.button(getTranslation("federation.title")));
        }
        ways.add(LedgerNavigation.button(getTranslation("ledger.title")));
        ways.add(OrganisationNavigation.buttonToAgreements(getTranslation("nda.title")));
        ways.add(AuditNavigation.button(getTranslation("nav.audit")));
        return ways.toArray(Component[]::new);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Actor.Person reader = (Actor.Person) current.actor();
        OrganisationProfile own = directory.profile(reader, reader.organisation());
        removeAll();
        add(
                new PageHeader(getTranslation("people.title"))
                        .withContext(own.name().text(Language.of(getLocale())))
                        .withLead(getTranslation("people.lead"))
                        .withActions(actions(reader)),
                new PeoplePanel(
                        own.id(),
                        own.kind(),
                        desk,
                        PeopleView.class,
                        RouteParameters.empty(),
                        entering.getLocation().getQueryParameters()));
    }
}

package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.federation.FederationNavigation;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** The people of any organisation, for lab managers. */
@Route(value = "partners/:slug/people", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class PartnerPeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PartnerDirectory directory;
    private final transient PeopleDesk desk;
    private final transient CurrentActor current;

    PartnerPeopleView(PartnerDirectory directory, PeopleDesk desk, CurrentActor current) {
        this.directory = directory;
        this.desk = desk;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.people");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        PartnerDirectory.Heading partner = directory.heading(
                current.actor(), entering.getRouteParameters().get("slug").orElse(""));
        String name = partner.name().text(Language.of(getLocale()));
        removeAll();
        add(
                new PageHeader(getTranslation("people.title.of", name))
                        .withPath(
                                List.of(
                                        OrganisationNavigation.toDirectory(getTranslation("nav.partners")),
                                        OrganisationNavigation.toPartner(partner.slug(), name)),
                                getTranslation("nav.people"))
                        .withLead(getTranslation("people.lead"))
                        .withActions(FederationNavigation.buttonOf(partner.slug(), getTranslation("federation.title"))),
                new PeoplePanel(
                        partner.id(),
                        partner.kind(),
                        desk,
                        PartnerPeopleView.class,
                        entering.getRouteParameters(),
                        entering.getLocation().getQueryParameters()));
    }
}

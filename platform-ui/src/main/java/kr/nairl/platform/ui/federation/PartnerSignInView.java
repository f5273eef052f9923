package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;
import kr.nairl.platform.ui.people.PeopleNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** How the people of any organisation sign in, for lab managers, who may stop its provider. */
@Route(value = "partners/:slug/sign-in", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class PartnerSignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PartnerDirectory directory;
    private final transient FederationDesk desk;

    PartnerSignInView(PartnerDirectory directory, FederationDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("federation.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show(directory.heading(
                desk.current().actor(),
                entering.getRouteParameters().get("slug").orElse("")));
    }

    private void show(PartnerDirectory.Heading partner) {
        String name = partner.name().text(Language.of(getLocale()));
        removeAll();
        add(
                new PageHeader(getTranslation("federation.title.of", name))
                        .withPath(
                                List.of(
                                        OrganisationNavigation.toDirectory(getTranslation("nav.partners")),
                                        OrganisationNavigation.toPartner(partner.slug(), name),
                                        PeopleNavigation.toPeopleOf(partner.slug(), getTranslation("nav.people"))),
                                getTranslation("federation.title"))
                        .withLead(getTranslation("federation.lead.lab")),
                Columns.stack(
                        new DomainsCard(partner.id(), desk, false, () -> show(partner)),
                        new ProviderCard(partner.id(), desk, false, () -> show(partner))));
    }
}

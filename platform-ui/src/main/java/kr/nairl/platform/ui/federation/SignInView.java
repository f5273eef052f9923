package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.people.PeopleNavigation;
import kr.nairl.platform.ui.shell.MainLayout;

/** How the people of the organisation that an administrator acts for sign in. */
@Route(value = SignInView.PATH, layout = MainLayout.class)
@RolesAllowed("ADMINISTRATOR")
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "people/sign-in";

    private static final long serialVersionUID = 1L;

    private final transient FederationDesk desk;

    SignInView(FederationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("federation.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show();
    }

    private void show() {
        OrganisationId own = ((Actor.Person) desk.current().actor()).organisation();
        removeAll();
        add(
                new PageHeader(getTranslation("federation.title"))
                        .withPath(
                                List.of(PeopleNavigation.toOwn(getTranslation("nav.people"))),
                                getTranslation("federation.title"))
                        .withLead(getTranslation("federation.lead")),
                Columns.stack(
                        new DomainsCard(own, desk, true, this::show), new ProviderCard(own, desk, true, this::show)));
    }
}

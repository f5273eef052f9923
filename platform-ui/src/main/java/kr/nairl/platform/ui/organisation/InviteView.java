package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationRegistry;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.shell.MainLayout;

/** Where a lab manager brings a company in and follows those that have not come yet. */
@Route(value = "partners/invite", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class InviteView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 20;

    private final transient OrganisationRegistry registry;
    private final transient Invitations invitations;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final Div waiting = Columns.stack();
    private QueryParameters query = QueryParameters.empty();

    InviteView(
            OrganisationRegistry registry,
            Invitations invitations,
            PartnerDirectory directory,
            CurrentActor current,
            Clock clock) {
        this.registry = registry;
        this.invitations = invitations;
        this.current = current;
        this.clock = clock;
        add(
                new PageHeader(getTranslation("organisation.invite.title"))
                        .withPath(
                                List.of(OrganisationNavigation.toDirectory(
                                        getTranslation("organisation.partners.title"))),
                                getTranslation("organisation.invite.title"))
                        .withLead(getTranslation("organisation.invite.lead")),
                Columns.mainAndSide(new InviteForm(registry, directory, current, this::show), waiting));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organisation.invite.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        show();
    }

    private void show() {
        Actor actor = current.actor();
        Page<OrganisationCard> page = registry.invited(actor, new PageRequest(PageLinks.offset(query, SIZE), SIZE));
        Map<OrganisationId, Invitation> newest = invitations.latest(
                actor, page.items().stream().map(OrganisationCard::id).toList());
        waiting.removeAll();
        waiting.add(
                new InvitedCard(page.items(), newest, invitations, current, clock.instant(), this::show),
                new PageLinks(
                        getTranslation("organisation.pages"),
                        InviteView.class,
                        RouteParameters.empty(),
                        query,
                        SIZE,
                        page.total()));
    }
}

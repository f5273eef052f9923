package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.ViewAs;
import kr.nairl.platform.ui.ledger.LedgerNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Where a company's people write what partners and researchers read about it. What is typed stays until it is saved or
 * given up on purpose: a colleague's change is told, never loaded over it.
 */
@Route(value = "profile", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class ProfileView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PartnerDirectory directory;
    private final transient ProfileDesk desk;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private transient Changes.@Nullable Subscription subscription;
    private final Div head = new Div();
    private final Div main = Columns.stack();
    private final Div side = Columns.stack();
    private @Nullable ProfileForm form;
    private @Nullable OrganisationId organisation;

    ProfileView(PartnerDirectory directory, ProfileDesk desk, CurrentActor current, Changes changes) {
        this.directory = directory;
        this.desk = desk;
        this.current = current;
        this.changes = changes;
        add(head, Columns.mainAndSide(main, side));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.profile");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        load();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form != null) {
            form.work().askBefore(leaving);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        subscription = changes.subscribe(change -> {
            OrganisationId shown = organisation;
            boolean mine = change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.ORGANISATION
                            && shown != null
                            && shown.value().equals(change.id()));
            if (mine) {
                ui.access(this::somebodyWrote);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private OrganisationProfile read() {
        return directory.profile(current.actor(), ((Actor.Person) current.actor()).organisation());
    }

    /** Everything as it is stored, form and all. */
    private void load() {
        OrganisationProfile profile = read();
        organisation = profile.id();
        form = new ProfileForm(profile, desk, current, this::read, this::load);
        main.removeAll();
        main.add(form);
        around(profile);
    }

    private void somebodyWrote() {
        OrganisationProfile profile = read();
        around(profile);
        if (form != null) {
            form.overtakenBy(profile);
        }
    }

    private void around(OrganisationProfile profile) {
        head.removeAll();
        head.add(new PageHeader(getTranslation("organisation.profile.title"))
                .withLead(getTranslation("organisation.profile.lead"))
                .withActions(seenByOthers(profile)));
        side.removeAll();
        LogoCard logo = new LogoCard(profile, desk, current, this::somebodyWrote);
        side.add(new CompletenessCard(profile, part -> goTo(part, logo)), logo, readers());
    }

    /** Who reads what is not public, and with whom it is agreed that they keep it to themselves. */
    private Card readers() {
        Paragraph meaning = new Paragraph(getTranslation("ladder.readers.meaning"));
        meaning.addClassNames("small", "dim");
        return new Card(
                getTranslation("ladder.readers"),
                meaning,
                Columns.row(
                        LedgerNavigation.button(getTranslation("ledger.title")),
                        OrganisationNavigation.buttonToAgreements(getTranslation("nda.title"))));
    }

    private RouterLink seenByOthers(OrganisationProfile profile) {
        RouterLink link = Buttons.link(
                getTranslation("organisation.profile.see"),
                PartnerView.class,
                new RouteParameters(new RouteParam("slug", profile.slug())));
        link.setQueryParameters(QueryParameters.of(ViewAs.PARAMETER, Audience.MEMBERS.name()));
        return link;
    }

    private void goTo(OrganisationProfile.MissingPart part, LogoCard logo) {
        if (part == OrganisationProfile.MissingPart.LOGO) {
            logo.goTo();
        } else if (form != null) {
            form.goTo(part);
        }
    }
}

package kr.nairl.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.account.AccountNavigation;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.collaboration.RequestWords;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.StatCard;
import kr.nairl.platform.ui.shell.MainLayout;

/** Where each role begins: what waits for the person, and where their requests stand. */
@Route(value = "home", layout = MainLayout.class)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 8;

    private final transient RequestBox box;
    private final transient LabOverview lab;
    private final transient CurrentActor current;
    private final transient Clock clock;

    HomeView(RequestBox box, LabOverview lab, CurrentActor current, Clock clock) {
        this.box = box;
        this.lab = lab;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.home");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        Actor actor = current.actor();
        if (actor.has(Role.LAB_MANAGER)) {
            add(new OverviewPanel(lab.overview(actor, Formats.here().zone()), clock.instant()));
        } else if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER)) {
            requests(actor);
        } else if (actor.has(Role.EDITOR)) {
            add(new PageHeader(getTranslation("home.editor.title")).withLead(getTranslation("home.editor.lead")));
        } else if (current.signedIn()
                .flatMap(SignedIn::login)
                .filter(known -> known.actings().size() > 1)
                .isPresent()) {
            AccountNavigation.chooseFirst(entering);
        } else {
            add(
                    new PageHeader(getTranslation("home.nobody.title")),
                    new EmptyState(
                            Glyph.BUILDING_2,
                            getTranslation("home.nobody.empty"),
                            getTranslation("home.nobody.advice")));
        }
    }

    private void requests(Actor actor) {
        RequestCounts counts = box.counts(actor);
        Formats formats = Formats.here();
        Language language = Language.of(getLocale());
        boolean researcher = actor.has(Role.RESEARCHER);
        add(new PageHeader(getTranslation(researcher ? "home.researcher.title" : "home.partner.title"))
                .withLead(getTranslation("home.waiting", counts.waiting())));
        Div figures = Columns.equal(
                figure(counts, formats, RequestState.SENT),
                figure(counts, formats, RequestState.QUESTION_ASKED),
                figure(counts, formats, RequestState.ACCEPTED),
                figure(counts, formats, RequestState.DECLINED));
        ListCard list = new ListCard(getTranslation("home.latest"));
        var page = box.mine(actor, RequestFilter.ALL, PageRequest.first(ROWS));
        for (RequestRow row : page.items()) {
            list.withRow(
                    Avatar.ofOrganisation(row.organisationName().text(language), row.organisation()),
                    RequestNavigation.to(
                            row.id(), row.title().isBlank() ? getTranslation("request.untitled") : row.title()),
                    new Div(RequestWords.sides(row, language)),
                    RequestWords.ending(this, row, clock.instant()));
        }
        add(Columns.stack(
                figures,
                page.items().isEmpty()
                        ? new EmptyState(
                                Glyph.HANDSHAKE,
                                getTranslation("requests.empty"),
                                getTranslation("requests.empty.advice"))
                        : list));
    }

    private StatCard figure(RequestCounts counts, Formats formats, RequestState state) {
        return new StatCard(
                getTranslation("request.state." + state.name()),
                formats.number(counts.byState().getOrDefault(state, 0)));
    }
}

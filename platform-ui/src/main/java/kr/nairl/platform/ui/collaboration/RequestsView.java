package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;

/** All requests of the reader's side, narrowed by state through the address. */
@Route(value = "requests", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class RequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final String STATE = "state";
    private static final int PAGE = 50;

    private final transient RequestBox box;
    private final transient CurrentActor current;
    private final transient Clock clock;

    RequestsView(RequestBox box, CurrentActor current, Clock clock) {
        this.box = box;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        QueryParameters query = entering.getLocation().getQueryParameters();
        Set<RequestState> wanted = query.getParameters(STATE).stream()
                .flatMap(value -> Arrays.stream(RequestState.values())
                        .filter(state -> state.name().equals(value)))
                .collect(Collectors.toSet());
        Page<RequestRow> page =
                box.mine(current.actor(), new RequestFilter(wanted, null, null), PageRequest.first(PAGE));
        add(new PageHeader(getTranslation("requests.title")).withLead(getTranslation("requests.lead", page.total())));
        FilterBar filters = new FilterBar(
                        getTranslation("requests.filter"), RequestsView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("requests.all"), STATE);
        for (RequestState state : RequestState.values()) {
            filters.withChoice(getTranslation("request.state." + state.name()), Tone.NEUTRAL, STATE, state.name());
        }
        add(filters);
        if (page.items().isEmpty()) {
            add(new EmptyState(
                    Glyph.HANDSHAKE, getTranslation("requests.empty"), getTranslation("requests.empty.advice")));
            return;
        }
        Language language = Language.of(getLocale());
        ListCard list = new ListCard(getTranslation("requests.list"));
        for (RequestRow row : page.items()) {
            String title = row.title().isBlank() ? getTranslation("request.untitled") : row.title();
            list.withRow(
                    Avatar.ofOrganisation(row.organisationName().text(language), row.organisation()),
                    RequestNavigation.to(row.id(), title),
                    new Div(RequestWords.sides(row, language)),
                    RequestWords.ending(this, row, clock.instant()));
        }
        add(list);
    }
}

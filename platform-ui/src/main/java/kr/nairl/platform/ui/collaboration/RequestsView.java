package kr.nairl.platform.ui.collaboration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.LinkTabs;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;

/**
 * The reader's requests, those that wait for the reader first: box, states, words and page stand in the address. Reads
 * itself again when a request changes.
 */
@Route(value = "requests", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class RequestsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    static final String STATE = "state";

    private static final String TEXT = "q";
    private static final int TEXT_MAX = 100;
    private static final int PAGE = 20;
    private static final int SEARCH_AFTER_MILLIS = 400;

    private final transient RequestBox box;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Div head = new Div();
    private final Div list = new Div();
    private QueryParameters query = QueryParameters.empty();

    RequestsView(RequestBox box, CurrentActor current, Changes changes, Clock clock) {
        this.box = box;
        this.current = current;
        this.clock = clock;
        search.setAriaLabel(getTranslation("requests.search"));
        search.setPlaceholder(getTranslation("requests.search"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(TEXT_MAX);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(SEARCH_AFTER_MILLIS);
        search.addClassName("list-search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searched(change.getValue());
            }
        });
        head.addClassName("stack");
        list.addClassName("stack");
        addClassName("stack");
        add(head, search, list);
        LiveChanges.keep(this, changes, change -> change.kind() == Changes.Kind.REQUEST, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("requests.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        String text = query.getSingleParameter(TEXT).orElse("");
        if (!search.getValue().equals(text)) {
            search.setValue(text);
        }
        show();
    }

    private void show() {
        Actor actor = current.actor();
        RequestCounts counts = box.counts(actor);
        List<RequestTab> tabs = RequestTab.of(actor);
        RequestTab tab = RequestTab.chosen(tabs, query);
        Set<RequestState> choices = tab.states();
        Set<RequestState> wanted = query.getParameters(STATE).stream()
                .flatMap(value -> choices.stream().filter(state -> state.name().equals(value)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RequestState.class)));
        Page<RequestRow> page = box.mine(
                actor,
                new RequestFilter(wanted.isEmpty() ? choices : wanted, search.getValue(), null, tab.side()),
                new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        head.removeAll();
        PageHeader header = new PageHeader(getTranslation("requests.title"))
                .withLead(getTranslation("requests.lead", page.total(), counts.waiting()));
        if (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
            RouterLink start = RequestNavigation.propose(getTranslation("requests.new"));
            start.addClassNames("button", "primary");
            header.withActions(start);
        }
        head.add(header);
        if (tabs.size() > 1) {
            head.add(links(tabs, tab, counts));
        }
        if (choices.size() > 1) {
            head.add(filters(choices));
        }
        list.removeAll();
        list.add(page.items().isEmpty() ? nothing() : rows(page));
    }

    private LinkTabs links(List<RequestTab> tabs, RequestTab chosen, RequestCounts counts) {
        LinkTabs links = new LinkTabs(getTranslation("requests.boxes"));
        for (RequestTab tab : tabs) {
            links.withTab(
                    getTranslation("requests.box." + tab.name()),
                    RequestsView.class,
                    RouteParameters.empty(),
                    RequestTab.PARAMETER,
                    tab == tabs.getFirst() ? "" : tab.value(),
                    tab == chosen,
                    tab == RequestTab.DRAFTS ? counts.byState().getOrDefault(RequestState.DRAFT, 0) : 0);
        }
        return links;
    }

    private FilterBar filters(Set<RequestState> choices) {
        FilterBar filters = new FilterBar(
                        getTranslation("requests.filter"), RequestsView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("requests.all"), STATE);
        choices.forEach(state -> filters.withToggle(
                getTranslation("request.state." + state.name()), RequestWords.tone(state), STATE, state.name()));
        return filters;
    }

    private Div rows(Page<RequestRow> page) {
        ListCard card = new ListCard(getTranslation("requests.list"));
        RequestList.fill(card, this, page.items(), clock);
        Div rows = new Div(
                card,
                new PageLinks(
                        getTranslation("requests.list"),
                        RequestsView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
        rows.addClassName("stack");
        return rows;
    }

    private EmptyState nothing() {
        boolean narrowed = query.getParameters().keySet().stream()
                .anyMatch(key -> Arrays.asList(STATE, TEXT).contains(key));
        boolean partner = current.actor().hasAny(Role.MEMBER, Role.ADMINISTRATOR);
        return new EmptyState(
                Glyph.HANDSHAKE,
                getTranslation(narrowed ? "requests.none" : "requests.empty"),
                getTranslation(
                        narrowed
                                ? "requests.none.advice"
                                : partner ? "requests.empty.advice" : "requests.empty.advice.researcher"));
    }

    private void searched(String text) {
        Map<String, List<String>> next = new LinkedHashMap<>(query.getParameters());
        next.remove(FilterBar.PAGE);
        if (text.isBlank()) {
            next.remove(TEXT);
        } else {
            next.put(TEXT, List.of(text.strip()));
        }
        UI.getCurrent().navigate(RequestsView.class, new QueryParameters(next));
    }
}

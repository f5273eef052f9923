package kr.nairl.platform.ui.lab;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.lab.LabOverview;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.LiveChanges;
import kr.nairl.platform.ui.shell.MainLayout;

/**
 * Every tie between an organisation and a sub-project. Filter, order and page stand in the address; the file to take along
 * holds what the filter shows. Reads itself again when a request changes.
 */
@Route(value = "ties", layout = MainLayout.class)
@RolesAllowed("LAB_MANAGER")
class TiesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;
    private static final int SEARCH_AFTER_MILLIS = 400;

    private final transient LabOverview lab;
    private final transient SubProjects subProjects;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final Div head = new Div();
    private final Div list = new Div();
    private QueryParameters query = QueryParameters.empty();

    TiesView(LabOverview lab, SubProjects subProjects, CurrentActor current, Changes changes, Clock clock) {
        this.lab = lab;
        this.subProjects = subProjects;
        this.current = current;
        this.clock = clock;
        search.setAriaLabel(getTranslation("ties.search"));
        search.setPlaceholder(getTranslation("ties.search"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setMaxLength(TieQuery.TEXT_MAX);
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
        return getTranslation("ties.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        String text = TieQuery.text(query.getParameters());
        if (!search.getValue().equals(text)) {
            search.setValue(text);
        }
        show();
    }

    private void show() {
        Actor actor = current.actor();
        List<SubProjectCard> all = subProjects.all(actor);
        TieFilter filter = TieQuery.filter(query.getParameters(), all);
        Page<Tie> page = lab.ties(actor, filter, new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        Anchor take = new Anchor(TiesExport.PATH + address(), getTranslation("ties.export"));
        take.addComponentAsFirst(Glyph.DOWNLOAD.icon());
        take.addClassName("button");
        take.setRouterIgnore(true);
        take.getElement().setAttribute("download", true);
        head.removeAll();
        head.add(
                new PageHeader(getTranslation("ties.title"))
                        .withLead(getTranslation("ties.lead", page.total()))
                        .withActions(take),
                filters(all),
                orders());
        list.removeAll();
        if (page.items().isEmpty()) {
            boolean narrowed = !filter.equals(TieFilter.ALL);
            list.add(new EmptyState(
                    Glyph.LINK,
                    getTranslation(narrowed ? "ties.none" : "ties.empty"),
                    getTranslation(narrowed ? "ties.none.advice" : "ties.empty.advice")));
        } else {
            list.add(
                    new TieTable(page.items(), Language.of(getLocale()), clock.instant()),
                    new PageLinks(
                            getTranslation("ties.title"),
                            TiesView.class,
                            RouteParameters.empty(),
                            query,
                            PAGE,
                            page.total()));
        }
    }

    /** The filter for the file's address. */
    private String address() {
        Map<String, List<String>> filter = new LinkedHashMap<>(query.getParameters());
        filter.remove(FilterBar.PAGE);
        String words = new QueryParameters(filter).getQueryString();
        return words.isEmpty() ? "" : "?" + words;
    }

    private FilterBar filters(List<SubProjectCard> all) {
        FilterBar bar = new FilterBar(getTranslation("ties.filter"), TiesView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("ties.all"), TieQuery.SUB_PROJECT);
        for (SubProjectCard card : all) {
            int number = card.name().number();
            bar.withChoice(
                    getTranslation("subProject.short", number),
                    Tone.subProject(number),
                    TieQuery.SUB_PROJECT,
                    String.valueOf(number));
        }
        return bar.withToggle(getTranslation("ties.openOnly"), Tone.WARN, TieQuery.OPEN, TieQuery.YES);
    }

    private FilterBar orders() {
        FilterBar bar = new FilterBar(getTranslation("ties.order"), TiesView.class, RouteParameters.empty(), query);
        bar.withAll(getTranslation("ties.order." + TieFilter.Order.LAST_CONTACT), TieQuery.ORDER);
        for (TieFilter.Order order : TieFilter.Order.values()) {
            if (order != TieFilter.Order.LAST_CONTACT) {
                bar.withChoice(getTranslation("ties.order." + order), Tone.NEUTRAL, TieQuery.ORDER, order.name());
            }
        }
        return bar;
    }

    private void searched(String text) {
        Map<String, List<String>> next = new LinkedHashMap<>(query.getParameters());
        next.remove(FilterBar.PAGE);
        if (text.isBlank()) {
            next.remove(TieQuery.TEXT);
        } else {
            next.put(TieQuery.TEXT, List.of(text.strip()));
        }
        UI.getCurrent().navigate(TiesView.class, new QueryParameters(next));
    }
}

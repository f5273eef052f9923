package kr.nairl.platform.ui.ledger;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.audit.AccessLedger;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.audit.OpeningFilter;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.component.DayPicker;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.LinkTabs;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;

/**
 * Who opened what beyond public: of one's own organisation, and what oneself and, for administrators, one's people opened of
 * others. Side, days and page stand in the address.
 */
@Route(value = "access-ledger", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient AccessLedger ledger;
    private final transient CurrentActor current;
    private final transient PlatformMessages messages;
    private QueryParameters query = QueryParameters.empty();

    LedgerView(AccessLedger ledger, CurrentActor current, PlatformMessages messages) {
        this.ledger = ledger;
        this.current = current;
        this.messages = messages;
        addClassName("stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        Actor actor = current.actor();
        boolean ours = ledger.seesOurs(actor);
        OpeningFilter filter = LedgerQuery.filter(query.getParameters(), ours);
        Page<Opening> page = ledger.page(actor, filter, new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        removeAll();
        boolean all = ledger.seesColleagues(actor);
        String lead = filter.side() == OpeningFilter.Side.OURS
                ? "ledger.lead.OURS"
                : all ? "ledger.lead.OTHERS.all" : "ledger.lead.OTHERS.own";
        PageHeader header = new PageHeader(getTranslation("ledger.title")).withLead(getTranslation(lead));
        if (all) {
            header.withActions(download());
        }
        add(header);
        if (ours) {
            add(sides(filter.side()));
        }
        Div days = new Div(
                day(LedgerQuery.FROM, getTranslation("audit.from")),
                day(LedgerQuery.UNTIL, getTranslation("audit.until")));
        days.addClassName("toolbar");
        add(days);
        if (page.items().isEmpty()) {
            String none = filter.narrows() ? "ledger.none" : "ledger.empty." + filter.side();
            add(new EmptyState(Glyph.EYE, getTranslation(none), getTranslation(none + ".advice")));
            return;
        }
        add(
                new LedgerTable(page.items(), filter.side(), new LedgerWords(messages, getLocale())),
                new PageLinks(
                        getTranslation("ledger.title"),
                        LedgerView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private LinkTabs sides(OpeningFilter.Side side) {
        return new LinkTabs(getTranslation("ledger.sides"))
                .withTab(
                        getTranslation("ledger.side.OURS"),
                        LedgerView.class,
                        RouteParameters.empty(),
                        LedgerQuery.SIDE,
                        "",
                        side == OpeningFilter.Side.OURS,
                        0)
                .withTab(
                        getTranslation("ledger.side.OTHERS"),
                        LedgerView.class,
                        RouteParameters.empty(),
                        LedgerQuery.SIDE,
                        OpeningFilter.Side.OTHERS.name(),
                        side == OpeningFilter.Side.OTHERS,
                        0);
    }

    private DayPicker day(String parameter, String label) {
        DayPicker picker = new DayPicker(label);
        picker.setClearButtonVisible(true);
        picker.setValue(LedgerQuery.day(query.getParameters(), parameter));
        picker.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                wish(parameter, chosen.getValue());
            }
        });
        return picker;
    }

    private void wish(String parameter, @Nullable LocalDate day) {
        Map<String, List<String>> next = new LinkedHashMap<>(query.getParameters());
        next.remove(FilterBar.PAGE);
        next.remove(parameter);
        if (day != null) {
            next.put(parameter, List.of(day.toString()));
        }
        UI.getCurrent().navigate(LedgerView.class, new QueryParameters(next));
    }

    private Anchor download() {
        Map<String, List<String>> filter = new LinkedHashMap<>(query.getParameters());
        filter.remove(FilterBar.PAGE);
        String words = new QueryParameters(filter).getQueryString();
        Anchor take =
                new Anchor(LedgerExport.PATH + (words.isEmpty() ? "" : "?" + words), getTranslation("audit.export"));
        take.addComponentAsFirst(Glyph.DOWNLOAD.icon());
        take.addClassName("button");
        take.setRouterIgnore(true);
        take.getElement().setAttribute("download", true);
        return take;
    }
}

package kr.nairl.platform.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.audit.AuditKind;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.shell.PlatformMessages;

/**
 * Who did what: everything to lab managers, what concerns their own organisation to its administrators. Filter and page
 * stand in the address; the file to take along holds what the filter shows.
 */
@Route(value = "audit", layout = MainLayout.class)
@RolesAllowed({"LAB_MANAGER", "ADMINISTRATOR"})
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient AuditTrail audit;
    private final transient AuditOrganisation organisations;
    private final transient CurrentActor current;
    private final transient PlatformMessages messages;
    private final AuditToolbar toolbar;
    private final boolean every;
    private final Div head = new Div();
    private final Div list = new Div();
    private QueryParameters query = QueryParameters.empty();

    AuditView(AuditTrail audit, PartnerDirectory directory, CurrentActor current, PlatformMessages messages) {
        this.audit = audit;
        this.organisations = new AuditOrganisation(directory);
        this.current = current;
        this.messages = messages;
        every = current.actor().has(Role.LAB_MANAGER);
        toolbar = new AuditToolbar(directory, current, every, this::wish);
        head.addClassName("stack");
        list.addClassName("stack");
        addClassName("stack");
        add(head, toolbar, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        Map<String, List<String>> asked = query.getParameters();
        Actor actor = current.actor();
        Optional<PartnerDirectory.Heading> where = organisations.named(actor, asked);
        AuditFilter filter =
                AuditQuery.filter(asked, where.map(PartnerDirectory.Heading::id).orElse(null));
        toolbar.show(
                where.map(one -> new AuditToolbar.Choice(one.slug(), one.name().text(Language.of(getLocale()))))
                        .orElse(null),
                AuditQuery.day(asked, AuditQuery.FROM),
                AuditQuery.day(asked, AuditQuery.UNTIL));
        show(filter, audit.page(actor, filter, new PageRequest(PageLinks.offset(query, PAGE), PAGE)));
    }

    private void show(AuditFilter filter, Page<AuditEntry> page) {
        head.removeAll();
        head.add(
                new PageHeader(getTranslation("audit.title"))
                        .withLead(getTranslation(every ? "audit.lead.all" : "audit.lead.own", page.total()))
                        .withActions(download()),
                kinds());
        list.removeAll();
        if (page.total() > AuditTrail.MOST_EXPORTED) {
            Paragraph most = new Paragraph(getTranslation("audit.export.most", AuditTrail.MOST_EXPORTED));
            most.addClassNames("small", "dim");
            list.add(most);
        }
        if (page.items().isEmpty()) {
            boolean narrowed = filter.narrows();
            list.add(new EmptyState(
                    Glyph.SHIELD_CHECK,
                    getTranslation(narrowed ? "audit.none" : "audit.empty"),
                    getTranslation(narrowed ? "audit.none.advice" : "audit.empty.advice")));
            return;
        }
        list.add(
                new AuditTable(page.items(), new AuditWords(messages, getLocale()), every),
                new PageLinks(
                        getTranslation("audit.title"),
                        AuditView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private Anchor download() {
        Map<String, List<String>> filter = new LinkedHashMap<>(query.getParameters());
        filter.remove(FilterBar.PAGE);
        String words = new QueryParameters(filter).getQueryString();
        Anchor take =
                new Anchor(AuditExport.PATH + (words.isEmpty() ? "" : "?" + words), getTranslation("audit.export"));
        take.addComponentAsFirst(Glyph.DOWNLOAD.icon());
        take.addClassName("button");
        take.setRouterIgnore(true);
        take.getElement().setAttribute("download", true);
        return take;
    }

    private FilterBar kinds() {
        FilterBar bar = new FilterBar(getTranslation("audit.filter"), AuditView.class, RouteParameters.empty(), query)
                .withAll(getTranslation("audit.all"), AuditQuery.KIND);
        for (AuditKind kind : AuditKind.values()) {
            bar.withChoice(getTranslation("audit.kind." + kind), Tone.NEUTRAL, AuditQuery.KIND, kind.name());
        }
        return bar;
    }

    private void wish(String parameter, String value) {
        Map<String, List<String>> next = new LinkedHashMap<>(query.getParameters());
        next.remove(FilterBar.PAGE);
        if (value.isEmpty()) {
            next.remove(parameter);
        } else {
            next.put(parameter, List.of(value));
        }
        UI.getCurrent().navigate(AuditView.class, new QueryParameters(next));
    }
}

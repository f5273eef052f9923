package kr.nairl.platform.ui.glossary;

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
import java.util.ArrayList;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptFilter;
import kr.nairl.platform.core.vocabulary.ConceptRow;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryDesk;
import kr.nairl.platform.core.vocabulary.GlossaryFormat;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** All concepts, narrowed by what the address asks for. Lab managers find here what they can do about them. */
@Route(value = "glossary", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class GlossaryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient GlossaryDesk desk;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private final GlossaryToolbar toolbar = new GlossaryToolbar(this::wish);
    private final Div filters = new Div();
    private final Div found = Columns.stack();
    private QueryParameters now = QueryParameters.empty();

    GlossaryView(GlossaryDesk desk, Concepts concepts, CurrentActor current) {
        this.desk = desk;
        this.concepts = concepts;
        this.current = current;
        PageHeader header = new PageHeader(getTranslation("glossary.title")).withLead(getTranslation("glossary.lead"));
        if (current.actor().has(Role.LAB_MANAGER)) {
            header.withActions(
                    Buttons.link(getTranslation("glossary.words"), WordsView.class, RouteParameters.empty()),
                    Buttons.link(getTranslation("glossary.import"), GlossaryImportView.class, RouteParameters.empty()),
                    Buttons.primaryLink(
                            getTranslation("glossary.new"), ConceptEditView.class, RouteParameters.empty()));
        }
        addClassName("stack");
        add(header, toolbar, filters, found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("glossary.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        now = entering.getLocation().getQueryParameters();
        GlossaryQuery query = GlossaryQuery.of(now);
        Actor actor = current.actor();
        List<Topic> areas = new ArrayList<>(desk.areas(actor));
        Topic area = area(actor, query.area());
        if (area != null && !areas.contains(area)) {
            areas.addFirst(area);
        }
        toolbar.show(query.text(), areas, area);
        filters.removeAll();
        filters.add(chips());
        ConceptFilter filter =
                new ConceptFilter(query.text(), query.confirmed(), area == null ? null : area.id(), query.lacking());
        show(
                filter,
                desk.page(actor, filter, Language.of(getLocale()), new PageRequest(PageLinks.offset(now, PAGE), PAGE)));
    }

    private @Nullable Topic area(Actor actor, @Nullable String slug) {
        return slug == null
                ? null
                : concepts.bySlugs(actor, List.of(slug)).stream()
                        .map(Concept::topic)
                        .findFirst()
                        .orElse(null);
    }

    private FilterBar chips() {
        FilterBar bar = new FilterBar(
                        getTranslation("glossary.filter"), GlossaryView.class, RouteParameters.empty(), now)
                .withAll(getTranslation("glossary.status.all"), GlossaryQuery.STATUS)
                .withChoice(
                        getTranslation("glossary.status.confirmed"),
                        Tone.OK,
                        GlossaryQuery.STATUS,
                        GlossaryQuery.CONFIRMED)
                .withChoice(
                        getTranslation("glossary.status.proposed"),
                        Tone.WARN,
                        GlossaryQuery.STATUS,
                        GlossaryQuery.PROPOSED);
        for (Language language : Language.values()) {
            bar.withChoice(
                    getTranslation("glossary.lacking." + language.code()),
                    Tone.NEUTRAL,
                    GlossaryQuery.LACKING,
                    language.code());
        }
        return bar;
    }

    private void show(ConceptFilter filter, Page<ConceptRow> page) {
        found.removeAll();
        if (page.items().isEmpty()) {
            found.add(new EmptyState(
                    Glyph.BOOKMARK,
                    getTranslation(filter.narrows() ? "glossary.none" : "glossary.empty"),
                    getTranslation(filter.narrows() ? "glossary.none.advice" : "glossary.empty.advice")));
            return;
        }
        found.add(
                new ConceptTable(getTranslation("glossary.found", Formats.here().number(page.total())), page.items())
                        .withActions(
                                download("glossary.download.tsv", GlossaryFormat.TSV),
                                download("glossary.download.skos", GlossaryFormat.TURTLE)),
                new PageLinks(
                        getTranslation("glossary.title"),
                        GlossaryView.class,
                        RouteParameters.empty(),
                        now,
                        PAGE,
                        page.total()));
    }

    private Anchor download(String key, GlossaryFormat format) {
        Anchor take = Buttons.outside(getTranslation(key), GlossaryExport.PATH + format.extension());
        take.addComponentAsFirst(Glyph.DOWNLOAD.icon());
        take.getElement().setAttribute("download", true);
        return take;
    }

    private void wish(String parameter, String value) {
        UI.getCurrent().navigate(GlossaryView.class, GlossaryQuery.with(now, parameter, value));
    }
}

package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.MapPlace;
import kr.nairl.platform.core.research.ResearchMap;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.interest.InterestNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/**
 * Who works on what, to be explored from the broad to the narrow: a picture of topics, the same as a table, and the people,
 * areas and results of the open one. The address says which that is.
 */
@Route(value = "research-map", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class ResearchMapView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final int PEOPLE = 4;

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ResearchMap map;
    private final transient SubProjects subProjects;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private String title = "";

    ResearchMapView(ResearchMap map, SubProjects subProjects, Concepts concepts, CurrentActor current) {
        this.map = map;
        this.subProjects = subProjects;
        this.concepts = concepts;
        this.current = current;
        addClassName("research-map");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        QueryParameters query = entering.getLocation().getQueryParameters();
        Actor actor = current.actor();
        MapPlace place = map.at(actor, MapQuery.topic(query), new PageRequest(PageLinks.offset(query, PEOPLE), PEOPLE));
        List<SubProjectName> projects =
                subProjects.all(actor).stream().map(SubProjectCard::name).toList();
        title = place.topic() == null ? getTranslation("map.title") : name(place.topic());
        removeAll();
        add(header(place, actor), tools(place));
        if (place.isEmpty()) {
            add(nobody(place, actor));
            return;
        }
        MapCards cards = new MapCards(this, place, projects, actor);
        add(
                Columns.mainAndSide(cards.picture(), cards.people(people(place, query))),
                Columns.mainAndSide(
                        cards.table(),
                        Stream.of(cards.areas(), cards.results())
                                .flatMap(each -> each.stream())
                                .toArray(Component[]::new)));
    }

    private PageHeader header(MapPlace place, Actor actor) {
        Topic topic = place.topic();
        if (topic == null) {
            return new PageHeader(title).withLead(getTranslation("map.lead"));
        }
        PageHeader header = new PageHeader(title)
                .withPath(List.of(new RouterLink(getTranslation("map.title"), ResearchMapView.class)), title);
        if (place.isEmpty()) {
            return header;
        }
        header.withLead(getTranslation(
                "map.here", place.researchers().total(), place.areas().size(), place.totalResults()));
        if (Proposal.isFor(actor)) {
            header.withActions(InterestNavigation.beginAbout(topic.slug(), getTranslation("map.interest")));
        }
        return header;
    }

    /** Search, and the ways to what is broader. */
    private Div tools(MapPlace place) {
        ComboBox<Topic> search = new ComboBox<>(getTranslation("map.search"));
        search.setPlaceholder(getTranslation("map.search.hint"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setItemLabelGenerator(ResearchMapView::name);
        search.setItems(query -> {
            int skipped = query.getOffset();
            int limit = Math.min(query.getLimit(), Concepts.MAX_FOUND);
            String typed = query.getFilter().orElse("");
            return skipped > 0
                    ? Stream.empty()
                    : concepts.search(current.actor(), typed, limit).stream().map(Concept::topic);
        });
        search.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                UI.getCurrent()
                        .navigate(
                                ResearchMapView.class,
                                MapQuery.at(chosen.getValue().slug()));
            }
        });
        Div tools = new Div(search);
        tools.addClassNames("map-tools");
        if (place.topic() != null) {
            tools.add(wider(place));
        }
        return tools;
    }

    private Nav wider(MapPlace place) {
        Span label = new Span(getTranslation("map.wider"));
        label.addClassNames("small", "dim");
        Nav wider = new Nav(label);
        wider.setAriaLabel(getTranslation("map.wider"));
        wider.addClassNames("row", "topics");
        place.broader().forEach(topic -> wider.add(chip(topic)));
        RouterLink whole = new RouterLink(getTranslation("map.whole"), ResearchMapView.class);
        whole.addClassNames("chip", Tone.BRAND.css());
        wider.add(whole);
        return wider;
    }

    private EmptyState nobody(MapPlace place, Actor actor) {
        EmptyState empty = place.topic() == null
                ? new EmptyState(Glyph.FLASK_CONICAL, getTranslation("map.none"), getTranslation("map.none.advice"))
                : new EmptyState(
                        Glyph.TARGET, getTranslation("map.nobody", title), getTranslation("map.nobody.advice"));
        if (place.topic() != null && Proposal.isFor(actor)) {
            empty.withAction(InterestNavigation.beginAbout(place.topic().slug(), getTranslation("map.interest")));
        }
        return empty;
    }

    private PageLinks people(MapPlace place, QueryParameters query) {
        return new PageLinks(
                getTranslation("map.people.pages"),
                ResearchMapView.class,
                RouteParameters.empty(),
                query,
                PEOPLE,
                place.researchers().total());
    }

    /** A link to a topic's place on the map. */
    static RouterLink chip(Topic topic) {
        RouterLink link = to(topic, name(topic));
        link.addClassNames("chip", Tone.NEUTRAL.css());
        return link;
    }

    static RouterLink to(Topic topic, @Nullable String text) {
        RouterLink link = new RouterLink(ResearchMapView.class);
        if (text != null) {
            link.setText(text);
        }
        link.setQueryParameters(MapQuery.at(topic.slug()));
        return link;
    }

    static String name(Topic topic) {
        return topic.label().text(ResearchWords.language());
    }
}

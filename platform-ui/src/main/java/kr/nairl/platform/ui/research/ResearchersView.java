package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.alert.AlertDesk;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.ui.alert.SaveSearch;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.FilterBar;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** All researchers of the lab, narrowed by what the address asks for. */
@Route(value = "researchers", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER", "EDITOR"})
class ResearchersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;
    private static final int TOPICS = 4;

    private final transient ResearcherDirectory directory;
    private final transient SubProjects subProjects;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private final PageHeader header;
    private final ResearcherToolbar toolbar;
    private final Div filters = new Div();
    private final Div found = new Div();
    private QueryParameters now = QueryParameters.empty();
    private transient ResearcherFilter shown = ResearcherFilter.ALL;

    ResearchersView(
            ResearcherDirectory directory,
            SubProjects subProjects,
            Concepts concepts,
            AlertDesk alerts,
            CurrentActor current) {
        this.directory = directory;
        this.subProjects = subProjects;
        this.concepts = concepts;
        this.current = current;
        this.header = new PageHeader(getTranslation("researchers.title")).withLead(getTranslation("researchers.lead"));
        this.toolbar = new ResearcherToolbar(
                concepts,
                current,
                (parameter, value) ->
                        UI.getCurrent().navigate(ResearchersView.class, ResearcherQuery.with(now, parameter, value)));
        header.withActions(
                new SaveSearch(alerts, current, () -> shown.text(), name -> new Watched.Researchers(name, shown)),
                Buttons.link(getTranslation("researchers.map"), ResearchMapView.class, RouteParameters.empty()));
        if (current.actor().has(Role.LAB_MANAGER)) {
            RouterLink invite = new RouterLink(getTranslation("roster.title"), RosterView.class);
            invite.addClassName("button");
            header.withActions(invite);
        }
        found.addClassName("stack");
        add(header, toolbar, filters, found);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("researchers.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        now = entering.getLocation().getQueryParameters();
        ResearcherQuery query = ResearcherQuery.of(now);
        Actor actor = current.actor();
        List<SubProjectCard> all = subProjects.all(actor);
        List<Affiliation> organisations = all.stream()
                .flatMap(one -> one.institutions().stream())
                .distinct()
                .sorted(Comparator.comparing(one -> one.name().text(ResearchWords.language())))
                .toList();
        Affiliation where = organisations.stream()
                .filter(one -> one.slug().equals(query.organisation()))
                .findFirst()
                .orElse(null);
        Topic about = query.topic() == null
                ? null
                : concepts.bySlugs(actor, List.of(query.topic())).stream()
                        .map(Concept::topic)
                        .findFirst()
                        .orElse(null);
        toolbar.show(query.text(), organisations, where, about);
        filters.removeAll();
        filters.add(chips(all));
        shown = filter(query, all, where, about);
        show(directory.search(actor, shown, new PageRequest(PageLinks.offset(now, PAGE), PAGE)));
    }

    private static ResearcherFilter filter(
            ResearcherQuery query, List<SubProjectCard> all, @Nullable Affiliation where, @Nullable Topic about) {
        return new ResearcherFilter(
                query.text(),
                all.stream()
                        .map(SubProjectCard::name)
                        .filter(name -> query.subProjects().contains(name.number()))
                        .map(name -> name.id())
                        .collect(Collectors.toSet()),
                where == null ? null : where.id(),
                about == null ? null : about.id(),
                query.accepting());
    }

    private FilterBar chips(List<SubProjectCard> all) {
        FilterBar bar = new FilterBar(
                        getTranslation("researchers.filter"), ResearchersView.class, RouteParameters.empty(), now)
                .withAll(getTranslation("researchers.subProject.all"), ResearcherQuery.SUB_PROJECT);
        for (SubProjectCard one : all) {
            int number = one.name().number();
            bar.withToggle(
                    getTranslation(
                            "researchers.subProject.named",
                            number,
                            one.name().title().text(ResearchWords.language())),
                    Tone.subProject(number),
                    ResearcherQuery.SUB_PROJECT,
                    Integer.toString(number));
        }
        return bar.withChoice(
                getTranslation("researchers.accepting"), Tone.OK, ResearcherQuery.ACCEPTING, ResearcherQuery.YES);
    }

    private void show(Page<ResearcherCard> page) {
        found.removeAll();
        if (page.items().isEmpty()) {
            found.add(new EmptyState(
                    Glyph.SEARCH, getTranslation("researchers.none"), getTranslation("researchers.none.advice")));
            return;
        }
        ListCard list =
                new ListCard(getTranslation("researchers.found", Formats.here().number(page.total())));
        for (ResearcherCard card : page.items()) {
            String name = card.name().text(ResearchWords.language());
            Div tags = Columns.row(ResearchWords.tags(this, card).toArray(Tag[]::new));
            tags.add(ResearchWords.topics(card.topics(), TOPICS));
            Div words = new Div(ResearchWords.line(card), tags);
            words.addClassName("researcher-words");
            list.withRow(
                    Avatar.ofPerson(name), ResearchNavigation.toResearcher(card.slug(), name), words, ending(card));
        }
        found.add(
                list,
                new PageLinks(
                        getTranslation("researchers.pages"),
                        ResearchersView.class,
                        RouteParameters.empty(),
                        now,
                        PAGE,
                        page.total()));
    }

    private Div ending(ResearcherCard card) {
        Span results = new Span(getTranslation("researchers.results", card.results()));
        results.addClassNames("small", "dim", "num");
        results.setVisible(card.results() > 0);
        Div end = new Div(results);
        end.addClassName("row-ending");
        if (card.accepting()) {
            end.add(new Tag(getTranslation("researchers.accepting.tag"), Tone.OK));
        }
        return end;
    }
}

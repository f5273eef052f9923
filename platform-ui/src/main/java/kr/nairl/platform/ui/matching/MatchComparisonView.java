package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.MatchRow;
import kr.nairl.platform.core.matching.MatchRow.Who;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.matching.SourceReference;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.collaboration.RequestNavigation;
import kr.nairl.platform.ui.collaboration.RequestWords;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.ReasonBar;
import kr.nairl.platform.ui.component.ReasonLegend;
import kr.nairl.platform.ui.component.ReasonShare;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.research.ResearchNavigation;
import kr.nairl.platform.ui.research.WishCard;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** Candidates for one's own interest side by side; which ones, the address says. */
@Route(value = "interests/:id/compare", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR"})
class MatchComparisonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Repeated query parameter: a candidate's id. */
    static final String WITH = "with";

    private static final long serialVersionUID = 1L;
    private static final int WORKS = 3;
    private static final int TIES = 3;

    private final transient Matching matching;
    private final transient ResearcherDirectory researchers;
    private final transient WishDesk wishes;
    private final transient RequestBox requests;
    private final transient CurrentActor current;

    MatchComparisonView(
            Matching matching,
            ResearcherDirectory researchers,
            WishDesk wishes,
            RequestBox requests,
            CurrentActor current) {
        this.matching = matching;
        this.researchers = researchers;
        this.wishes = wishes;
        this.requests = requests;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("match.compare.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        InterestId id;
        try {
            id = InterestId.of(entering.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException();
        }
        List<String> asked = entering.getLocation().getQueryParameters().getParameters(WITH).stream()
                .distinct()
                .limit(Comparison.MOST)
                .toList();
        Actor actor = current.actor();
        List<MatchRow> chosen = switch (matching.forInterest(actor, id, Matching.MAX_ROWS)) {
            case MatchPage.Found(var rows, var engine, var at, var aside) -> Comparison.chosen(rows, asked);
            case MatchPage.Abstained nobody -> List.of();
        };
        removeAll();
        RouterLink back = MatchNavigation.choosing(id, getTranslation("match.compare.change"), ids(chosen));
        back.addClassName("button");
        add(new PageHeader(getTranslation("match.compare.title"))
                .withPath(
                        List.of(MatchNavigation.forInterest(id, getTranslation("match.here"))),
                        getTranslation("match.compare.here"))
                .withLead(getTranslation("match.compare.lead"))
                .withActions(back));
        if (chosen.size() < asked.size()) {
            Span gone = new Span(getTranslation("match.compare.gone", asked.size() - chosen.size()));
            gone.addClassNames("small", "dim");
            add(new Div(gone));
        }
        if (chosen.isEmpty()) {
            add(new EmptyState(
                    Glyph.USERS, getTranslation("match.compare.none"), getTranslation("match.compare.none.advice")));
        } else {
            add(table(actor, id, chosen));
        }
    }

    private static List<String> ids(List<MatchRow> rows) {
        return rows.stream().flatMap(Comparison::id).toList();
    }

    private Div table(Actor actor, InterestId interest, List<MatchRow> chosen) {
        Map<String, ResearcherPage> read = new HashMap<>();
        Function<String, ResearcherPage> pages =
                slug -> read.computeIfAbsent(slug, any -> researchers.page(actor, slug));
        Map<ResearcherId, Wishes> wanted = wishes.of(
                actor,
                chosen.stream()
                        .flatMap(row ->
                                row.who() instanceof Who.Researcher(var card) ? Stream.of(card.id()) : Stream.empty())
                        .toList());
        List<RequestRow> sent = requests.mine(actor, RequestFilter.ALL, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
        NativeTable table = new NativeTable();
        table.setCaptionText(getTranslation("match.compare.caption", chosen.size()));
        table.getCaption().addClassName("visually-hidden");
        NativeTableRow heads = new NativeTableRow(new NativeTableCell());
        chosen.forEach(row -> {
            NativeTableHeaderCell head = new NativeTableHeaderCell(new H2(profile(row)));
            head.getElement().setAttribute("scope", "col");
            heads.add(head);
        });
        table.getHead().add(heads);
        table.addBody()
                .add(Stream.concat(
                                Stream.of(
                                        row("score", chosen, this::score),
                                        row("role", chosen, this::role),
                                        row("institution", chosen, this::institution),
                                        row("subProject", chosen, this::subProject),
                                        row("requests", chosen, this::accepting),
                                        row("ties", chosen, one -> ties(sent, one)),
                                        row("fit", chosen, this::fit),
                                        row("wants", chosen, one -> wants(wanted, one)),
                                        row("reasons", chosen, this::reasons)),
                                Stream.concat(
                                        concepts(chosen),
                                        Stream.of(
                                                row("works", chosen, one -> works(pages, one)),
                                                row("seeks", chosen, one -> seeks(pages, one)),
                                                row("act", chosen, one -> ask(interest, one)))))
                        .toArray(Component[]::new));
        Div region = new Div(table);
        region.addClassNames("card", "match-comparison");
        // Scrolls sideways on a narrow screen, so the keyboard has to reach it.
        region.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("match.compare.title"));
        return region;
    }

    private NativeTableRow row(String key, List<MatchRow> chosen, Function<MatchRow, Component> cell) {
        NativeTableRow row = new NativeTableRow(head(getTranslation("match.compare." + key)));
        chosen.forEach(one -> row.add(new NativeTableCell(cell.apply(one))));
        return row;
    }

    private static NativeTableHeaderCell head(String text) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("scope", "row");
        return head;
    }

    private Stream<NativeTableRow> concepts(List<MatchRow> chosen) {
        Comparison comparison = Comparison.of(chosen);
        double most = comparison.rows().stream()
                .mapToDouble(Comparison.Row::strongest)
                .max()
                .orElse(1);
        return comparison.rows().stream().map(concept -> {
            NativeTableRow row =
                    new NativeTableRow(head(concept.concept().label().text(language())));
            concept.cells().forEach(cell -> row.add(new NativeTableCell(covers(concept, cell, most))));
            return row;
        });
    }

    private Component covers(Comparison.Row row, Comparison.@Nullable Cell cell, double most) {
        if (cell == null) {
            return lacking("concept");
        }
        Div bar = new Div();
        bar.addClassNames("match-covers", "series-1");
        bar.setWidth(Math.max(4, Math.round(cell.points() / most * 100)) + "%");
        Span points =
                new Span(getTranslation("match.compare.points", Formats.here().number(cell.points(), 2)));
        points.addClassNames("small", "num");
        Div shown = new Div(bar, points);
        if (!cell.through().equals(row.concept())) {
            Span through = new Span(getTranslation(
                    "match.compare.through", cell.through().label().text(language())));
            through.addClassNames("small", "dim");
            shown.add(new Div(through));
        }
        return shown;
    }

    private RouterLink profile(MatchRow row) {
        return switch (row.who()) {
            case Who.Researcher(var card) ->
                ResearchNavigation.toResearcher(card.slug(), card.name().text(language()));
            case Who.Area(var card) ->
                ResearchNavigation.toSubProject(
                        card.subProject().number(),
                        getTranslation("match.area", card.name().text(language())));
            case Who.Interest interest -> throw new IllegalStateException("an interest is no candidate");
        };
    }

    private Component score(MatchRow row) {
        Span figure = new Span(MatchEvidence.score(row));
        figure.addClassNames("figure", "num");
        Span words = new Span(getTranslation("match.strength." + row.strength().name()));
        words.addClassNames("small", "dim");
        return new Div(figure, new Div(words));
    }

    private Component role(MatchRow row) {
        return new Span(
                row.who() instanceof Who.Researcher(var card)
                        ? getTranslation("researcher.role." + card.role().name())
                        : getTranslation("match.compare.area"));
    }

    private Component institution(MatchRow row) {
        Affiliation institution = switch (row.who()) {
            case Who.Researcher(var card) -> card.organisation();
            case Who.Area(var card) -> card.institution();
            case Who.Interest interest -> null;
        };
        return institution == null
                ? lacking("institution")
                : new Span(institution.name().text(language()));
    }

    private Component subProject(MatchRow row) {
        SubProjectName name = switch (row.who()) {
            case Who.Researcher(var card) -> card.subProject();
            case Who.Area(var card) -> card.subProject();
            case Who.Interest interest -> null;
        };
        return name == null
                ? lacking("subProject")
                : new Div(
                        new Tag(getTranslation("subProject.short", name.number()), Tone.subProject(name.number())),
                        new Div(name.title().text(language())));
    }

    private Component accepting(MatchRow row) {
        if (!(row.who() instanceof Who.Researcher(var card))) {
            return new Span(getTranslation("match.compare.toSubProject"));
        }
        return card.accepting()
                ? new Tag(getTranslation("match.accepting"), Tone.OK)
                : new Tag(getTranslation("match.notAccepting"), Tone.WARN);
    }

    private Component fit(MatchRow row) {
        FitTags fit = new FitTags(row);
        return fit.isEmpty() ? lacking("fit") : fit;
    }

    /** The company's own requests to the candidate, last changed first. */
    private Component ties(List<RequestRow> sent, MatchRow row) {
        Div ties = new Div();
        ties.addClassName("stack");
        sent.stream()
                .filter(request -> switch (row.who()) {
                    case Who.Researcher(var card) -> card.id().equals(request.researcher());
                    case Who.Area(var card) -> card.subProject().id().equals(request.subProject());
                    case Who.Interest interest -> false;
                })
                .sorted(Comparator.comparing(RequestRow::updatedAt).reversed())
                .limit(TIES)
                .forEach(request -> ties.add(new Div(
                        RequestNavigation.to(request.id(), request.title()),
                        RequestWords.state(this, request.state()))));
        return ties.getComponentCount() == 0 ? lacking("ties") : ties;
    }

    private Component wants(Map<ResearcherId, Wishes> wanted, MatchRow row) {
        Wishes said = row.who() instanceof Who.Researcher(var card)
                ? wanted.getOrDefault(card.id(), Wishes.NONE)
                : Wishes.NONE;
        return said.isEmpty() ? lacking("wants") : WishCard.facts(this, said);
    }

    private Component reasons(MatchRow row) {
        List<ReasonShare> shares = new MatchEvidence(row).told();
        return new Div(new ReasonBar(shares), new ReasonLegend(shares));
    }

    /** Results that the match quotes, best first; else the newest ones. */
    private Component works(Function<String, ResearcherPage> pages, MatchRow row) {
        List<ResultCard> all = results(pages, row);
        List<ResultCard> quoted = row.quotes().stream()
                .map(quote -> quote.found().source())
                .filter(source -> source.kind() == SourceReference.Kind.RESULT)
                .flatMap(source ->
                        all.stream().filter(result -> result.id().value().equals(source.row())))
                .toList();
        List<ResultCard> best = Stream.concat(quoted.stream(), all.stream())
                .distinct()
                .limit(WORKS)
                .toList();
        if (best.isEmpty()) {
            return lacking("works");
        }
        Div works = new Div();
        works.addClassName("stack");
        best.forEach(result ->
                works.add(new Div(Stream.of(result.title().text(language()), Objects.toString(result.year(), ""))
                        .filter(text -> !text.isEmpty())
                        .reduce((title, year) -> getTranslation("match.compare.work", title, year))
                        .orElse(""))));
        return works;
    }

    /** A researcher's, or those of an area's people, newest first. */
    private static List<ResultCard> results(Function<String, ResearcherPage> pages, MatchRow row) {
        return switch (row.who()) {
            case Who.Researcher(var card) -> pages.apply(card.slug()).results();
            case Who.Area(var card) ->
                card.people().stream()
                        .flatMap(person -> pages.apply(person.slug()).results().stream())
                        .distinct()
                        .sorted(Comparator.comparing(ResultCard::year, Comparator.nullsLast(Comparator.reverseOrder())))
                        .toList();
            case Who.Interest interest -> List.of();
        };
    }

    private Component seeks(Function<String, ResearcherPage> pages, MatchRow row) {
        String seeks = row.who() instanceof Who.Researcher(var card)
                ? pages.apply(card.slug()).seeks().text(language())
                : "";
        return seeks.isEmpty() ? lacking("seeks") : new Span(seeks);
    }

    private Component ask(InterestId interest, MatchRow row) {
        Anchor ask = switch (row.who()) {
            case Who.Researcher(var card) ->
                MatchNavigation.propose(
                        getTranslation("match.propose"),
                        interest,
                        "researcher",
                        card.id().toString());
            case Who.Area(var card) ->
                MatchNavigation.propose(
                        getTranslation(
                                "match.proposeToSubProject", card.subProject().number()),
                        interest,
                        "subProject",
                        Integer.toString(card.subProject().number()));
            case Who.Interest any -> throw new IllegalStateException("an interest is no candidate");
        };
        return ask;
    }

    private Span lacking(String what) {
        Span none = new Span(getTranslation("match.compare.lacks." + what));
        none.addClassNames("small", "dim");
        return none;
    }

    private Language language() {
        return Language.of(getLocale());
    }
}

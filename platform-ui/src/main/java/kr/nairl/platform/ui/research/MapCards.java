package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.MapPlace;
import kr.nairl.platform.core.research.MapTile;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.HeatTable;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.TileMap;
import kr.nairl.platform.ui.component.Tone;

/** The cards of a place on the research map. */
final class MapCards {

    /** What the picture holds; the table has all. */
    private static final int TILES = 18;

    private static final int AREAS = 12;
    private static final int TOPICS = 3;
    private static final int MUCH = 3;

    private final Component page;
    private final MapPlace place;
    private final List<SubProjectName> projects;
    private final Actor actor;

    MapCards(Component page, MapPlace place, List<SubProjectName> projects, Actor actor) {
        this.page = page;
        this.place = place;
        this.projects = projects;
        this.actor = actor;
    }

    /** The narrower topics as tiles, with the key to their colours. */
    Card picture() {
        Card card = new Card(page.getTranslation(place.topic() == null ? "map.picture" : "map.picture.narrower"));
        if (place.tiles().isEmpty()) {
            card.add(new Paragraph(page.getTranslation("map.narrowest")));
            return card;
        }
        card.add(new TileMap(place.tiles().stream().limit(TILES).map(this::tile).toList()), key());
        int left = place.tiles().size() + place.moreTiles() - TILES;
        Paragraph note = new Paragraph(
                left > 0
                        ? page.getTranslation("map.picture.note.more", left)
                        : page.getTranslation("map.picture.note"));
        note.addClassNames("small", "dim");
        card.add(note);
        return card;
    }

    private TileMap.Tile tile(MapTile tile) {
        Span name = new Span(ResearchMapView.name(tile.topic()));
        name.addClassName("tile-name");
        Span counts = new Span(counts(tile));
        counts.addClassNames("tile-counts", "num");
        RouterLink link = ResearchMapView.to(tile.topic(), null);
        link.add(name, counts);
        if (!tile.within().isEmpty()) {
            Span within =
                    new Span(tile.within().stream().map(ResearchMapView::name).collect(Collectors.joining(" · ")));
            within.addClassName("tile-within");
            link.add(within);
        }
        List<TileMap.Part> parts = tile.bySubProject().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new TileMap.Part(Tone.subProject(entry.getKey()), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        int none = tile.researchers()
                + tile.areas()
                - tile.bySubProject().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        if (none > 0) {
            parts.add(new TileMap.Part(Tone.NEUTRAL, none));
        }
        return new TileMap.Tile(link, tile.size(), tone(tile), parts);
    }

    /** That of the sub-project to which more than half belong. */
    private static Tone tone(MapTile tile) {
        return tile.bySubProject().entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(most -> 2 * most.getValue() > tile.researchers() + tile.areas())
                .map(most -> Tone.subProject(most.getKey()))
                .orElse(Tone.NEUTRAL);
    }

    /** In words, what of there is any. */
    private String counts(MapTile tile) {
        List<String> counts = new ArrayList<>();
        if (tile.researchers() > 0) {
            counts.add(page.getTranslation("map.researchers", tile.researchers()));
        }
        if (tile.areas() > 0) {
            counts.add(page.getTranslation("map.areas", tile.areas()));
        }
        if (tile.results() > 0) {
            counts.add(page.getTranslation("map.results", tile.results()));
        }
        // A count never breaks from its noun.
        return counts.stream().map(count -> count.replace(' ', '\u00a0')).collect(Collectors.joining(" · "));
    }

    private UnorderedList key() {
        UnorderedList key = new UnorderedList();
        key.addClassName("map-key");
        for (SubProjectName project : projects) {
            key.add(entry(
                    Tone.subProject(project.number()),
                    page.getTranslation(
                            "researchers.subProject.named",
                            project.number(),
                            project.title().text(ResearchWords.language()))));
        }
        key.add(entry(Tone.NEUTRAL, page.getTranslation("map.key.mixed")));
        return key;
    }

    private static ListItem entry(Tone tone, String words) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", tone.css());
        return new ListItem(swatch, new Span(words));
    }

    /** The tiles' numbers, by sub-project. */
    Card table() {
        Card card = new Card(page.getTranslation("map.table"));
        if (place.tiles().isEmpty()) {
            card.add(new Paragraph(page.getTranslation("map.table.none")));
            return card;
        }
        HeatTable table = new HeatTable(
                page.getTranslation("map.table.caption"),
                page.getTranslation("map.table.topic"),
                projects.stream()
                        .map(project -> new HeatTable.Column(
                                page.getTranslation("subProject.short", project.number()),
                                Tone.subProject(project.number())))
                        .toList(),
                page.getTranslation("map.table.all"),
                MUCH);
        for (MapTile tile : place.tiles()) {
            table.withRow(
                    ResearchMapView.to(tile.topic(), ResearchMapView.name(tile.topic())),
                    projects.stream()
                            .map(project -> tile.bySubProject().getOrDefault(project.number(), 0))
                            .toList(),
                    new Span(counts(tile)));
        }
        card.add(table);
        if (place.moreTiles() > 0) {
            Paragraph more = new Paragraph(page.getTranslation("map.table.more", place.moreTiles()));
            more.addClassNames("small", "dim");
            card.add(more);
        }
        return card.withNote(page.getTranslation("map.table.note"));
    }

    /** Who works here, with the topics that bring them here. */
    Div people(PageLinks pages) {
        ListCard list = new ListCard(page.getTranslation(
                "map.people", Formats.here().number(place.researchers().total())));
        if (place.researchers().items().isEmpty()) {
            list.withRow(new Span(page.getTranslation("map.people.none")));
        }
        for (ResearcherCard card : place.researchers().items()) {
            String name = card.name().text(ResearchWords.language());
            Div topics = Columns.row();
            topics.addClassName("topics");
            card.topics().stream()
                    .filter(topic -> place.covered().contains(topic.id()))
                    .limit(TOPICS)
                    .map(ResearchMapView::chip)
                    .forEach(topics::add);
            Div words = new Div(ResearchWords.line(card), topics);
            words.addClassName("researcher-words");
            list.withRow(
                    Avatar.ofPerson(name),
                    ResearchNavigation.toResearcher(card.slug(), name),
                    words,
                    proposal(card).orElse(null));
        }
        return Columns.stack(list, pages);
    }

    private Optional<Anchor> proposal(ResearcherCard card) {
        if (!Proposal.isFor(actor) || !card.accepting()) {
            return Optional.empty();
        }
        Anchor propose = Proposal.to(page, card.id());
        propose.removeClassName("primary");
        propose.setText(page.getTranslation("map.propose"));
        propose.setAriaLabel(page.getTranslation("map.propose.to", card.name().text(ResearchWords.language())));
        return Optional.of(propose);
    }

    /** Research areas, with whom to ask about each. */
    Optional<ListCard> areas() {
        if (place.areas().isEmpty()) {
            return Optional.empty();
        }
        ListCard list = new ListCard(page.getTranslation(
                "map.areas.title", Formats.here().number(place.areas().size())));
        for (AreaCard area : place.areas().stream().limit(AREAS).toList()) {
            Div topics = Columns.row();
            topics.addClassName("topics");
            area.topics().stream()
                    .filter(topic -> place.covered().contains(topic.id()))
                    .limit(TOPICS)
                    .map(ResearchMapView::chip)
                    .forEach(topics::add);
            list.withRow(
                    Avatar.ofSubProject(area.subProject().number()),
                    ResearchNavigation.toSubProject(
                            area.subProject().number(), area.name().text(ResearchWords.language())),
                    topics,
                    null);
        }
        if (place.areas().size() > AREAS) {
            list.withRow(new Span(page.getTranslation(
                    "map.areas.more", Formats.here().number((long) place.areas().size() - AREAS))));
        }
        return Optional.of(list);
    }

    /** The newest results. */
    Optional<ListCard> results() {
        if (place.results().isEmpty()) {
            return Optional.empty();
        }
        ListCard list = new ListCard(
                page.getTranslation("map.results.title", Formats.here().number(place.totalResults())));
        for (ResultCard result : place.results()) {
            Div detail = new Div(new Span(ResultRows.where(result)), ResultRows.authors(result.authors()));
            list.withRow(null, ResearchWords.text(result.title()), detail, null);
        }
        return Optional.of(list);
    }
}

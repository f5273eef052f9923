package kr.nairl.platform.core.research;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.StoredConcepts;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where everybody sees who works on what: the lab's topics from the broad to the narrow, and who belongs to each. */
@Component
public class ResearchMap {

    /** The most tiles of a place; what only few work on comes last. */
    public static final int MOST_TILES = 40;

    /** The most results a place shows. */
    public static final int LATEST_RESULTS = 5;

    private final Transactions transactions;
    private final TopicUses uses;
    private final StoredConcepts concepts;

    ResearchMap(Transactions transactions, TopicUses uses, StoredConcepts concepts) {
        this.transactions = transactions;
        this.uses = uses;
        this.concepts = concepts;
    }

    /**
     * A place of the map.
     *
     * @param topic slug; null for the whole lab
     * @param people which part of the researchers
     * @throws NotFoundException when no concept has the slug
     */
    public MapPlace at(Actor actor, @Nullable String topic, PageRequest people) {
        return transactions.read(actor, () -> {
            Map<ConceptId, Set<ConceptId>> broader = concepts.hierarchy();
            TopicTree tree = new TopicTree(broader, uses.all());
            return topic == null ? whole(tree, people) : place(tree, broader, topic, people);
        });
    }

    private MapPlace whole(TopicTree tree, PageRequest people) {
        List<ConceptId> all = tree.tiles();
        List<MapTile> tiles = tiles(tree, all, named(shown(tree, all)));
        Set<ConceptId> covered = tree.coveredByAll();
        return new MapPlace(
                null,
                List.of(),
                covered,
                tiles,
                all.size() - tiles.size(),
                uses.researchers(covered, people),
                uses.areas(covered),
                tree.countAll(TopicUse.Kind.RESULT),
                uses.results(covered, LATEST_RESULTS));
    }

    private MapPlace place(TopicTree tree, Map<ConceptId, Set<ConceptId>> broader, String slug, PageRequest people) {
        Concept here = concepts.bySlugs(List.of(slug)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("concept " + slug));
        List<ConceptId> all = tree.tiles(here.id());
        Set<ConceptId> above = broader.getOrDefault(here.id(), Set.of());
        Map<ConceptId, Topic> names =
                named(Stream.concat(shown(tree, all).stream(), above.stream()).toList());
        List<MapTile> tiles = tiles(tree, all, names);
        Set<ConceptId> covered = tree.covered(here.id());
        return new MapPlace(
                here.topic(),
                above.stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Topic::slug))
                        .toList(),
                covered,
                tiles,
                all.size() - tiles.size(),
                uses.researchers(covered, people),
                uses.areas(covered),
                tree.count(here.id(), TopicUse.Kind.RESULT),
                uses.results(covered, LATEST_RESULTS));
    }

    /** The tiles and what they name within. */
    private static Collection<ConceptId> shown(TopicTree tree, List<ConceptId> tiles) {
        return tiles.stream()
                .limit(MOST_TILES)
                .flatMap(one -> Stream.concat(Stream.of(one), within(tree, one)))
                .collect(Collectors.toSet());
    }

    private static Stream<ConceptId> within(TopicTree tree, ConceptId tile) {
        return tree.narrower(tile).stream().limit(MapTile.MOST_WITHIN);
    }

    private Map<ConceptId, Topic> named(Collection<ConceptId> ids) {
        return concepts.byIds(ids).stream()
                .map(Concept::topic)
                .collect(Collectors.toMap(Topic::id, Function.identity()));
    }

    private static List<MapTile> tiles(TopicTree tree, List<ConceptId> all, Map<ConceptId, Topic> names) {
        return all.stream()
                .limit(MOST_TILES)
                .map(one -> new MapTile(
                        Objects.requireNonNull(names.get(one)),
                        tree.count(one, TopicUse.Kind.RESEARCHER),
                        tree.count(one, TopicUse.Kind.AREA),
                        tree.count(one, TopicUse.Kind.RESULT),
                        tree.bySubProject(one),
                        within(tree, one)
                                .map(names::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }
}

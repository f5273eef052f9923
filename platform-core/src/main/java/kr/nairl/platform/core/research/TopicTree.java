package kr.nairl.platform.core.research;

import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * The vocabulary's relation of narrower to broader concepts, together with who uses which. A concept may have several
 * broader ones; whoever uses it belongs to all that are broader, however far, and counts once in each.
 */
final class TopicTree {

    /** Sets of members by kind, and the same by sub-project. */
    private static final class Members {
        private final Map<TopicUse.Kind, BitSet> byKind = new EnumMap<>(TopicUse.Kind.class);
        private final Map<Integer, Members> bySubProject = new TreeMap<>();

        void add(Members other) {
            other.byKind.forEach((kind, set) ->
                    byKind.computeIfAbsent(kind, any -> new BitSet()).or(set));
            other.bySubProject.forEach((number, members) ->
                    bySubProject.computeIfAbsent(number, any -> new Members()).add(members));
        }

        void add(TopicUse use) {
            BitSet set = byKind.computeIfAbsent(use.kind(), any -> new BitSet());
            use.members().forEach(set::set);
            if (use.subProject() != null) {
                bySubProject
                        .computeIfAbsent(use.subProject(), any -> new Members())
                        .add(new TopicUse(use.concept(), use.kind(), null, use.members()));
            }
        }

        int count(TopicUse.Kind kind) {
            BitSet set = byKind.get(kind);
            return set == null ? 0 : set.cardinality();
        }
    }

    private final Map<ConceptId, Set<ConceptId>> broader;
    private final Map<ConceptId, Set<ConceptId>> narrower = new HashMap<>();
    private final Map<ConceptId, Members> direct = new HashMap<>();
    private final Map<ConceptId, Members> whole = new HashMap<>();

    /** @param broader concepts one step broader; no concept is broader than itself, however far */
    TopicTree(Map<ConceptId, Set<ConceptId>> broader, List<TopicUse> uses) {
        this.broader = broader;
        broader.forEach((concept, above) -> above.forEach(
                one -> narrower.computeIfAbsent(one, any -> new HashSet<>()).add(concept)));
        uses.forEach(use ->
                direct.computeIfAbsent(use.concept(), any -> new Members()).add(use));
    }

    /** Who and what belongs to the concept or to anything narrower, counted. */
    int count(ConceptId concept, TopicUse.Kind kind) {
        return whole(concept).count(kind);
    }

    /** Researchers and areas together, by the number of their sub-project; none for a sub-project without any. */
    Map<Integer, Integer> bySubProject(ConceptId concept) {
        return whole(concept).bySubProject.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> whom(entry.getValue())));
    }

    /** As many members of that kind there are anywhere. */
    int countAll(TopicUse.Kind kind) {
        Members all = new Members();
        direct.values().forEach(all::add);
        return all.count(kind);
    }

    /** The concept and everything narrower that is used itself. */
    Set<ConceptId> covered(ConceptId concept) {
        return below(concept).stream().filter(direct::containsKey).collect(Collectors.toSet());
    }

    Set<ConceptId> coveredByAll() {
        return direct.keySet();
    }

    /** One step narrower and in use, however far below; greatest first. */
    List<ConceptId> narrower(ConceptId concept) {
        return sorted(narrower.getOrDefault(concept, Set.of()).stream());
    }

    /**
     * What stands on the map of a concept: its narrower ones in use. One that more than half of all here belong to would
     * hide the others, so its own narrower ones stand in its place, again and again; what lies within another is left out.
     */
    List<ConceptId> tiles(ConceptId concept) {
        return spread(narrower(concept), size(whole(concept)));
    }

    /** What stands on the map of the whole lab: concepts in use that nothing is broader than, spread in the same way. */
    List<ConceptId> tiles() {
        Set<ConceptId> tops = new LinkedHashSet<>();
        Members all = new Members();
        direct.forEach((concept, members) -> {
            all.add(members);
            above(concept).stream()
                    .filter(one -> broader.getOrDefault(one, Set.of()).isEmpty())
                    .forEach(tops::add);
        });
        return spread(sorted(tops.stream()), size(all));
    }

    private List<ConceptId> spread(List<ConceptId> from, int all) {
        Set<ConceptId> shown = new LinkedHashSet<>(from);
        Predicate<ConceptId> hiding =
                one -> 2 * size(whole(one)) > all && narrower(one).size() > 1;
        for (List<ConceptId> large = shown.stream().filter(hiding).toList();
                !large.isEmpty();
                large = shown.stream().filter(hiding).toList()) {
            large.forEach(shown::remove);
            large.forEach(one -> shown.addAll(narrower(one)));
        }
        Set<ConceptId> inside = new HashSet<>();
        shown.forEach(one -> {
            Set<ConceptId> below = below(one);
            below.remove(one);
            inside.addAll(below);
        });
        return sorted(shown.stream().filter(one -> !inside.contains(one)));
    }

    /** Those in use, greatest first. */
    private List<ConceptId> sorted(Stream<ConceptId> concepts) {
        return concepts.filter(one -> size(whole(one)) > 0)
                .sorted(Comparator.comparing((ConceptId one) -> size(whole(one)))
                        .reversed()
                        .thenComparing(ConceptId::value))
                .toList();
    }

    /** Whom one could ask counts; what only results are about still counts a little. */
    private static int size(Members members) {
        int whom = whom(members);
        return whom > 0 ? whom : Math.min(1, members.count(TopicUse.Kind.RESULT));
    }

    private static int whom(Members members) {
        return members.count(TopicUse.Kind.RESEARCHER) + members.count(TopicUse.Kind.AREA);
    }

    private Members whole(ConceptId concept) {
        Members known = whole.get(concept);
        if (known == null) {
            known = new Members();
            Members own = direct.get(concept);
            if (own != null) {
                known.add(own);
            }
            for (ConceptId below : narrower.getOrDefault(concept, Set.of())) {
                known.add(whole(below));
            }
            whole.put(concept, known);
        }
        return known;
    }

    private Set<ConceptId> below(ConceptId concept) {
        return reached(concept, narrower);
    }

    private Set<ConceptId> above(ConceptId concept) {
        return reached(concept, broader);
    }

    private static Set<ConceptId> reached(ConceptId from, Map<ConceptId, Set<ConceptId>> steps) {
        Set<ConceptId> reached = new LinkedHashSet<>(Set.of(from));
        Set<ConceptId> edge = Set.of(from);
        while (!edge.isEmpty()) {
            edge = edge.stream()
                    .flatMap(one -> steps.getOrDefault(one, Set.of()).stream())
                    .filter(reached::add)
                    .collect(Collectors.toSet());
        }
        return reached;
    }
}

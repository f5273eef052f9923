package kr.nairl.platform.core.vocabulary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.springframework.stereotype.Component;

/** Where everybody finds topics, and where people add those that are missing. */
@Component
public class Concepts {

    /** The most concepts one search answers. */
    public static final int MAX_FOUND = 50;

    private static final int TYPED_MAX = 100;

    private final Transactions transactions;
    private final StoredConcepts stored;
    private final Clock clock;

    Concepts(Transactions transactions, StoredConcepts stored, Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Concepts that a person may mean by what was typed so far: in either language, by abbreviation, by alternative
     * labels, or by initial consonants. A whole label comes before the beginning of one, that before its middle.
     *
     * @param limit 1 to {@link #MAX_FOUND}
     */
    public List<Concept> search(Actor actor, String typed, int limit) {
        new Violations()
                .check(limit >= 1 && limit <= MAX_FOUND, "limit", "page", MAX_FOUND)
                .atMost(TYPED_MAX, "typed", typed)
                .refuse();
        return transactions.read(actor, () -> stored.search(typed, limit));
    }

    /** The concepts with these ids, in their order; unknown ids are left out. */
    public List<Concept> byIds(Actor actor, Collection<ConceptId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Concept> found = transactions.read(actor, () -> stored.byIds(ids));
        Map<ConceptId, Concept> byId = found.stream().collect(Collectors.toMap(Concept::id, Function.identity()));
        return inOrder(ids, byId);
    }

    /** The concepts with these slugs, in their order; unknown slugs are left out. */
    public List<Concept> bySlugs(Actor actor, Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return List.of();
        }
        List<Concept> found = transactions.read(actor, () -> stored.bySlugs(slugs));
        Map<String, Concept> bySlug = found.stream().collect(Collectors.toMap(Concept::slug, Function.identity()));
        return inOrder(slugs, bySlug);
    }

    /**
     * The concept of this name, made now as a proposed one unless a concept has the label in either language, as an
     * alternative or as its abbreviation. Case, spaces and hyphens do not tell labels apart.
     *
     * @throws ForbiddenException for visitors and jobs other than the setup
     * @throws kr.nairl.platform.core.shared.InvalidInputException with field {@code label}
     */
    public Concept propose(Actor actor, LocalizedText label) {
        if (!actor.equals(Actor.Job.SETUP)) {
            actor.requirePerson();
        }
        new Violations()
                .required(Concept.LABEL_MAX, "label", label)
                .check(ConceptNames.nameable(label.ko()), "label.ko", "no-letters")
                .check(ConceptNames.nameable(label.en()), "label.en", "no-letters")
                .refuse();
        return transactions.write(actor, () -> {
            Optional<Concept> existing = named(label);
            if (existing.isPresent()) {
                return existing.get();
            }
            ConceptId id = ConceptId.fresh();
            String slug = ConceptNames.slugOf(label);
            Concept concept = new Concept(id, slug, label, null, List.of(), false);
            if (add(concept)) {
                return concept;
            }
            // Taken: by somebody who proposed the same a moment ago, or by another label of the same letters (C, C++).
            return named(label).orElseGet(() -> {
                String own = slug + "-" + id.value().toString().substring(0, 8);
                Concept apart = new Concept(id, own, label, null, List.of(), false);
                if (!add(apart)) {
                    throw new IllegalStateException("slug taken: " + own);
                }
                return apart;
            });
        });
    }

    /**
     * The confirmed vocabulary as the value that finds concepts in texts.
     *
     * @throws ForbiddenException for all but the indexing job
     */
    public Glossary glossary(Actor actor) {
        if (!actor.equals(Actor.Job.INDEXER)) {
            throw new ForbiddenException("only the indexing job reads the whole glossary");
        }
        return Glossary.of(transactions.read(actor, stored::all).stream()
                .filter(entry -> entry.concept().confirmed())
                .map(Concepts::entryOf)
                .toList());
    }

    static Glossary.Entry entryOf(VocabularyEntry entry) {
        Concept concept = entry.concept();
        return new Glossary.Entry(
                concept.id(),
                concept.slug(),
                concept.label().ko(),
                concept.label().en(),
                concept.abbreviation(),
                alternatives(concept, Language.KO),
                alternatives(concept, Language.EN),
                entry.broader());
    }

    static List<String> alternatives(Concept concept, Language language) {
        return concept.alternatives().stream()
                .filter(alternative -> alternative.language() == language)
                .map(Concept.Alternative::label)
                .toList();
    }

    private boolean add(Concept concept) {
        return stored.add(new VocabularyEntry(concept, Set.of(), "proposal", "CC0-1.0"), clock.instant());
    }

    private Optional<Concept> named(LocalizedText label) {
        List<String> wanted = new ArrayList<>();
        for (Language language : Language.values()) {
            String form = label.exactly(language);
            if (form != null) {
                wanted.add(form);
            }
        }
        return wanted.stream()
                .flatMap(form -> stored.likelyNamed(form).stream()
                        .filter(concept -> concept.labels().stream().anyMatch(other -> ConceptNames.same(form, other))))
                .findFirst();
    }

    private static <K> List<Concept> inOrder(Collection<K> keys, Map<K, Concept> found) {
        return keys.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }
}

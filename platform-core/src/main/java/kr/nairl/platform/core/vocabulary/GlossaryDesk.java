package kr.nairl.platform.core.vocabulary;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lab's glossary as a whole: everybody signed in reads it, lab managers write it. No two concepts share a label of a
 * language, and none is broader than itself, however far around. Writes stand in line, so that two at once cannot break
 * together what each alone keeps.
 */
@Component
public class GlossaryDesk {

    private static final String SUBJECT = "concept";

    private final Transactions transactions;
    private final StoredConcepts stored;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    GlossaryDesk(Transactions transactions, StoredConcepts stored, AuditTrail audit, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Concepts by label in the reader's language; what was searched for as a whole label comes first.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public Page<ConceptRow> page(Actor actor, ConceptFilter filter, Language reader, PageRequest request) {
        actor.requirePerson();
        return transactions.read(actor, () -> stored.page(filter, reader, request));
    }

    /**
     * Concepts that have narrower ones and none broader, by slug.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public List<Topic> areas(Actor actor) {
        actor.requirePerson();
        return transactions.read(actor, stored::tops);
    }

    /**
     * One concept.
     *
     * @throws NotFoundException when no concept has the slug
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public ConceptSheet sheet(Actor actor, String slug) {
        actor.requirePerson();
        return transactions.read(
                actor, () -> stored.sheet(slug).orElseThrow(() -> new NotFoundException("concept " + slug)));
    }

    /**
     * Every concept, proposed ones too, as the value that finds them in texts.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public Glossary whole(Actor actor) {
        actor.require(Role.LAB_MANAGER);
        return Glossary.of(transactions.read(actor, stored::all).stream()
                .map(Concepts::entryOf)
                .toList());
    }

    /**
     * Adds a confirmed concept and answers its slug.
     *
     * @throws InvalidInputException with fields of {@link ConceptWords}
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public String create(Actor actor, ConceptWords words) {
        actor.require(Role.LAB_MANAGER);
        checked(words);
        return transactions.write(actor, () -> {
            stored.hold();
            ConceptId id = ConceptId.fresh();
            fits(id, words);
            String slug = ConceptNames.slugOf(words.label());
            if (!stored.bySlugs(List.of(slug)).isEmpty()) {
                slug += "-" + id.value().toString().substring(0, 8);
            }
            stored.addAll(List.of(entry(id, slug, words, true)), clock.instant());
            audit.record(actor, "concept.created", SUBJECT, id.value(), named(words.label()));
            announce();
            return slug;
        });
    }

    /**
     * Writes a concept anew; a proposed one stays proposed.
     *
     * @param version the one that was read
     * @throws InvalidInputException with fields of {@link ConceptWords}
     * @throws StaleException when somebody else wrote it meanwhile
     * @throws NotFoundException when it is gone
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void edit(Actor actor, ConceptId id, ConceptWords words, int version) {
        actor.require(Role.LAB_MANAGER);
        checked(words);
        transactions.run(actor, () -> {
            stored.hold();
            Concept before = existing(id);
            fits(id, words);
            replace(entry(id, before.slug(), words, before.confirmed()), version);
            audit.record(actor, "concept.edited", SUBJECT, id.value(), named(words.label()));
            announce();
        });
    }

    /**
     * Takes a proposed concept into the glossary.
     *
     * @param version the one that was read
     * @throws StaleException when somebody else wrote it meanwhile
     * @throws InvalidInputException field {@code label}, when another concept has one of its labels
     * @throws NotFoundException when it is gone
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void confirm(Actor actor, ConceptId id, int version) {
        actor.require(Role.LAB_MANAGER);
        transactions.run(actor, () -> {
            stored.hold();
            VocabularyEntry entry = entryOf(existing(id).slug());
            ConceptWords words = words(entry);
            fits(id, words);
            replace(entry(id, entry.concept().slug(), words, true), version);
            audit.record(actor, "concept.confirmed", SUBJECT, id.value(), named(words.label()));
            announce();
        });
    }

    /**
     * Moves every use of a proposed concept to another one and takes the proposal away.
     *
     * @param keepLabels whether the other concept gets the proposal's labels as further ones
     * @throws StaleException when somebody else wrote the proposal meanwhile
     * @throws InvalidInputException field {@code into}, when it is the proposal itself or narrower, and when the first is no
     *     proposal
     * @throws NotFoundException when either is gone
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void merge(Actor actor, ConceptId proposal, ConceptId into, boolean keepLabels, int version) {
        actor.require(Role.LAB_MANAGER);
        transactions.run(actor, () -> {
            stored.hold();
            ConceptSheet from = sheetOf(existing(proposal).slug());
            ConceptSheet to = sheetOf(existing(into).slug());
            new Violations()
                    .check(!from.concept().confirmed(), "into", "concept-confirmed")
                    .check(
                            !reaches(stored.hierarchy(), Set.of(into), proposal) && !proposal.equals(into),
                            "into",
                            "circular")
                    .refuse();
            if (from.version() != version) {
                throw new StaleException("concept " + proposal);
            }
            stored.merge(proposal, into);
            if (keepLabels) {
                VocabularyEntry richer = withLabelsOf(to.entry(), from.concept());
                if (!richer.equals(to.entry())) {
                    replace(richer, to.version());
                }
            }
            audit.record(
                    actor,
                    "concept.merged",
                    SUBJECT,
                    into.value(),
                    Map.of(
                            "concept",
                            from.concept().label().text(Language.KO) + " → "
                                    + to.concept().label().text(Language.KO)));
            announce();
        });
    }

    /**
     * Deletes a concept that nothing uses and that has none narrower.
     *
     * @throws InvalidInputException field {@code concept}, when it is used, also where the actor cannot see it
     * @throws StaleException when somebody else wrote it meanwhile
     * @throws NotFoundException when it is gone
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void delete(Actor actor, ConceptId id, int version) {
        actor.require(Role.LAB_MANAGER);
        transactions.run(actor, () -> {
            stored.hold();
            Concept concept = existing(id);
            new Violations().check(!stored.inUse(id), SUBJECT, "concept-used").refuse();
            if (!stored.delete(id, version)) {
                throw new StaleException("concept " + id);
            }
            audit.record(actor, "concept.deleted", SUBJECT, id.value(), named(concept.label()));
            announce();
        });
    }

    /** What stands in a form about this concept. */
    public static ConceptWords words(VocabularyEntry entry) {
        Concept concept = entry.concept();
        return new ConceptWords(
                concept.label(),
                concept.abbreviation(),
                Concepts.alternatives(concept, Language.KO),
                Concepts.alternatives(concept, Language.EN),
                entry.broader(),
                entry.source(),
                entry.licence());
    }

    private void replace(VocabularyEntry entry, int version) {
        if (!stored.replace(entry, version)) {
            throw new StaleException("concept " + entry.concept().id());
        }
    }

    private Concept existing(ConceptId id) {
        return stored.byIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFoundException("concept " + id));
    }

    private ConceptSheet sheetOf(String slug) {
        return stored.sheet(slug).orElseThrow(() -> new NotFoundException("concept " + slug));
    }

    private VocabularyEntry entryOf(String slug) {
        return sheetOf(slug).entry();
    }

    private static void checked(ConceptWords words) {
        Violations violations = new Violations();
        words.check(violations);
        violations.refuse();
    }

    /** Passes when the words and the place of the concept agree with all others. */
    private void fits(ConceptId id, ConceptWords words) {
        Violations violations = new Violations();
        Map<String, String> taken = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            note(
                    taken,
                    "label." + language.code(),
                    owner(id, language, words.label().exactly(language)));
            note(taken, "abbreviation", owner(id, language, words.abbreviation()));
            String field = language == Language.KO ? "moreKo" : "moreEn";
            for (String label : language == Language.KO ? words.moreKo() : words.moreEn()) {
                note(taken, field, owner(id, language, label));
            }
        }
        taken.forEach((field, other) -> violations.check(false, field, "label-taken", other));
        if (!words.broader().isEmpty()) {
            violations
                    .check(
                            stored.byIds(words.broader()).size()
                                    == words.broader().size(),
                            "broader",
                            "unknown")
                    .check(
                            !words.broader().contains(id) && !reaches(stored.hierarchy(), words.broader(), id),
                            "broader",
                            "circular");
        }
        violations.refuse();
    }

    private static void note(Map<String, String> taken, String field, Optional<String> other) {
        other.ifPresent(label -> taken.putIfAbsent(field, label));
    }

    /** The label of another concept that has this one in the language. */
    private Optional<String> owner(ConceptId id, Language language, @Nullable String label) {
        return label == null
                ? Optional.empty()
                : stored.likelyNamed(label).stream()
                        .filter(other -> !other.id().equals(id) && named(other, language, label))
                        .map(other -> other.label().text(language))
                        .findFirst();
    }

    private static boolean named(Concept concept, Language language, String label) {
        return labels(concept, language).anyMatch(other -> ConceptNames.same(label, other));
    }

    static Stream<String> labels(Concept concept, Language language) {
        return Stream.concat(
                        Stream.of(concept.label().exactly(language), concept.abbreviation()),
                        Concepts.alternatives(concept, language).stream())
                .filter(one -> one != null)
                .map(one -> (String) one);
    }

    /** Does the way up from any of these lead to the concept? */
    static boolean reaches(Map<ConceptId, Set<ConceptId>> hierarchy, Collection<ConceptId> from, ConceptId concept) {
        Set<ConceptId> seen = new HashSet<>();
        Deque<ConceptId> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            ConceptId one = open.remove();
            if (one.equals(concept)) {
                return true;
            }
            if (seen.add(one)) {
                open.addAll(hierarchy.getOrDefault(one, Set.of()));
            }
        }
        return false;
    }

    /** The concept with the other's labels that neither it nor a third concept has. */
    private VocabularyEntry withLabelsOf(VocabularyEntry entry, Concept other) {
        Concept concept = entry.concept();
        ConceptWords words = words(entry);
        Map<Language, List<String>> more = Stream.of(Language.values())
                .collect(Collectors.toMap(Function.identity(), language -> {
                    List<String> all = new ArrayList<>(language == Language.KO ? words.moreKo() : words.moreEn());
                    labels(other, language)
                            .filter(label -> !named(concept, language, label)
                                    && owner(concept.id(), language, label).isEmpty()
                                    && all.size() < ConceptWords.LABELS_MAX)
                            .forEach(all::add);
                    return all;
                }));
        ConceptWords richer = new ConceptWords(
                words.label(),
                words.abbreviation(),
                more.getOrDefault(Language.KO, List.of()),
                more.getOrDefault(Language.EN, List.of()),
                words.broader(),
                words.source(),
                words.licence());
        return entry(concept.id(), concept.slug(), richer, concept.confirmed());
    }

    private static VocabularyEntry entry(ConceptId id, String slug, ConceptWords words, boolean confirmed) {
        List<Concept.Alternative> alternatives = Stream.concat(
                        words.moreKo().stream().map(label -> new Concept.Alternative(Language.KO, label)),
                        words.moreEn().stream().map(label -> new Concept.Alternative(Language.EN, label)))
                .toList();
        return new VocabularyEntry(
                new Concept(id, slug, words.label(), words.abbreviation(), alternatives, confirmed),
                words.broader(),
                words.source(),
                words.licence());
    }

    private static Map<String, String> named(LocalizedText label) {
        return Map.of("concept", label.text(Language.KO));
    }

    private void announce() {
        // Every text may now be read differently.
        changes.announce(Changes.Kind.EVERYTHING, UUID.randomUUID());
    }
}

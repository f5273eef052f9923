package kr.nairl.platform.core.vocabulary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes files into the glossary and writes it into files. A file is looked through first; then what can be taken in is, in
 * one transaction, and what cannot stays out with its reasons. Concepts are told apart by their slug; nothing is removed.
 */
@Component
public class GlossaryExchange {

    /** The largest file, in bytes. */
    public static final int MOST_BYTES = UploadedGlossary.MOST_BYTES;

    private final Transactions transactions;
    private final StoredConcepts stored;
    private final AuditTrail audit;
    private final Changes changes;
    private final Clock clock;

    GlossaryExchange(Transactions transactions, StoredConcepts stored, AuditTrail audit, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What {@link #apply} would do now; nothing is written.
     *
     * @param fileName tells the format by its ending: tsv, txt, ttl, rdf or xml
     * @throws kr.nairl.platform.core.shared.InvalidInputException field {@code file}, when it cannot be read at all
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public GlossaryPreview preview(Actor actor, String fileName, byte[] file) {
        actor.require(Role.LAB_MANAGER);
        UploadedGlossary uploaded = UploadedGlossary.read(fileName, file);
        return transactions.read(actor, () -> plan(uploaded)).preview();
    }

    /**
     * Takes in what the preview promised.
     *
     * @param seen what was looked at
     * @throws StaleException when the glossary changed so that it would now do something else
     * @throws kr.nairl.platform.core.shared.InvalidInputException field {@code file}, when it cannot be read at all
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers
     */
    public void apply(Actor actor, String fileName, byte[] file, GlossaryPreview seen) {
        actor.require(Role.LAB_MANAGER);
        UploadedGlossary uploaded = UploadedGlossary.read(fileName, file);
        transactions.run(actor, () -> {
            stored.hold();
            Plan plan = plan(uploaded);
            if (!plan.preview().equals(seen)) {
                throw new StaleException("the glossary changed since the file was looked through");
            }
            stored.addAll(plan.added(), clock.instant());
            stored.replaceAll(plan.changed());
            if (seen.changesAnything()) {
                audit.record(
                        actor,
                        "glossary.imported",
                        "glossary",
                        UUID.randomUUID(),
                        Map.of("rows", Integer.toString(seen.added() + seen.changed())));
                changes.announce(Changes.Kind.EVERYTHING, UUID.randomUUID());
            }
        });
    }

    /**
     * The confirmed concepts as a file; taken in again, it changes nothing.
     *
     * @param address the platform's own, such as {@code https://lab.example}, for the concepts' IRIs
     * @throws IllegalArgumentException for {@link GlossaryFormat#RDF_XML}
     * @throws kr.nairl.platform.core.shared.ForbiddenException for visitors and jobs
     */
    public String export(Actor actor, GlossaryFormat format, String address) {
        actor.requirePerson();
        return transactions.write(actor, () -> {
            List<VocabularyEntry> all = stored.all();
            Map<ConceptId, String> slugs = all.stream()
                    .collect(Collectors.toMap(
                            entry -> entry.concept().id(),
                            entry -> entry.concept().slug()));
            List<VocabularyEntry> confirmed =
                    all.stream().filter(entry -> entry.concept().confirmed()).toList();
            audit.record(
                    actor,
                    "glossary.exported",
                    "glossary",
                    UUID.randomUUID(),
                    Map.of("rows", Integer.toString(confirmed.size())));
            return switch (format) {
                case TSV -> table(confirmed, slugs);
                case TURTLE -> SkosWriter.turtle(confirmed, slugs, address);
                case RDF_XML -> throw new IllegalArgumentException("RDF/XML is only read");
            };
        });
    }

    private static String table(List<VocabularyEntry> entries, Map<ConceptId, String> slugs) {
        StringBuilder file = new StringBuilder(String.join("\t", GlossaryTable.HEADER)).append('\n');
        for (VocabularyEntry entry : entries) {
            Concept concept = entry.concept();
            List<String> cells = List.of(
                    concept.slug(),
                    orEmpty(concept.label().ko()),
                    orEmpty(concept.label().en()),
                    orEmpty(concept.abbreviation()),
                    String.join("|", Concepts.alternatives(concept, Language.KO)),
                    String.join("|", Concepts.alternatives(concept, Language.EN)),
                    entry.broader().stream()
                            .map(slugs::get)
                            .filter(Objects::nonNull)
                            .sorted()
                            .collect(Collectors.joining("|")),
                    entry.source(),
                    entry.licence());
            file.append(cells.stream().map(UploadedGlossary.TableCell::written).collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return file.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private record Plan(GlossaryPreview preview, List<VocabularyEntry> added, List<VocabularyEntry> changed) {}

    /** A concept of the file that nothing speaks against so far. */
    private record Candidate(UploadedGlossary.Item item, GlossaryTable.Row row) {}

    private Plan plan(UploadedGlossary uploaded) {
        Map<String, VocabularyEntry> known = stored.all().stream()
                .collect(Collectors.toMap(entry -> entry.concept().slug(), Function.identity()));
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        Map<UploadedGlossary.Item, List<Violation>> refused = new LinkedHashMap<>();
        for (UploadedGlossary.Item item : uploaded.items()) {
            GlossaryTable.Row row = item.row();
            List<Violation> faults = new ArrayList<>(item.faults());
            if (row != null) {
                faults.addAll(faultsOf(row));
            }
            if (row == null || !faults.isEmpty()) {
                refused.put(item, faults);
            } else {
                candidates.put(row.slug(), new Candidate(item, row));
            }
        }
        Map<String, ConceptId> ids = new HashMap<>();
        known.forEach((slug, entry) -> ids.put(slug, entry.concept().id()));
        // Names that the same file gives the same ids in every plan, so that two plans can be compared.
        candidates.keySet().forEach(slug -> ids.computeIfAbsent(slug, GlossaryTable::idOf));
        Map<String, VocabularyEntry> unchanged = new HashMap<>();
        candidates.values().removeIf(candidate -> {
            VocabularyEntry before = known.get(candidate.row().slug());
            boolean same = before != null
                    && ids.keySet().containsAll(candidate.row().broader())
                    && before.equals(GlossaryImport.entry(candidate.row(), ids));
            if (same) {
                unchanged.put(candidate.row().slug(), before);
            }
            return same;
        });
        // What is refused brings back how it was before, which may refuse others.
        boolean again = true;
        while (again) {
            Map<Candidate, Violation> out = conflicts(candidates, known, ids);
            out.forEach((candidate, fault) -> {
                refused.put(candidate.item(), List.of(fault));
                candidates.remove(candidate.row().slug());
            });
            again = !out.isEmpty();
        }
        List<VocabularyEntry> added = new ArrayList<>();
        List<VocabularyEntry> changed = new ArrayList<>();
        List<GlossaryPreview.Line> lines = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            VocabularyEntry entry = GlossaryImport.entry(candidate.row(), ids);
            boolean fresh = !known.containsKey(candidate.row().slug());
            (fresh ? added : changed).add(entry);
            lines.add(new GlossaryPreview.Line(entry.concept().label(), fresh));
        }
        List<GlossaryPreview.Refused> told = uploaded.items().stream()
                .filter(refused::containsKey)
                .map(item -> new GlossaryPreview.Refused(
                        item.place(), label(item.row()), refused.getOrDefault(item, List.of())))
                .toList();
        return new Plan(
                new GlossaryPreview(added.size(), changed.size(), unchanged.size(), told.size(), lines, told),
                added,
                changed);
    }

    private static LocalizedText label(GlossaryTable.@Nullable Row row) {
        return row == null ? LocalizedText.EMPTY : LocalizedText.of(row.ko(), row.en());
    }

    private static List<Violation> faultsOf(GlossaryTable.Row row) {
        Violations violations = new Violations()
                .required(GlossaryImport.SLUG_MAX, "slug", row.slug())
                .check(
                        row.slug().isEmpty() || row.slug().matches("[\\p{L}\\p{N}]+(-+[\\p{L}\\p{N}]+)*-?"),
                        "slug",
                        "glossary-slug")
                .check(
                        row.broader().size() <= ConceptWords.BROADER_MAX,
                        "broader",
                        "too-many",
                        ConceptWords.BROADER_MAX)
                .check(!row.broader().contains(row.slug()), "broader", "circular");
        new ConceptWords(
                        label(row),
                        row.abbreviation(),
                        row.alternativeKo(),
                        row.alternativeEn(),
                        Set.of(),
                        row.source(),
                        row.licence())
                .check(violations);
        return violations.found();
    }

    /** What cannot go together with the others as they would then be. */
    private static Map<Candidate, Violation> conflicts(
            Map<String, Candidate> candidates, Map<String, VocabularyEntry> known, Map<String, ConceptId> ids) {
        Map<Candidate, Violation> out = new LinkedHashMap<>();
        candidates
                .values()
                .forEach(candidate -> candidate.row().broader().stream()
                        .filter(slug -> !candidates.containsKey(slug) && !known.containsKey(slug))
                        .findFirst()
                        .ifPresent(slug ->
                                out.put(candidate, UploadedGlossary.fault("broader", "glossary-broader", slug))));
        if (!out.isEmpty()) {
            return out;
        }
        Map<String, String> owners = new HashMap<>();
        known.forEach((slug, entry) -> {
            if (!candidates.containsKey(slug)) {
                keys(entry.concept()).forEach((key, label) -> owners.put(key, slug));
            }
        });
        Map<ConceptId, Set<ConceptId>> hierarchy = new HashMap<>();
        known.values().forEach(entry -> hierarchy.put(entry.concept().id(), entry.broader()));
        candidates.values().forEach(candidate -> {
            VocabularyEntry entry = GlossaryImport.entry(candidate.row(), ids);
            hierarchy.put(entry.concept().id(), entry.broader());
            Map<String, String> keys = keys(entry.concept());
            keys.entrySet().stream()
                    .filter(key -> owners.containsKey(key.getKey()))
                    .findFirst()
                    .ifPresent(key -> out.put(
                            candidate,
                            UploadedGlossary.fault(
                                    key.getKey().substring(0, 2),
                                    "glossary-label-taken",
                                    key.getValue(),
                                    owners.getOrDefault(key.getKey(), ""))));
            if (!out.containsKey(candidate)) {
                keys.keySet().forEach(key -> owners.put(key, candidate.row().slug()));
            }
        });
        Set<ConceptId> cyclic = cyclic(hierarchy);
        candidates.values().forEach(candidate -> {
            if (cyclic.contains(ids.get(candidate.row().slug()))) {
                out.putIfAbsent(candidate, UploadedGlossary.fault("broader", "circular"));
            }
        });
        return out;
    }

    /** The concept's labels by what makes them the same, each with its language's code before it. */
    private static Map<String, String> keys(Concept concept) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            GlossaryDesk.labels(concept, language)
                    .forEach(label -> keys.putIfAbsent(language.code() + ConceptNames.squashed(label), label));
        }
        return keys;
    }

    /** Concepts that are left when those without broader ones are taken away again and again, and narrower than none of these. */
    private static Set<ConceptId> cyclic(Map<ConceptId, Set<ConceptId>> hierarchy) {
        Set<ConceptId> left = peeled(hierarchy);
        if (left.isEmpty()) {
            return left;
        }
        // From the other side, too: what only hangs under a circle is no part of one.
        Map<ConceptId, Set<ConceptId>> turned = new HashMap<>();
        left.forEach(one -> turned.put(one, new HashSet<>()));
        left.forEach(one -> hierarchy.getOrDefault(one, Set.of()).stream()
                .filter(left::contains)
                .forEach(up -> turned.getOrDefault(up, new HashSet<>()).add(one)));
        return peeled(turned);
    }

    private static Set<ConceptId> peeled(Map<ConceptId, Set<ConceptId>> hierarchy) {
        Map<ConceptId, Integer> open = new HashMap<>();
        Map<ConceptId, List<ConceptId>> below = new HashMap<>();
        hierarchy.forEach((one, above) -> {
            List<ConceptId> inside =
                    above.stream().filter(hierarchy::containsKey).toList();
            open.put(one, inside.size());
            inside.forEach(
                    up -> below.computeIfAbsent(up, any -> new ArrayList<>()).add(one));
        });
        List<ConceptId> free = new ArrayList<>();
        open.forEach((one, count) -> {
            if (count == 0) {
                free.add(one);
            }
        });
        for (int i = 0; i < free.size(); i++) {
            ConceptId one = free.get(i);
            open.remove(one);
            below.getOrDefault(one, Collections.emptyList()).forEach(next -> {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            });
        }
        return new HashSet<>(open.keySet());
    }
}

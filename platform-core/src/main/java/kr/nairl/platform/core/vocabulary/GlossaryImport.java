package kr.nairl.platform.core.vocabulary;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a glossary table into the vocabulary. Rows are told apart by their slug: a known one is brought to the row's form
 * and confirmed, an unknown one is added. The same table twice changes nothing, and nothing is ever removed.
 */
@Component
public class GlossaryImport {

    static final int SLUG_MAX = 120;

    private final Transactions transactions;
    private final StoredConcepts stored;
    private final Changes changes;
    private final Clock clock;

    GlossaryImport(Transactions transactions, StoredConcepts stored, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.stored = stored;
        this.changes = changes;
        this.clock = clock;
    }

    /** What an import did, in rows. */
    public record Report(int added, int changed, int unchanged) {}

    /**
     * Imports the table, whole or not at all.
     *
     * @throws kr.nairl.platform.core.shared.ForbiddenException for all but lab managers and the setup job
     * @throws kr.nairl.platform.core.shared.InvalidInputException with fields such as {@code rows[3].en}, counted from 0
     */
    public Report importTable(Actor actor, GlossaryTable table) {
        if (!actor.equals(Actor.Job.SETUP)) {
            actor.require(Role.LAB_MANAGER);
        }
        check(table);
        return transactions.write(actor, () -> {
            Map<String, VocabularyEntry> known = stored.all().stream()
                    .collect(Collectors.toMap(entry -> entry.concept().slug(), Function.identity()));
            Map<String, ConceptId> ids = new HashMap<>();
            known.forEach((slug, entry) -> ids.put(slug, entry.concept().id()));
            table.rows().forEach(row -> ids.computeIfAbsent(row.slug(), slug -> ConceptId.fresh()));

            List<VocabularyEntry> added = new ArrayList<>();
            List<VocabularyEntry> changed = new ArrayList<>();
            for (GlossaryTable.Row row : table.rows()) {
                VocabularyEntry entry = entry(row, ids);
                VocabularyEntry before = known.get(row.slug());
                if (before == null) {
                    added.add(entry);
                } else if (!before.equals(entry)) {
                    changed.add(entry);
                }
            }
            stored.addAll(added, clock.instant());
            stored.replaceAll(changed);
            if (!added.isEmpty() || !changed.isEmpty()) {
                // Every text may now be read differently.
                changes.announce(Changes.Kind.EVERYTHING, UUID.randomUUID());
            }
            return new Report(added.size(), changed.size(), table.rows().size() - added.size() - changed.size());
        });
    }

    /** The row as a concept of the glossary; every broader slug has an id. */
    static VocabularyEntry entry(GlossaryTable.Row row, Map<String, ConceptId> ids) {
        Set<ConceptId> broader = new LinkedHashSet<>();
        row.broader().forEach(slug -> broader.add(Objects.requireNonNull(ids.get(slug), slug)));
        Concept concept = new Concept(
                Objects.requireNonNull(ids.get(row.slug())),
                row.slug(),
                LocalizedText.of(row.ko(), row.en()),
                row.abbreviation(),
                Stream.concat(
                                alternatives(Language.KO, row.alternativeKo(), row.ko()),
                                alternatives(Language.EN, row.alternativeEn(), row.en()))
                        .toList(),
                true);
        return new VocabularyEntry(concept, broader, row.source(), row.licence());
    }

    /** In the order in which they are read back. */
    private static Stream<Concept.Alternative> alternatives(
            Language language, List<String> labels, @Nullable String preferred) {
        return labels.stream()
                .filter(label -> !label.equals(preferred))
                .distinct()
                .sorted()
                .map(label -> new Concept.Alternative(language, label));
    }

    private static void check(GlossaryTable table) {
        Violations violations = new Violations();
        for (int i = 0; i < table.rows().size(); i++) {
            GlossaryTable.Row row = table.rows().get(i);
            String field = "rows[" + i + "]";
            violations.required(SLUG_MAX, field + ".slug", row.slug());
            violations.check(row.ko() != null || row.en() != null, field, "required");
            violations.atMost(Concept.LABEL_MAX, field + ".ko", row.ko());
            violations.atMost(Concept.LABEL_MAX, field + ".en", row.en());
            violations.atMost(Concept.ABBREVIATION_MAX, field + ".abbreviation", row.abbreviation());
            for (String label : row.alternativeKo()) {
                violations.required(Concept.LABEL_MAX, field + ".alternativeKo", label);
            }
            for (String label : row.alternativeEn()) {
                violations.required(Concept.LABEL_MAX, field + ".alternativeEn", label);
            }
            violations.check(!row.broader().contains(row.slug()), field + ".broader", "circular");
        }
        violations.refuse();
    }
}

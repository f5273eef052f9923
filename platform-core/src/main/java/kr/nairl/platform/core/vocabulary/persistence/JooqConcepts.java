package kr.nairl.platform.core.vocabulary.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.CONCEPT_BROADER;
import static kr.nairl.platform.core.sql.Tables.CONCEPT_LABEL;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.StoredConcepts;
import kr.nairl.platform.core.vocabulary.VocabularyEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** Concepts with their labels in one statement each. The search key holds every label, each between separators. */
@Component
class JooqConcepts implements StoredConcepts {

    private static final String CONFIRMED = "CONFIRMED";
    private static final String PROPOSED = "PROPOSED";

    private static final Field<List<Concept.Alternative>> ALTERNATIVES = multiset(
                    select(CONCEPT_LABEL.LANGUAGE, CONCEPT_LABEL.LABEL)
                            .from(CONCEPT_LABEL)
                            .where(CONCEPT_LABEL.CONCEPT_ID.eq(CONCEPT.ID)))
            .as("alternatives")
            .convertFrom(rows ->
                    rows.map(row -> new Concept.Alternative(Language.ofCode(row.value1()), row.value2())).stream()
                            // Sorted here: PostgreSQL's order depends on the database's collation.
                            .sorted(Comparator.comparing(Concept.Alternative::language)
                                    .thenComparing(Concept.Alternative::label))
                            .toList());

    private static final Field<Set<ConceptId>> BROADER = multiset(select(CONCEPT_BROADER.BROADER_ID)
                    .from(CONCEPT_BROADER)
                    .where(CONCEPT_BROADER.CONCEPT_ID.eq(CONCEPT.ID)))
            .as("broader")
            .convertFrom(rows -> new HashSet<>(rows.map(row -> row.value1())));

    private final DSLContext sql;

    JooqConcepts(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Concept> search(String typed, int limit) {
        String letters = letters(typed);
        return concepts(CONCEPT.SEARCH_KEY.like(SearchKey.pattern(typed)))
                .orderBy(
                        case_().when(CONCEPT.SEARCH_KEY.like("%|" + letters + "|%"), 0)
                                .when(CONCEPT.SEARCH_KEY.like("%|" + letters + "%"), 1)
                                .otherwise(2),
                        CONCEPT.STATUS, // CONFIRMED before PROPOSED
                        position(CONCEPT.SEARCH_KEY, letters),
                        coalesce(CONCEPT.LABEL_EN, CONCEPT.LABEL_KO),
                        CONCEPT.ID)
                .limit(limit)
                .fetch(JooqConcepts::concept);
    }

    @Override
    public List<Concept> byIds(Collection<ConceptId> ids) {
        return concepts(CONCEPT.ID.in(ids)).fetch(JooqConcepts::concept);
    }

    @Override
    public List<Concept> bySlugs(Collection<String> slugs) {
        return concepts(CONCEPT.SLUG.in(slugs)).fetch(JooqConcepts::concept);
    }

    @Override
    public List<Concept> likelyNamed(String label) {
        return concepts(CONCEPT.SEARCH_KEY.like("%|" + letters(label) + "|%"))
                .orderBy(CONCEPT.STATUS, CONCEPT.SLUG)
                .fetch(JooqConcepts::concept);
    }

    @Override
    public boolean add(VocabularyEntry entry, Instant now) {
        return sql.insertInto(CONCEPT)
                        .set(CONCEPT.ID, entry.concept().id())
                        .set(CONCEPT.SLUG, entry.concept().slug())
                        .set(CONCEPT.LABEL_KO, entry.concept().label().ko())
                        .set(CONCEPT.LABEL_EN, entry.concept().label().en())
                        .set(CONCEPT.ABBREVIATION, entry.concept().abbreviation())
                        .set(CONCEPT.STATUS, status(entry.concept()))
                        .set(CONCEPT.SOURCE, entry.source())
                        .set(CONCEPT.LICENCE, entry.licence())
                        .set(CONCEPT.SEARCH_KEY, searchKey(entry.concept()))
                        .set(CONCEPT.CREATED_AT, now)
                        .onConflict(CONCEPT.SLUG)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public List<VocabularyEntry> all() {
        return sql.select(CONCEPT.fields())
                .select(ALTERNATIVES, BROADER)
                .from(CONCEPT)
                .orderBy(CONCEPT.SLUG)
                .fetch(row -> new VocabularyEntry(
                        concept(row), row.get(BROADER), row.get(CONCEPT.SOURCE), row.get(CONCEPT.LICENCE)));
    }

    @Override
    public void addAll(List<VocabularyEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        List<Query> queries = new ArrayList<>();
        for (VocabularyEntry entry : entries) {
            queries.add(sql.insertInto(CONCEPT)
                    .set(CONCEPT.ID, entry.concept().id())
                    .set(CONCEPT.SLUG, entry.concept().slug())
                    .set(CONCEPT.LABEL_KO, entry.concept().label().ko())
                    .set(CONCEPT.LABEL_EN, entry.concept().label().en())
                    .set(CONCEPT.ABBREVIATION, entry.concept().abbreviation())
                    .set(CONCEPT.STATUS, status(entry.concept()))
                    .set(CONCEPT.SOURCE, entry.source())
                    .set(CONCEPT.LICENCE, entry.licence())
                    .set(CONCEPT.SEARCH_KEY, searchKey(entry.concept()))
                    .set(CONCEPT.CREATED_AT, now));
        }
        entries.forEach(entry -> queries.addAll(parts(entry)));
        sql.batch(queries).execute();
    }

    @Override
    public void replaceAll(List<VocabularyEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<Query> queries = new ArrayList<>();
        for (VocabularyEntry entry : entries) {
            ConceptId id = entry.concept().id();
            queries.add(sql.update(CONCEPT)
                    .set(CONCEPT.LABEL_KO, entry.concept().label().ko())
                    .set(CONCEPT.LABEL_EN, entry.concept().label().en())
                    .set(CONCEPT.ABBREVIATION, entry.concept().abbreviation())
                    .set(CONCEPT.STATUS, status(entry.concept()))
                    .set(CONCEPT.SOURCE, entry.source())
                    .set(CONCEPT.LICENCE, entry.licence())
                    .set(CONCEPT.SEARCH_KEY, searchKey(entry.concept()))
                    .where(CONCEPT.ID.eq(id)));
            queries.add(sql.deleteFrom(CONCEPT_LABEL).where(CONCEPT_LABEL.CONCEPT_ID.eq(id)));
            queries.add(sql.deleteFrom(CONCEPT_BROADER).where(CONCEPT_BROADER.CONCEPT_ID.eq(id)));
            queries.addAll(parts(entry));
        }
        sql.batch(queries).execute();
    }

    private List<Query> parts(VocabularyEntry entry) {
        List<Query> queries = new ArrayList<>();
        for (Concept.Alternative alternative : entry.concept().alternatives()) {
            queries.add(sql.insertInto(CONCEPT_LABEL)
                    .set(CONCEPT_LABEL.CONCEPT_ID, entry.concept().id())
                    .set(CONCEPT_LABEL.LANGUAGE, alternative.language().code())
                    .set(CONCEPT_LABEL.LABEL, alternative.label()));
        }
        for (ConceptId broader : entry.broader()) {
            queries.add(sql.insertInto(CONCEPT_BROADER)
                    .set(CONCEPT_BROADER.CONCEPT_ID, entry.concept().id())
                    .set(CONCEPT_BROADER.BROADER_ID, broader));
        }
        return queries;
    }

    private SelectConditionStep<Record> concepts(Condition condition) {
        return sql.select(CONCEPT.fields()).select(ALTERNATIVES).from(CONCEPT).where(condition);
    }

    private static Concept concept(Record row) {
        return new Concept(
                row.get(CONCEPT.ID),
                row.get(CONCEPT.SLUG),
                LocalizedText.of(row.get(CONCEPT.LABEL_KO), row.get(CONCEPT.LABEL_EN)),
                row.get(CONCEPT.ABBREVIATION),
                row.get(ALTERNATIVES),
                row.get(CONCEPT.STATUS).equals(CONFIRMED));
    }

    private static String status(Concept concept) {
        return concept.confirmed() ? CONFIRMED : PROPOSED;
    }

    private static String searchKey(Concept concept) {
        return SearchKey.of(concept.labels().toArray(String[]::new));
    }

    /** What the search key keeps of a text: letters and digits only, so nothing that LIKE would read as a wildcard. */
    private static String letters(String text) {
        String pattern = SearchKey.pattern(text);
        return pattern.substring(1, pattern.length() - 1);
    }
}

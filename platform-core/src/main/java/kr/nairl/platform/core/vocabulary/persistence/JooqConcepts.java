package kr.nairl.platform.core.vocabulary.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.CONCEPT_BROADER;
import static kr.nairl.platform.core.sql.Tables.CONCEPT_LABEL;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.INTEREST_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESULT_TOPIC;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT_APPLICATION;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.withRecursive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptFilter;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.ConceptRow;
import kr.nairl.platform.core.vocabulary.ConceptSheet;
import kr.nairl.platform.core.vocabulary.ConceptUses;
import kr.nairl.platform.core.vocabulary.StoredConcepts;
import kr.nairl.platform.core.vocabulary.Topic;
import kr.nairl.platform.core.vocabulary.VocabularyEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
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

    private static final kr.nairl.platform.core.sql.tables.Concept OTHER = CONCEPT.as("other");

    private static final Field<List<Topic>> ABOVE = multiset(
                    select(OTHER.ID, OTHER.SLUG, OTHER.LABEL_KO, OTHER.LABEL_EN)
                            .from(CONCEPT_BROADER)
                            .join(OTHER)
                            .on(OTHER.ID.eq(CONCEPT_BROADER.BROADER_ID))
                            .where(CONCEPT_BROADER.CONCEPT_ID.eq(CONCEPT.ID))
                            .orderBy(OTHER.SLUG))
            .as("above")
            .convertFrom(JooqConcepts::topics);

    private static final Field<List<Topic>> BELOW = multiset(
                    select(OTHER.ID, OTHER.SLUG, OTHER.LABEL_KO, OTHER.LABEL_EN)
                            .from(CONCEPT_BROADER)
                            .join(OTHER)
                            .on(OTHER.ID.eq(CONCEPT_BROADER.CONCEPT_ID))
                            .where(CONCEPT_BROADER.BROADER_ID.eq(CONCEPT.ID))
                            .orderBy(OTHER.SLUG))
            .as("below")
            .convertFrom(JooqConcepts::topics);

    /** Whose topics every signed-in person may see. */
    private static final List<String> SIGNED_IN = List.of("PUBLIC", "MEMBERS");

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
        // Slugs come from addresses; PostgreSQL refuses a text with this character, which no slug has.
        List<String> storable =
                slugs.stream().filter(slug -> slug.indexOf('\0') < 0).toList();
        return concepts(CONCEPT.SLUG.in(storable)).fetch(JooqConcepts::concept);
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
                    .set(CONCEPT.VERSION, CONCEPT.VERSION.plus(1))
                    .where(CONCEPT.ID.eq(id)));
            queries.add(sql.deleteFrom(CONCEPT_LABEL).where(CONCEPT_LABEL.CONCEPT_ID.eq(id)));
            queries.add(sql.deleteFrom(CONCEPT_BROADER).where(CONCEPT_BROADER.CONCEPT_ID.eq(id)));
            queries.addAll(parts(entry));
        }
        sql.batch(queries).execute();
    }

    @Override
    public void hold() {
        sql.execute("SELECT pg_advisory_xact_lock(hashtext('platform.glossary'))");
    }

    @Override
    public Page<ConceptRow> page(ConceptFilter filter, Language reader, PageRequest request) {
        Condition wanted = passing(filter);
        List<SortField<?>> order = new ArrayList<>();
        if (!filter.text().isBlank()) {
            String letters = letters(filter.text());
            order.add(case_().when(CONCEPT.SEARCH_KEY.like("%|" + letters + "|%"), 0)
                    .when(CONCEPT.SEARCH_KEY.like("%|" + letters + "%"), 1)
                    .otherwise(2)
                    .asc());
        }
        order.add((reader == Language.KO
                        ? coalesce(CONCEPT.LABEL_KO, lower(CONCEPT.LABEL_EN))
                        : coalesce(lower(CONCEPT.LABEL_EN), CONCEPT.LABEL_KO))
                .asc());
        order.add(CONCEPT.ID.asc());
        int total = sql.fetchCount(CONCEPT, wanted);
        return new Page<>(
                sql.select(CONCEPT.fields())
                        .select(ALTERNATIVES, ABOVE)
                        .from(CONCEPT)
                        .where(wanted)
                        .orderBy(order)
                        .limit(request.limit())
                        .offset(request.offset())
                        .fetch(row -> new ConceptRow(concept(row), row.get(ABOVE))),
                total);
    }

    private static Condition passing(ConceptFilter filter) {
        Condition wanted =
                filter.text().isBlank() ? noCondition() : CONCEPT.SEARCH_KEY.like(SearchKey.pattern(filter.text()));
        if (filter.confirmed() != null) {
            wanted = wanted.and(CONCEPT.STATUS.eq(filter.confirmed() ? CONFIRMED : PROPOSED));
        }
        if (filter.lacking() != null) {
            wanted = wanted.and((filter.lacking() == Language.KO ? CONCEPT.LABEL_KO : CONCEPT.LABEL_EN).isNull());
        }
        if (filter.area() != null) {
            Name below = name("below");
            Field<ConceptId> id = field(below.append("id"), CONCEPT.ID.getDataType());
            wanted = wanted.and(CONCEPT.ID.in(withRecursive("below", "id")
                    .as(select(CONCEPT.ID)
                            .from(CONCEPT)
                            .where(CONCEPT.ID.eq(filter.area()))
                            .union(select(CONCEPT_BROADER.CONCEPT_ID)
                                    .from(CONCEPT_BROADER)
                                    .join(table(below))
                                    .on(CONCEPT_BROADER.BROADER_ID.eq(id))))
                    .select(id)
                    .from(table(below))));
        }
        return wanted;
    }

    @Override
    public List<Topic> tops() {
        return sql.select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                .from(CONCEPT)
                .where(notExists(selectOne().from(CONCEPT_BROADER).where(CONCEPT_BROADER.CONCEPT_ID.eq(CONCEPT.ID))))
                .and(exists(selectOne().from(CONCEPT_BROADER).where(CONCEPT_BROADER.BROADER_ID.eq(CONCEPT.ID))))
                .orderBy(CONCEPT.SLUG)
                .fetch(row -> topic(row));
    }

    @Override
    public Optional<ConceptSheet> sheet(String slug) {
        Field<Integer> interests = count(
                "interests",
                selectCount()
                        .from(INTEREST_TOPIC)
                        .join(INTEREST)
                        .on(INTEREST.ID.eq(INTEREST_TOPIC.INTEREST_ID))
                        .where(INTEREST_TOPIC.CONCEPT_ID.eq(CONCEPT.ID))
                        .and(INTEREST.STATE.eq("OPEN"))
                        .and(INTEREST.AUDIENCE.in(SIGNED_IN))
                        .and(INTEREST_TOPIC.AUDIENCE.in(SIGNED_IN)));
        Field<Integer> researchers = count(
                "researchers", selectCount().from(RESEARCHER_TOPIC).where(RESEARCHER_TOPIC.CONCEPT_ID.eq(CONCEPT.ID)));
        Field<Integer> areas = count(
                "areas", selectCount().from(RESEARCH_AREA_TOPIC).where(RESEARCH_AREA_TOPIC.CONCEPT_ID.eq(CONCEPT.ID)));
        Field<Integer> results =
                count("results", selectCount().from(RESULT_TOPIC).where(RESULT_TOPIC.CONCEPT_ID.eq(CONCEPT.ID)));
        Field<Integer> subProjects = count(
                "sub_projects",
                selectCount().from(SUB_PROJECT_APPLICATION).where(SUB_PROJECT_APPLICATION.CONCEPT_ID.eq(CONCEPT.ID)));
        return sql.select(CONCEPT.fields())
                .select(ALTERNATIVES, BROADER, ABOVE, BELOW)
                .select(interests, researchers, areas, results, subProjects)
                .from(CONCEPT)
                .where(CONCEPT.SLUG.eq(slug))
                .fetchOptional(row -> new ConceptSheet(
                        new VocabularyEntry(
                                concept(row), row.get(BROADER), row.get(CONCEPT.SOURCE), row.get(CONCEPT.LICENCE)),
                        row.get(ABOVE),
                        row.get(BELOW),
                        new ConceptUses(
                                row.get(interests),
                                row.get(researchers),
                                row.get(areas),
                                row.get(results),
                                row.get(subProjects)),
                        row.get(CONCEPT.VERSION)));
    }

    private static Field<Integer> count(String name, Select<Record1<Integer>> counted) {
        return field(counted).as(name);
    }

    @Override
    public Map<ConceptId, Set<ConceptId>> hierarchy() {
        return sql.select(CONCEPT_BROADER.CONCEPT_ID, CONCEPT_BROADER.BROADER_ID).from(CONCEPT_BROADER).fetch().stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(), Collectors.mapping(row -> row.value2(), Collectors.toSet())));
    }

    @Override
    public boolean replace(VocabularyEntry entry, int version) {
        // Locked and compared first: the parts belong to the version that was read.
        boolean stands = sql.selectOne()
                .from(CONCEPT)
                .where(CONCEPT.ID.eq(entry.concept().id()))
                .and(CONCEPT.VERSION.eq(version))
                .forUpdate()
                .fetchOptional()
                .isPresent();
        if (stands) {
            replaceAll(List.of(entry));
        }
        return stands;
    }

    @Override
    public boolean inUse(ConceptId id) {
        return Boolean.TRUE.equals(Routines.conceptInUse(sql.configuration(), id.value()));
    }

    @Override
    public void merge(ConceptId merged, ConceptId kept) {
        Routines.mergeConcept(sql.configuration(), merged.value(), kept.value());
    }

    @Override
    public boolean delete(ConceptId id, int version) {
        return sql.deleteFrom(CONCEPT)
                        .where(CONCEPT.ID.eq(id))
                        .and(CONCEPT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private static List<Topic> topics(Result<Record4<ConceptId, String, String, String>> rows) {
        return rows.map(row -> new Topic(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4())));
    }

    private static Topic topic(Record row) {
        return new Topic(
                row.get(CONCEPT.ID),
                row.get(CONCEPT.SLUG),
                LocalizedText.of(row.get(CONCEPT.LABEL_KO), row.get(CONCEPT.LABEL_EN)));
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

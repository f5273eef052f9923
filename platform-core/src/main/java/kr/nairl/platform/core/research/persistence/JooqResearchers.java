package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_AUTHOR;
import static kr.nairl.platform.core.sql.Tables.RESULT_PIN;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.nairl.platform.core.research.AreaName;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearchRegistry.ResearcherEntry;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherLinks;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.ResearcherWords;
import kr.nairl.platform.core.research.Researchers;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Researchers with all that their cards and pages show, in one statement each. */
@Component
class JooqResearchers implements Researchers {

    private static final Field<List<AreaName>> AREAS = multiset(
                    select(RESEARCH_AREA.ID, RESEARCH_AREA.SLUG, RESEARCH_AREA.NAME_KO, RESEARCH_AREA.NAME_EN)
                            .from(RESEARCHER_AREA)
                            .join(RESEARCH_AREA)
                            .on(RESEARCH_AREA.ID.eq(RESEARCHER_AREA.AREA_ID))
                            .where(RESEARCHER_AREA.RESEARCHER_ID.eq(RESEARCHER.ID))
                            .orderBy(RESEARCH_AREA.POSITION, RESEARCH_AREA.ID))
            .as("areas")
            .convertFrom(rows -> rows.map(
                    row -> new AreaName(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))));

    private static final Condition PINNED_HERE =
            RESULT_PIN.RESEARCHER_ID.eq(RESEARCHER.ID).and(RESULT_PIN.RESULT_ID.eq(RESEARCH_RESULT.ID));

    private static final List<OrderField<?>> PINNED_FIRST = Stream.concat(
                    Stream.of(field(select(RESULT_PIN.POSITION).from(RESULT_PIN).where(PINNED_HERE))
                            .asc()
                            .nullsLast()),
                    ResearchRows.NEWEST.stream())
            .toList();

    /** A pin counts while the researcher is an author. */
    private static final Field<List<ResultId>> PINNED = multiset(select(RESULT_PIN.RESULT_ID)
                    .from(RESULT_PIN)
                    .join(RESULT_AUTHOR)
                    .on(RESULT_AUTHOR.RESULT_ID.eq(RESULT_PIN.RESULT_ID))
                    .and(RESULT_AUTHOR.RESEARCHER_ID.eq(RESULT_PIN.RESEARCHER_ID))
                    .where(RESULT_PIN.RESEARCHER_ID.eq(RESEARCHER.ID))
                    .orderBy(RESULT_PIN.POSITION))
            .as("pinned")
            .convertFrom(rows -> rows.map(Record1::value1));

    private static final Field<List<ResultCard>> RESULTS = multiset(
                    ResearchRows.results(RESEARCH_RESULT.ID.in(select(RESULT_AUTHOR.RESULT_ID)
                                    .from(RESULT_AUTHOR)
                                    .where(RESULT_AUTHOR.RESEARCHER_ID.eq(RESEARCHER.ID))))
                            .orderBy(PINNED_FIRST))
            .as("results")
            .convertFrom(rows -> rows.map(ResearchRows::result));

    private final DSLContext sql;

    JooqResearchers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<ResearcherCard> search(ResearcherFilter filter, PageRequest request) {
        String pattern = SearchKey.pattern(filter.text());
        Condition wanted = passing(filter, pattern);
        int total = sql.fetchCount(select(RESEARCHER.ID).from(RESEARCHER).where(wanted));
        List<OrderField<?>> order = new ArrayList<>();
        order.add(case_().when(RESEARCHER.SEARCH_KEY.like(pattern), 0).otherwise(1));
        order.addAll(ResearchRows.BY_NAME);
        List<ResearcherCard> cards = sql.fetch(ResearchRows.researchers(wanted)
                        .orderBy(order)
                        .limit(request.limit())
                        .offset(request.offset()))
                .map(ResearchRows::researcher);
        return new Page<>(cards, total);
    }

    private static Condition passing(ResearcherFilter filter, String pattern) {
        Condition wanted = noCondition();
        if (!filter.text().isBlank()) {
            wanted = wanted.and(RESEARCHER
                    .SEARCH_KEY
                    .like(pattern)
                    .or(exists(selectOne()
                            .from(RESEARCHER_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESEARCHER_TOPIC.CONCEPT_ID))
                            .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(RESEARCHER.ID))
                            .and(CONCEPT.SEARCH_KEY.like(pattern))))
                    .or(exists(selectOne()
                            .from(ORGANISATION)
                            .where(ORGANISATION.ID.eq(RESEARCHER.ORGANISATION_ID))
                            .and(ORGANISATION.SEARCH_KEY.like(pattern)))));
        }
        if (!filter.subProjects().isEmpty()) {
            wanted = wanted.and(RESEARCHER.SUB_PROJECT_ID.in(filter.subProjects()));
        }
        if (filter.organisation() != null) {
            wanted = wanted.and(RESEARCHER.ORGANISATION_ID.eq(filter.organisation()));
        }
        if (filter.topic() != null) {
            wanted = wanted.and(exists(selectOne()
                    .from(RESEARCHER_TOPIC)
                    .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(RESEARCHER.ID))
                    .and(RESEARCHER_TOPIC.CONCEPT_ID.eq(filter.topic()))));
        }
        wanted = wanted.and(RESEARCHER.RETIRED_AT.isNull());
        return filter.acceptingOnly() ? wanted.and(RESEARCHER.ACCEPTING) : wanted;
    }

    @Override
    public List<String> slugs() {
        return sql.select(RESEARCHER.SLUG)
                .from(RESEARCHER)
                .where(RESEARCHER.RETIRED_AT.isNull())
                .orderBy(ResearchRows.BY_NAME)
                .fetch(Record1::value1);
    }

    @Override
    public List<ResearcherCard> cards(Collection<ResearcherId> ids) {
        return sql.fetch(ResearchRows.researchers(RESEARCHER.ID.in(ids))).map(ResearchRows::researcher);
    }

    @Override
    public Optional<ResearcherPage> page(String slug, @Nullable PersonId reader) {
        return page(RESEARCHER.SLUG.eq(slug).and(RESEARCHER.RETIRED_AT.isNull()), reader);
    }

    @Override
    public Optional<ResearcherPage> ownPage(PersonId person) {
        return page(RESEARCHER.PERSON_ID.eq(person), person);
    }

    private Optional<ResearcherPage> page(Condition which, @Nullable PersonId reader) {
        var query = ResearchRows.researchers(which).getQuery();
        query.addSelect(
                RESEARCHER.BIOGRAPHY_KO,
                RESEARCHER.BIOGRAPHY_EN,
                RESEARCHER.SEEKS_KO,
                RESEARCHER.SEEKS_EN,
                RESEARCHER.HOMEPAGE,
                RESEARCHER.ORCID,
                RESEARCHER.SCHOLAR,
                RESEARCHER.PERSON_ID,
                RESEARCHER.UPDATED_AT,
                RESEARCHER.VERSION,
                AREAS,
                PINNED,
                RESULTS);
        return sql.fetchOptional(query).map(row -> page(row, reader));
    }

    private static ResearcherPage page(Record row, @Nullable PersonId reader) {
        PersonId person = row.get(RESEARCHER.PERSON_ID);
        return new ResearcherPage(
                ResearchRows.researcher(row),
                ResearchRows.text(row, RESEARCHER.BIOGRAPHY_KO, RESEARCHER.BIOGRAPHY_EN),
                ResearchRows.text(row, RESEARCHER.SEEKS_KO, RESEARCHER.SEEKS_EN),
                row.get(AREAS),
                new ResearcherLinks(
                        row.get(RESEARCHER.HOMEPAGE), row.get(RESEARCHER.ORCID), row.get(RESEARCHER.SCHOLAR)),
                row.get(PINNED),
                row.get(RESULTS),
                person != null,
                reader != null && reader.equals(person),
                row.get(RESEARCHER.UPDATED_AT),
                row.get(RESEARCHER.VERSION));
    }

    @Override
    public Optional<ResearcherId> of(PersonId person) {
        return sql.select(RESEARCHER.ID)
                .from(RESEARCHER)
                .where(RESEARCHER.PERSON_ID.eq(person))
                .fetchOptional(RESEARCHER.ID);
    }

    @Override
    public Optional<ResearcherId> bySlug(String slug) {
        return sql.select(RESEARCHER.ID)
                .from(RESEARCHER)
                .where(RESEARCHER.SLUG.eq(slug))
                .fetchOptional(RESEARCHER.ID);
    }

    @Override
    public Set<ResearcherId> unknown(Collection<ResearcherId> ids) {
        Set<ResearcherId> unknown = new HashSet<>(ids);
        if (!unknown.isEmpty()) {
            unknown.removeAll(sql.select(RESEARCHER.ID)
                    .from(RESEARCHER)
                    .where(RESEARCHER.ID.in(ids))
                    .fetch(RESEARCHER.ID));
        }
        return unknown;
    }

    @Override
    public Set<ResearchAreaId> foreignAreas(ResearcherId researcher, Collection<ResearchAreaId> areas) {
        Set<ResearchAreaId> foreign = new HashSet<>(areas);
        if (!foreign.isEmpty()) {
            foreign.removeAll(sql.select(RESEARCH_AREA.ID)
                    .from(RESEARCH_AREA)
                    .join(RESEARCHER)
                    .on(RESEARCHER.SUB_PROJECT_ID.eq(RESEARCH_AREA.SUB_PROJECT_ID))
                    .where(RESEARCHER.ID.eq(researcher))
                    .and(RESEARCH_AREA.ID.in(areas))
                    .fetch(RESEARCH_AREA.ID));
        }
        return foreign;
    }

    @Override
    public boolean edit(ResearcherId id, ResearcherWords words, int version, Instant now) {
        boolean written = sql.update(RESEARCHER)
                        .set(RESEARCHER.HEADLINE_KO, words.headline().ko())
                        .set(RESEARCHER.HEADLINE_EN, words.headline().en())
                        .set(RESEARCHER.BIOGRAPHY_KO, words.biography().ko())
                        .set(RESEARCHER.BIOGRAPHY_EN, words.biography().en())
                        .set(RESEARCHER.SEEKS_KO, words.seeks().ko())
                        .set(RESEARCHER.SEEKS_EN, words.seeks().en())
                        .set(RESEARCHER.ACCEPTING, words.accepting())
                        .set(RESEARCHER.HOMEPAGE, words.links().homepage())
                        .set(RESEARCHER.ORCID, words.links().orcid())
                        .set(RESEARCHER.SCHOLAR, words.links().scholar())
                        .set(RESEARCHER.UPDATED_AT, now)
                        .set(RESEARCHER.VERSION, RESEARCHER.VERSION.plus(1))
                        .where(RESEARCHER.ID.eq(id))
                        .and(RESEARCHER.VERSION.eq(version))
                        .execute()
                == 1;
        if (written) {
            sql.deleteFrom(RESEARCHER_TOPIC)
                    .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(id))
                    .execute();
            sql.deleteFrom(RESEARCHER_AREA)
                    .where(RESEARCHER_AREA.RESEARCHER_ID.eq(id))
                    .execute();
            addTopicsAndAreas(id, words);
        }
        return written;
    }

    @Override
    public void add(ResearcherId id, ResearcherEntry entry, Instant now) {
        ResearcherWords words = entry.words();
        sql.insertInto(RESEARCHER)
                .set(RESEARCHER.ID, id)
                .set(RESEARCHER.SLUG, entry.slug())
                .set(RESEARCHER.PERSON_ID, entry.person())
                .set(RESEARCHER.ORGANISATION_ID, entry.organisation())
                .set(RESEARCHER.SUB_PROJECT_ID, entry.subProject())
                .set(RESEARCHER.ROLE, entry.role().name())
                .set(RESEARCHER.OVERSEAS, entry.overseas())
                .set(RESEARCHER.NAME_KO, entry.name().ko())
                .set(RESEARCHER.NAME_EN, entry.name().en())
                .set(RESEARCHER.HEADLINE_KO, words.headline().ko())
                .set(RESEARCHER.HEADLINE_EN, words.headline().en())
                .set(RESEARCHER.BIOGRAPHY_KO, words.biography().ko())
                .set(RESEARCHER.BIOGRAPHY_EN, words.biography().en())
                .set(RESEARCHER.SEEKS_KO, words.seeks().ko())
                .set(RESEARCHER.SEEKS_EN, words.seeks().en())
                .set(RESEARCHER.ACCEPTING, words.accepting())
                .set(RESEARCHER.HOMEPAGE, words.links().homepage())
                .set(RESEARCHER.ORCID, words.links().orcid())
                .set(RESEARCHER.SCHOLAR, words.links().scholar())
                .set(
                        RESEARCHER.SEARCH_KEY,
                        SearchKey.of(entry.name().ko(), entry.name().en()))
                .set(RESEARCHER.UPDATED_AT, now)
                .set(RESEARCHER.VERSION, 0)
                .execute();
        addTopicsAndAreas(id, words);
    }

    private void addTopicsAndAreas(ResearcherId id, ResearcherWords words) {
        List<Query> inserts = new ArrayList<>();
        int position = 0;
        for (ConceptId topic : words.topics()) {
            inserts.add(sql.insertInto(RESEARCHER_TOPIC)
                    .set(RESEARCHER_TOPIC.RESEARCHER_ID, id)
                    .set(RESEARCHER_TOPIC.CONCEPT_ID, topic)
                    .set(RESEARCHER_TOPIC.POSITION, position++));
        }
        for (ResearchAreaId area : words.areas()) {
            inserts.add(sql.insertInto(RESEARCHER_AREA)
                    .set(RESEARCHER_AREA.RESEARCHER_ID, id)
                    .set(RESEARCHER_AREA.AREA_ID, area));
        }
        if (!inserts.isEmpty()) {
            sql.batch(inserts).execute();
        }
    }

    @Override
    public boolean link(ResearcherId id, PersonId person) {
        return sql.update(RESEARCHER)
                        .set(RESEARCHER.PERSON_ID, person)
                        .set(RESEARCHER.VERSION, RESEARCHER.VERSION.plus(1))
                        .where(RESEARCHER.ID.eq(id))
                        .and(RESEARCHER.PERSON_ID.isNull())
                        .execute()
                > 0;
    }

    @Override
    public Set<String> holdSlugs(String beginning) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtext('platform.researcher.slug'))");
        return sql.select(RESEARCHER.SLUG)
                .from(RESEARCHER)
                .where(RESEARCHER.SLUG.startsWith(beginning))
                .fetchSet(RESEARCHER.SLUG);
    }
}

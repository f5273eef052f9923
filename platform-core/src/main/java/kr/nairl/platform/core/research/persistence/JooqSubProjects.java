package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_AUTHOR;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT_APPLICATION;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT_INSTITUTION;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.AreaName;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearchRegistry.AreaEntry;
import kr.nairl.platform.core.research.ResearchRegistry.SubProjectEntry;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.StoredSubProjects;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjectPage;
import kr.nairl.platform.core.research.SubProjectWords;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.tables.Researcher;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sub-projects with all that their cards and pages show, in one statement each. */
@Component
class JooqSubProjects implements StoredSubProjects {

    private static final Researcher INVESTIGATOR = RESEARCHER.as("investigator");

    private static final Field<List<Affiliation>> INSTITUTIONS = multiset(
                    select(ORGANISATION.ID, ORGANISATION.SLUG, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN)
                            .from(SUB_PROJECT_INSTITUTION)
                            .join(ORGANISATION)
                            .on(ORGANISATION.ID.eq(SUB_PROJECT_INSTITUTION.ORGANISATION_ID))
                            .where(SUB_PROJECT_INSTITUTION.SUB_PROJECT_ID.eq(SUB_PROJECT.ID))
                            .orderBy(SUB_PROJECT_INSTITUTION.POSITION, ORGANISATION.ID))
            .as("institutions")
            .convertFrom(rows -> rows.map(
                    row -> new Affiliation(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))));

    private static final Field<List<AreaName>> AREA_NAMES = multiset(
                    select(RESEARCH_AREA.ID, RESEARCH_AREA.SLUG, RESEARCH_AREA.NAME_KO, RESEARCH_AREA.NAME_EN)
                            .from(RESEARCH_AREA)
                            .where(RESEARCH_AREA.SUB_PROJECT_ID.eq(SUB_PROJECT.ID))
                            .orderBy(RESEARCH_AREA.POSITION, RESEARCH_AREA.ID))
            .as("area_names")
            .convertFrom(rows -> rows.map(
                    row -> new AreaName(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))));

    private static final Field<Integer> RESEARCHERS = field(
                    selectCount().from(RESEARCHER).where(RESEARCHER.SUB_PROJECT_ID.eq(SUB_PROJECT.ID)))
            .as("researchers");

    private static final Field<List<Topic>> APPLICATIONS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(SUB_PROJECT_APPLICATION)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(SUB_PROJECT_APPLICATION.CONCEPT_ID))
                            .where(SUB_PROJECT_APPLICATION.SUB_PROJECT_ID.eq(SUB_PROJECT.ID))
                            .orderBy(coalesce(CONCEPT.LABEL_EN, CONCEPT.LABEL_KO), CONCEPT.ID))
            .as("applications")
            .convertFrom(ResearchRows::topics);

    private final DSLContext sql;

    JooqSubProjects(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<SubProjectCard> all() {
        return sql.select(List.<Field<?>>of(
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.SLUG,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        SUB_PROJECT.SUMMARY_KO,
                        SUB_PROJECT.SUMMARY_EN,
                        INVESTIGATOR.ID,
                        INVESTIGATOR.SLUG,
                        INVESTIGATOR.NAME_KO,
                        INVESTIGATOR.NAME_EN,
                        INSTITUTIONS,
                        AREA_NAMES,
                        RESEARCHERS))
                .from(SUB_PROJECT)
                .leftJoin(INVESTIGATOR)
                .on(INVESTIGATOR.ID.eq(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID))
                .orderBy(SUB_PROJECT.NUMBER)
                .fetch(row -> new SubProjectCard(
                        ResearchRows.subProject(row),
                        ResearchRows.text(row, SUB_PROJECT.SUMMARY_KO, SUB_PROJECT.SUMMARY_EN),
                        investigator(row),
                        row.get(INSTITUTIONS),
                        row.get(AREA_NAMES),
                        row.get(RESEARCHERS)));
    }

    @Override
    public Optional<SubProjectPage> page(int number, @Nullable PersonId reader, int latest) {
        // Built for this sub-project: its rows hold the same tables again, so they cannot lean on an outer row's
        // columns.
        Field<SubProjectId> wanted = field(select(SUB_PROJECT.as("wanted").ID)
                .from(SUB_PROJECT.as("wanted"))
                .where(SUB_PROJECT.as("wanted").NUMBER.eq((short) number)));
        Field<List<AreaCard>> areas = multiset(ResearchRows.areas(RESEARCH_AREA.SUB_PROJECT_ID.eq(wanted))
                        .orderBy(RESEARCH_AREA.POSITION, RESEARCH_AREA.ID))
                .as("areas")
                .convertFrom(rows -> rows.map(ResearchRows::area));
        List<OrderField<?>> order = new ArrayList<>();
        order.add(case_().when(RESEARCHER.ROLE.eq(ResearcherRole.PRINCIPAL_INVESTIGATOR.name()), 0)
                .otherwise(1));
        order.addAll(ResearchRows.BY_NAME);
        Field<List<ResearcherCard>> researchers = multiset(
                        ResearchRows.researchers(RESEARCHER.SUB_PROJECT_ID.eq(wanted))
                                .orderBy(order))
                .as("researchers")
                .convertFrom(rows -> rows.map(ResearchRows::researcher));
        Field<List<ResultCard>> results = multiset(
                        ResearchRows.results(RESEARCH_RESULT.ID.in(select(RESULT_AUTHOR.RESULT_ID)
                                        .from(RESULT_AUTHOR)
                                        .join(RESEARCHER)
                                        .on(RESEARCHER.ID.eq(RESULT_AUTHOR.RESEARCHER_ID))
                                        .where(RESEARCHER.SUB_PROJECT_ID.eq(wanted))))
                                .orderBy(ResearchRows.NEWEST)
                                .limit(latest))
                .as("results")
                .convertFrom(rows -> rows.map(ResearchRows::result));
        return sql.select(List.<Field<?>>of(
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.SLUG,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        SUB_PROJECT.SUMMARY_KO,
                        SUB_PROJECT.SUMMARY_EN,
                        SUB_PROJECT.DESCRIPTION_KO,
                        SUB_PROJECT.DESCRIPTION_EN,
                        SUB_PROJECT.VERSION,
                        INVESTIGATOR.ID,
                        INVESTIGATOR.SLUG,
                        INVESTIGATOR.NAME_KO,
                        INVESTIGATOR.NAME_EN,
                        INVESTIGATOR.PERSON_ID,
                        INSTITUTIONS,
                        APPLICATIONS,
                        areas,
                        researchers,
                        results))
                .from(SUB_PROJECT)
                .leftJoin(INVESTIGATOR)
                .on(INVESTIGATOR.ID.eq(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID))
                .where(SUB_PROJECT.NUMBER.eq((short) number))
                .fetchOptional(row -> new SubProjectPage(
                        ResearchRows.subProject(row),
                        ResearchRows.text(row, SUB_PROJECT.SUMMARY_KO, SUB_PROJECT.SUMMARY_EN),
                        ResearchRows.text(row, SUB_PROJECT.DESCRIPTION_KO, SUB_PROJECT.DESCRIPTION_EN),
                        investigator(row),
                        row.get(INSTITUTIONS),
                        row.get(APPLICATIONS),
                        row.get(areas),
                        row.get(researchers),
                        row.get(results),
                        reader != null && reader.equals(row.get(INVESTIGATOR.PERSON_ID)),
                        row.get(SUB_PROJECT.VERSION)));
    }

    private static @Nullable ResearcherName investigator(Record row) {
        return row.get(INVESTIGATOR.ID) == null
                ? null
                : new ResearcherName(
                        row.get(INVESTIGATOR.ID),
                        row.get(INVESTIGATOR.SLUG),
                        ResearchRows.text(row, INVESTIGATOR.NAME_KO, INVESTIGATOR.NAME_EN));
    }

    @Override
    public Optional<SubProjectId> byNumber(int number) {
        return sql.select(SUB_PROJECT.ID)
                .from(SUB_PROJECT)
                .where(SUB_PROJECT.NUMBER.eq((short) number))
                .fetchOptional(SUB_PROJECT.ID);
    }

    @Override
    public Optional<SubProjectId> bySlug(String slug) {
        return sql.select(SUB_PROJECT.ID)
                .from(SUB_PROJECT)
                .where(SUB_PROJECT.SLUG.eq(slug))
                .fetchOptional(SUB_PROJECT.ID);
    }

    @Override
    public List<AreaCard> areas(Collection<ResearchAreaId> ids) {
        return sql.fetch(ResearchRows.areas(RESEARCH_AREA.ID.in(ids))).map(ResearchRows::area);
    }

    @Override
    public List<AreaCard> areas() {
        return sql.fetch(ResearchRows.areas(noCondition())
                        .orderBy(SUB_PROJECT.NUMBER, RESEARCH_AREA.POSITION, RESEARCH_AREA.ID))
                .map(ResearchRows::area);
    }

    @Override
    public Optional<ResearchAreaId> areaBySlug(String slug) {
        return sql.select(RESEARCH_AREA.ID)
                .from(RESEARCH_AREA)
                .where(RESEARCH_AREA.SLUG.eq(slug))
                .fetchOptional(RESEARCH_AREA.ID);
    }

    @Override
    public boolean leads(PersonId person, SubProjectId id) {
        return sql.fetchExists(select(SUB_PROJECT.ID)
                .from(SUB_PROJECT)
                .join(RESEARCHER)
                .on(RESEARCHER.ID.eq(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID))
                .where(SUB_PROJECT.ID.eq(id))
                .and(RESEARCHER.PERSON_ID.eq(person)));
    }

    @Override
    public boolean edit(SubProjectId id, SubProjectWords words, int version) {
        return sql.update(SUB_PROJECT)
                        .set(SUB_PROJECT.TITLE_KO, words.title().ko())
                        .set(SUB_PROJECT.TITLE_EN, words.title().en())
                        .set(SUB_PROJECT.SUMMARY_KO, words.summary().ko())
                        .set(SUB_PROJECT.SUMMARY_EN, words.summary().en())
                        .set(SUB_PROJECT.DESCRIPTION_KO, words.description().ko())
                        .set(SUB_PROJECT.DESCRIPTION_EN, words.description().en())
                        .set(SUB_PROJECT.VERSION, SUB_PROJECT.VERSION.plus(1))
                        .where(SUB_PROJECT.ID.eq(id))
                        .and(SUB_PROJECT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    @Override
    public void add(SubProjectId id, SubProjectEntry entry) {
        List<Query> inserts = new ArrayList<>();
        inserts.add(sql.insertInto(SUB_PROJECT)
                .set(SUB_PROJECT.ID, id)
                .set(SUB_PROJECT.NUMBER, (short) entry.number())
                .set(SUB_PROJECT.SLUG, entry.slug())
                .set(SUB_PROJECT.TITLE_KO, entry.words().title().ko())
                .set(SUB_PROJECT.TITLE_EN, entry.words().title().en())
                .set(SUB_PROJECT.SUMMARY_KO, entry.words().summary().ko())
                .set(SUB_PROJECT.SUMMARY_EN, entry.words().summary().en())
                .set(SUB_PROJECT.DESCRIPTION_KO, entry.words().description().ko())
                .set(SUB_PROJECT.DESCRIPTION_EN, entry.words().description().en())
                .set(SUB_PROJECT.VERSION, 0));
        for (int position = 0; position < entry.institutions().size(); position++) {
            inserts.add(sql.insertInto(SUB_PROJECT_INSTITUTION)
                    .set(SUB_PROJECT_INSTITUTION.SUB_PROJECT_ID, id)
                    .set(
                            SUB_PROJECT_INSTITUTION.ORGANISATION_ID,
                            entry.institutions().get(position))
                    .set(SUB_PROJECT_INSTITUTION.POSITION, position));
        }
        for (ConceptId application : entry.applications()) {
            inserts.add(sql.insertInto(SUB_PROJECT_APPLICATION)
                    .set(SUB_PROJECT_APPLICATION.SUB_PROJECT_ID, id)
                    .set(SUB_PROJECT_APPLICATION.CONCEPT_ID, application));
        }
        sql.batch(inserts).execute();
    }

    @Override
    public void add(ResearchAreaId id, AreaEntry entry) {
        List<Query> inserts = new ArrayList<>();
        inserts.add(sql.insertInto(RESEARCH_AREA)
                .set(RESEARCH_AREA.ID, id)
                .set(RESEARCH_AREA.SLUG, entry.slug())
                .set(RESEARCH_AREA.SUB_PROJECT_ID, entry.subProject())
                .set(RESEARCH_AREA.ORGANISATION_ID, entry.institution())
                .set(RESEARCH_AREA.POSITION, entry.position())
                .set(RESEARCH_AREA.NAME_KO, entry.name().ko())
                .set(RESEARCH_AREA.NAME_EN, entry.name().en())
                .set(RESEARCH_AREA.SUMMARY_KO, entry.summary().ko())
                .set(RESEARCH_AREA.SUMMARY_EN, entry.summary().en()));
        for (ConceptId topic : entry.topics()) {
            inserts.add(sql.insertInto(RESEARCH_AREA_TOPIC)
                    .set(RESEARCH_AREA_TOPIC.AREA_ID, id)
                    .set(RESEARCH_AREA_TOPIC.CONCEPT_ID, topic));
        }
        sql.batch(inserts).execute();
    }

    @Override
    public void lead(SubProjectId id, ResearcherId researcher) {
        sql.update(SUB_PROJECT)
                .set(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID, researcher)
                .where(SUB_PROJECT.ID.eq(id))
                .and(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID.isNull())
                .execute();
    }
}

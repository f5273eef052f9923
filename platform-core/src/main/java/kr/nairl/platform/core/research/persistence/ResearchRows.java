package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_AUTHOR;
import static kr.nairl.platform.core.sql.Tables.RESULT_TOPIC;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.util.List;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.sql.tables.Researcher;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** The cards that several pages share: what to select for each, and how a row becomes one. */
final class ResearchRows {

    /** The order of researchers within a list that nothing else orders. */
    static final List<OrderField<?>> BY_NAME = List.of(coalesce(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN), RESEARCHER.ID);

    /** Newest first. */
    static final List<OrderField<?>> NEWEST =
            List.of(RESEARCH_RESULT.YEAR.desc().nullsLast(), RESEARCH_RESULT.CREATED_AT.desc(), RESEARCH_RESULT.ID);

    private static final Field<List<Topic>> RESEARCHER_TOPICS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(RESEARCHER_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESEARCHER_TOPIC.CONCEPT_ID))
                            .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(RESEARCHER.ID))
                            .orderBy(RESEARCHER_TOPIC.POSITION))
            .as("researcher_topics")
            .convertFrom(ResearchRows::topics);

    private static final Field<List<Topic>> AREA_TOPICS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(RESEARCH_AREA_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESEARCH_AREA_TOPIC.CONCEPT_ID))
                            .where(RESEARCH_AREA_TOPIC.AREA_ID.eq(RESEARCH_AREA.ID))
                            .orderBy(coalesce(CONCEPT.LABEL_EN, CONCEPT.LABEL_KO), CONCEPT.ID))
            .as("area_topics")
            .convertFrom(ResearchRows::topics);

    private static final Field<List<Topic>> RESULT_TOPICS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(RESULT_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESULT_TOPIC.CONCEPT_ID))
                            .where(RESULT_TOPIC.RESULT_ID.eq(RESEARCH_RESULT.ID))
                            .orderBy(coalesce(CONCEPT.LABEL_EN, CONCEPT.LABEL_KO), CONCEPT.ID))
            .as("result_topics")
            .convertFrom(ResearchRows::topics);

    private static final Researcher AUTHOR = RESEARCHER.as("author");

    private static final Field<List<ResearcherName>> RESULT_AUTHORS = multiset(
                    select(AUTHOR.ID, AUTHOR.SLUG, AUTHOR.NAME_KO, AUTHOR.NAME_EN)
                            .from(RESULT_AUTHOR)
                            .join(AUTHOR)
                            .on(AUTHOR.ID.eq(RESULT_AUTHOR.RESEARCHER_ID))
                            .where(RESULT_AUTHOR.RESULT_ID.eq(RESEARCH_RESULT.ID))
                            .orderBy(RESULT_AUTHOR.POSITION, AUTHOR.ID))
            .as("result_authors")
            .convertFrom(ResearchRows::names);

    private static final Field<Integer> RESEARCHER_RESULTS = field(
                    selectCount().from(RESULT_AUTHOR).where(RESULT_AUTHOR.RESEARCHER_ID.eq(RESEARCHER.ID)))
            .as("researcher_results");

    private static final Researcher MEMBER = RESEARCHER.as("area_member");

    private static final Field<List<ResearcherName>> AREA_PEOPLE = multiset(select(
                            MEMBER.ID, MEMBER.SLUG, MEMBER.NAME_KO, MEMBER.NAME_EN)
                    .from(RESEARCHER_AREA)
                    .join(MEMBER)
                    .on(MEMBER.ID.eq(RESEARCHER_AREA.RESEARCHER_ID))
                    .where(RESEARCHER_AREA.AREA_ID.eq(RESEARCH_AREA.ID))
                    .orderBy(
                            case_().when(MEMBER.ROLE.eq(ResearcherRole.PRINCIPAL_INVESTIGATOR.name()), 0)
                                    .otherwise(1),
                            coalesce(MEMBER.NAME_KO, MEMBER.NAME_EN),
                            MEMBER.ID))
            .as("area_people")
            .convertFrom(ResearchRows::names);

    private ResearchRows() {}

    private static List<ResearcherName> names(Result<? extends Record4<ResearcherId, String, String, String>> rows) {
        return rows.map(
                row -> new ResearcherName(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4())));
    }

    static LocalizedText text(Record row, Field<String> ko, Field<String> en) {
        return LocalizedText.of(row.get(ko), row.get(en));
    }

    static List<Topic> topics(Result<? extends Record4<ConceptId, String, String, String>> rows) {
        return rows.stream()
                .map(row -> new Topic(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4())))
                .toList();
    }

    /** Null when the row was left-joined and the reader may not see the organisation, or there is none. */
    static @Nullable Affiliation affiliation(Record row) {
        return row.get(ORGANISATION.ID) == null
                ? null
                : new Affiliation(
                        row.get(ORGANISATION.ID),
                        row.get(ORGANISATION.SLUG),
                        text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN));
    }

    /** Null when the row was left-joined and there is none. */
    static @Nullable SubProjectName subProjectOrNull(Record row) {
        return row.get(SUB_PROJECT.ID) == null ? null : subProject(row);
    }

    static SubProjectName subProject(Record row) {
        return new SubProjectName(
                row.get(SUB_PROJECT.ID),
                row.get(SUB_PROJECT.NUMBER),
                row.get(SUB_PROJECT.SLUG),
                text(row, SUB_PROJECT.TITLE_KO, SUB_PROJECT.TITLE_EN));
    }

    /** What {@link #researcher} reads, for the researchers that the condition lets through. */
    static SelectConditionStep<Record> researchers(Condition condition) {
        return select(List.<Field<?>>of(
                        RESEARCHER.ID,
                        RESEARCHER.SLUG,
                        RESEARCHER.NAME_KO,
                        RESEARCHER.NAME_EN,
                        RESEARCHER.ROLE,
                        RESEARCHER.OVERSEAS,
                        RESEARCHER.HEADLINE_KO,
                        RESEARCHER.HEADLINE_EN,
                        RESEARCHER.ACCEPTING,
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.SLUG,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        RESEARCHER_TOPICS,
                        RESEARCHER_RESULTS))
                .from(RESEARCHER)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(RESEARCHER.ORGANISATION_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCHER.SUB_PROJECT_ID))
                .where(condition);
    }

    static ResearcherCard researcher(Record row) {
        return new ResearcherCard(
                row.get(RESEARCHER.ID),
                row.get(RESEARCHER.SLUG),
                text(row, RESEARCHER.NAME_KO, RESEARCHER.NAME_EN),
                affiliation(row),
                subProjectOrNull(row),
                ResearcherRole.valueOf(row.get(RESEARCHER.ROLE)),
                row.get(RESEARCHER.OVERSEAS),
                text(row, RESEARCHER.HEADLINE_KO, RESEARCHER.HEADLINE_EN),
                row.get(RESEARCHER_TOPICS),
                row.get(RESEARCHER.ACCEPTING),
                row.get(RESEARCHER_RESULTS));
    }

    /** What {@link #area} reads, for the areas that the condition lets through. */
    static SelectConditionStep<Record> areas(Condition condition) {
        return select(List.<Field<?>>of(
                        RESEARCH_AREA.ID,
                        RESEARCH_AREA.SLUG,
                        RESEARCH_AREA.NAME_KO,
                        RESEARCH_AREA.NAME_EN,
                        RESEARCH_AREA.SUMMARY_KO,
                        RESEARCH_AREA.SUMMARY_EN,
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.SLUG,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        AREA_TOPICS,
                        AREA_PEOPLE))
                .from(RESEARCH_AREA)
                .join(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCH_AREA.SUB_PROJECT_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(RESEARCH_AREA.ORGANISATION_ID))
                .where(condition);
    }

    static AreaCard area(Record row) {
        return new AreaCard(
                row.get(RESEARCH_AREA.ID),
                row.get(RESEARCH_AREA.SLUG),
                text(row, RESEARCH_AREA.NAME_KO, RESEARCH_AREA.NAME_EN),
                text(row, RESEARCH_AREA.SUMMARY_KO, RESEARCH_AREA.SUMMARY_EN),
                affiliation(row),
                subProject(row),
                row.get(AREA_TOPICS),
                row.get(AREA_PEOPLE));
    }

    /** What {@link #result} reads, for the results that the condition lets through. */
    static SelectConditionStep<Record> results(Condition condition) {
        return select(List.<Field<?>>of(
                        RESEARCH_RESULT.ID,
                        RESEARCH_RESULT.SLUG,
                        RESEARCH_RESULT.TITLE,
                        RESEARCH_RESULT.TITLE_KO,
                        RESEARCH_RESULT.VENUE,
                        RESEARCH_RESULT.YEAR,
                        RESEARCH_RESULT.DOI,
                        RESEARCH_RESULT.URL,
                        RESEARCH_RESULT.SUMMARY_KO,
                        RESEARCH_RESULT.SUMMARY_EN,
                        RESEARCH_RESULT.VERSION,
                        RESULT_TOPICS,
                        RESULT_AUTHORS))
                .from(RESEARCH_RESULT)
                .where(condition);
    }

    static ResultCard result(Record row) {
        Short year = row.get(RESEARCH_RESULT.YEAR);
        return new ResultCard(
                row.get(RESEARCH_RESULT.ID),
                row.get(RESEARCH_RESULT.SLUG),
                title(row.get(RESEARCH_RESULT.TITLE), row.get(RESEARCH_RESULT.TITLE_KO)),
                row.get(RESEARCH_RESULT.VENUE),
                year == null ? null : Integer.valueOf(year),
                row.get(RESEARCH_RESULT.DOI),
                row.get(RESEARCH_RESULT.URL),
                text(row, RESEARCH_RESULT.SUMMARY_KO, RESEARCH_RESULT.SUMMARY_EN),
                row.get(RESULT_TOPICS),
                row.get(RESULT_AUTHORS),
                row.get(RESEARCH_RESULT.VERSION));
    }

    /** The original title stands in one column whatever its language; a Korean original stands in both. */
    static LocalizedText title(String original, @Nullable String korean) {
        return LocalizedText.of(korean, original.equals(korean) ? null : original);
    }
}

package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_TOPIC;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.denseRank;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.ResearcherCard;
import kr.nairl.platform.core.research.ResultCard;
import kr.nairl.platform.core.research.TopicUse;
import kr.nairl.platform.core.research.TopicUses;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Uses come as one row for each concept and sub-project, their members as small numbers, however many there are. */
@Component
class JooqTopicUses implements TopicUses {

    private final DSLContext sql;

    JooqTopicUses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<TopicUse> all() {
        Field<Integer> number = SUB_PROJECT.NUMBER.cast(SQLDataType.INTEGER).as("number");
        var ofResearchers = select(RESEARCHER_TOPIC.CONCEPT_ID, number, member(RESEARCHER_TOPIC.RESEARCHER_ID))
                .from(RESEARCHER_TOPIC)
                .join(RESEARCHER)
                .on(RESEARCHER.ID.eq(RESEARCHER_TOPIC.RESEARCHER_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCHER.SUB_PROJECT_ID))
                .where(RESEARCHER.RETIRED_AT.isNull())
                .asTable("of_researchers", "concept", "number", "member");
        var ofAreas = select(RESEARCH_AREA_TOPIC.CONCEPT_ID, number, member(RESEARCH_AREA_TOPIC.AREA_ID))
                .from(RESEARCH_AREA_TOPIC)
                .join(RESEARCH_AREA)
                .on(RESEARCH_AREA.ID.eq(RESEARCH_AREA_TOPIC.AREA_ID))
                .join(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCH_AREA.SUB_PROJECT_ID))
                .asTable("of_areas", "concept", "number", "member");
        var ofResults = select(
                        RESULT_TOPIC.CONCEPT_ID,
                        inline((Integer) null, SQLDataType.INTEGER).as("number"),
                        member(RESULT_TOPIC.RESULT_ID))
                .from(RESULT_TOPIC)
                .asTable("of_results", "concept", "number", "member");
        List<TopicUse> uses = new ArrayList<>();
        sql.fetch(grouped(TopicUse.Kind.RESEARCHER, ofResearchers)
                        .unionAll(grouped(TopicUse.Kind.AREA, ofAreas))
                        .unionAll(grouped(TopicUse.Kind.RESULT, ofResults)))
                .forEach(row -> uses.add(new TopicUse(
                        row.value1(), TopicUse.Kind.valueOf(row.value2()), row.value3(), Arrays.asList(row.value4()))));
        return uses;
    }

    private static Field<Integer> member(TableField<?, ?> id) {
        return denseRank().over().orderBy(id).as("member");
    }

    private static Select<Record4<ConceptId, String, Integer, Integer[]>> grouped(
            TopicUse.Kind kind, org.jooq.Table<?> members) {
        Field<ConceptId> concept = members.field("concept", RESEARCHER_TOPIC.CONCEPT_ID.getDataType());
        Field<Integer> number = members.field("number", SQLDataType.INTEGER);
        Field<Integer> member = members.field("member", SQLDataType.INTEGER);
        return select(concept, inline(kind.name()), number, arrayAgg(member))
                .from(members)
                .groupBy(concept, number);
    }

    @Override
    public Page<ResearcherCard> researchers(Collection<ConceptId> topics, PageRequest request) {
        Condition belongs = RESEARCHER
                .RETIRED_AT
                .isNull()
                .and(RESEARCHER.ID.in(select(RESEARCHER_TOPIC.RESEARCHER_ID)
                        .from(RESEARCHER_TOPIC)
                        .where(RESEARCHER_TOPIC.CONCEPT_ID.in(topics))));
        Field<Integer> having = field(selectCount()
                .from(RESEARCHER_TOPIC)
                .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(RESEARCHER.ID))
                .and(RESEARCHER_TOPIC.CONCEPT_ID.in(topics)));
        List<OrderField<?>> order = new ArrayList<>();
        order.add(having.desc());
        order.addAll(ResearchRows.BY_NAME);
        int total = sql.fetchCount(RESEARCHER, belongs);
        return new Page<>(
                sql.fetch(ResearchRows.researchers(belongs)
                                .orderBy(order)
                                .limit(request.limit())
                                .offset(request.offset()))
                        .map(ResearchRows::researcher),
                total);
    }

    @Override
    public List<AreaCard> areas(Collection<ConceptId> topics) {
        return sql.fetch(ResearchRows.areas(RESEARCH_AREA.ID.in(select(RESEARCH_AREA_TOPIC.AREA_ID)
                                .from(RESEARCH_AREA_TOPIC)
                                .where(RESEARCH_AREA_TOPIC.CONCEPT_ID.in(topics))))
                        .orderBy(SUB_PROJECT.NUMBER, RESEARCH_AREA.POSITION, RESEARCH_AREA.ID))
                .map(ResearchRows::area);
    }

    @Override
    public List<ResultCard> results(Collection<ConceptId> topics, int limit) {
        return sql.fetch(ResearchRows.results(RESEARCH_RESULT.ID.in(select(RESULT_TOPIC.RESULT_ID)
                                .from(RESULT_TOPIC)
                                .where(RESULT_TOPIC.CONCEPT_ID.in(topics))))
                        .orderBy(ResearchRows.NEWEST)
                        .limit(limit))
                .map(ResearchRows::result);
    }
}

package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_WISHES;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_AREA_TOPIC;
import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_AUTHOR;
import static kr.nairl.platform.core.sql.Tables.RESULT_PIN;
import static kr.nairl.platform.core.sql.Tables.RESULT_TOPIC;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.matching.ExpertDocument;
import kr.nairl.platform.core.matching.ExpertDocument.Kind;
import kr.nairl.platform.core.matching.ExpertDocuments;
import kr.nairl.platform.core.matching.SourceReference;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Researchers' pages, their results and the research areas as texts: one document for each field and language, a result
 * once for each of its authors. All of it is public but the data that a researcher wants, which is for signed-in people. Topics are a text of their own, their labels in the person's order, so
 * that a match that rests on one can show it.
 */
@Component
class JooqResearchDocuments implements ExpertDocuments {

    private record Label(ConceptId id, LocalizedText text) {}

    private record ResultText(
            ResultId id,
            LocalizedText title,
            LocalizedText summary,
            @Nullable LocalDate date,
            Set<ConceptId> topics,
            boolean pinned) {}

    private static final Field<List<Label>> TOPICS = multiset(select(CONCEPT.ID, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                    .from(RESEARCHER_TOPIC)
                    .join(CONCEPT)
                    .on(CONCEPT.ID.eq(RESEARCHER_TOPIC.CONCEPT_ID))
                    .where(RESEARCHER_TOPIC.RESEARCHER_ID.eq(RESEARCHER.ID))
                    .orderBy(RESEARCHER_TOPIC.POSITION))
            .as("topics")
            .convertFrom(rows ->
                    rows.map(row -> new Label(row.value1(), LocalizedText.of(row.value2(), row.value3()))));

    private static final Field<List<Label>> AREA_TOPICS = multiset(
                    select(CONCEPT.ID, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN)
                            .from(RESEARCH_AREA_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(RESEARCH_AREA_TOPIC.CONCEPT_ID))
                            .where(RESEARCH_AREA_TOPIC.AREA_ID.eq(RESEARCH_AREA.ID))
                            .orderBy(coalesce(CONCEPT.LABEL_EN, CONCEPT.LABEL_KO), CONCEPT.ID))
            .as("area_topics")
            .convertFrom(rows ->
                    rows.map(row -> new Label(row.value1(), LocalizedText.of(row.value2(), row.value3()))));

    private static final Field<Set<ConceptId>> RESULT_TOPICS = multiset(select(RESULT_TOPIC.CONCEPT_ID)
                    .from(RESULT_TOPIC)
                    .where(RESULT_TOPIC.RESULT_ID.eq(RESEARCH_RESULT.ID)))
            .as("result_topics")
            .convertFrom(rows -> Set.copyOf(rows.map(row -> row.value1())));

    private static final Field<Boolean> PINNED = field(exists(selectOne()
            .from(RESULT_PIN)
            .where(RESULT_PIN.RESEARCHER_ID.eq(RESEARCHER.ID))
            .and(RESULT_PIN.RESULT_ID.eq(RESEARCH_RESULT.ID))));

    private static final Field<List<ResultText>> RESULTS = multiset(select(
                            RESEARCH_RESULT.ID,
                            RESEARCH_RESULT.TITLE,
                            RESEARCH_RESULT.TITLE_KO,
                            RESEARCH_RESULT.SUMMARY_KO,
                            RESEARCH_RESULT.SUMMARY_EN,
                            RESEARCH_RESULT.YEAR,
                            RESULT_TOPICS,
                            PINNED)
                    .from(RESULT_AUTHOR)
                    .join(RESEARCH_RESULT)
                    .on(RESEARCH_RESULT.ID.eq(RESULT_AUTHOR.RESULT_ID))
                    .where(RESULT_AUTHOR.RESEARCHER_ID.eq(RESEARCHER.ID))
                    .orderBy(RESEARCH_RESULT.ID))
            .as("results")
            .convertFrom(rows -> rows.map(row -> new ResultText(
                    row.value1(),
                    title(row.value2(), row.value3()),
                    LocalizedText.of(row.value4(), row.value5()),
                    row.value6() == null ? null : LocalDate.of(row.value6(), 1, 1),
                    row.value7(),
                    row.value8())));

    private final DSLContext sql;

    JooqResearchDocuments(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<ExpertDocument> all() {
        List<ExpertDocument> documents = new ArrayList<>();
        researchers(noCondition(), documents);
        areas(noCondition(), documents);
        return documents;
    }

    @Override
    public List<ExpertDocument> about(Collection<? extends Subject.Expert> subjects) {
        List<ResearcherId> researchers = new ArrayList<>();
        List<ResearchAreaId> areas = new ArrayList<>();
        for (Subject.Expert subject : subjects) {
            switch (subject) {
                case Subject.Researcher(ResearcherId id) -> researchers.add(id);
                case Subject.Area(ResearchAreaId id) -> areas.add(id);
            }
        }
        List<ExpertDocument> documents = new ArrayList<>();
        if (!researchers.isEmpty()) {
            researchers(RESEARCHER.ID.in(researchers), documents);
        }
        if (!areas.isEmpty()) {
            areas(RESEARCH_AREA.ID.in(areas), documents);
        }
        return documents;
    }

    @Override
    public Map<UUID, LocalizedText> titles(SourceReference.Kind kind, Collection<UUID> rows) {
        Map<UUID, LocalizedText> titles = new HashMap<>();
        switch (kind) {
            case RESULT ->
                sql.select(RESEARCH_RESULT.ID, RESEARCH_RESULT.TITLE, RESEARCH_RESULT.TITLE_KO)
                        .from(RESEARCH_RESULT)
                        .where(RESEARCH_RESULT.ID.in(
                                rows.stream().map(ResultId::new).toList()))
                        .forEach(row -> titles.put(row.value1().value(), title(row.value2(), row.value3())));
            case RESEARCH_AREA ->
                sql.select(RESEARCH_AREA.ID, RESEARCH_AREA.NAME_KO, RESEARCH_AREA.NAME_EN)
                        .from(RESEARCH_AREA)
                        .where(RESEARCH_AREA.ID.in(
                                rows.stream().map(ResearchAreaId::new).toList()))
                        .forEach(row -> titles.put(row.value1().value(), LocalizedText.of(row.value2(), row.value3())));
            case RESEARCHER, SUB_PROJECT, UPDATE, INTEREST -> {
                // A researcher's page needs no title; the others are told by their own features.
            }
        }
        return titles;
    }

    private void researchers(Condition which, List<ExpertDocument> documents) {
        sql.select(
                        RESEARCHER.ID,
                        RESEARCHER.HEADLINE_KO,
                        RESEARCHER.HEADLINE_EN,
                        RESEARCHER.BIOGRAPHY_KO,
                        RESEARCHER.BIOGRAPHY_EN,
                        RESEARCHER.SEEKS_KO,
                        RESEARCHER.SEEKS_EN,
                        RESEARCHER_WISHES.DATA_KO,
                        RESEARCHER_WISHES.DATA_EN,
                        SUB_PROJECT.NUMBER,
                        TOPICS,
                        RESULTS)
                .from(RESEARCHER)
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCHER.SUB_PROJECT_ID))
                .leftJoin(RESEARCHER_WISHES)
                .on(RESEARCHER_WISHES.RESEARCHER_ID.eq(RESEARCHER.ID))
                .where(which)
                .and(RESEARCHER.RETIRED_AT.isNull())
                .orderBy(RESEARCHER.ID)
                .forEach(row -> researcher(row, documents));
    }

    private static void researcher(Record row, List<ExpertDocument> documents) {
        ResearcherId id = row.get(RESEARCHER.ID);
        Writer writer = new Writer(new Subject.Researcher(id), number(row), Audience.PUBLIC, documents);
        SourceReference.Kind page = SourceReference.Kind.RESEARCHER;
        writer.write(
                Kind.HEADLINE,
                page,
                id.value(),
                "headline",
                text(row, RESEARCHER.HEADLINE_KO, RESEARCHER.HEADLINE_EN),
                null,
                Set.of());
        writer.write(
                Kind.BIOGRAPHY,
                page,
                id.value(),
                "biography",
                text(row, RESEARCHER.BIOGRAPHY_KO, RESEARCHER.BIOGRAPHY_EN),
                null,
                Set.of());
        writer.write(
                Kind.SEEKS,
                page,
                id.value(),
                "seeks",
                text(row, RESEARCHER.SEEKS_KO, RESEARCHER.SEEKS_EN),
                null,
                Set.of());
        new Writer(writer.subject(), writer.subProject(), Audience.MEMBERS, documents)
                .write(
                        Kind.SEEKS,
                        page,
                        id.value(),
                        "data",
                        text(row, RESEARCHER_WISHES.DATA_KO, RESEARCHER_WISHES.DATA_EN),
                        null,
                        Set.of());
        List<Label> topics = row.get(TOPICS);
        writer.write(Kind.TOPIC, page, id.value(), "topics", labels(topics), null, ids(topics));
        for (ResultText result : row.get(RESULTS)) {
            writer.write(
                    result.pinned() ? Kind.KEY_RESULT : Kind.RESULT,
                    SourceReference.Kind.RESULT,
                    result.id().value(),
                    "text",
                    lines(result.title(), result.summary()),
                    result.date(),
                    result.topics());
        }
    }

    private void areas(Condition which, List<ExpertDocument> documents) {
        sql.select(
                        RESEARCH_AREA.ID,
                        RESEARCH_AREA.NAME_KO,
                        RESEARCH_AREA.NAME_EN,
                        RESEARCH_AREA.SUMMARY_KO,
                        RESEARCH_AREA.SUMMARY_EN,
                        SUB_PROJECT.NUMBER,
                        AREA_TOPICS)
                .from(RESEARCH_AREA)
                .join(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(RESEARCH_AREA.SUB_PROJECT_ID))
                .where(which)
                .orderBy(RESEARCH_AREA.ID)
                .forEach(row -> {
                    ResearchAreaId id = row.get(RESEARCH_AREA.ID);
                    List<Label> topics = row.get(AREA_TOPICS);
                    new Writer(new Subject.Area(id), number(row), Audience.PUBLIC, documents)
                            .write(
                                    Kind.AREA,
                                    SourceReference.Kind.RESEARCH_AREA,
                                    id.value(),
                                    "text",
                                    lines(
                                            text(row, RESEARCH_AREA.NAME_KO, RESEARCH_AREA.NAME_EN),
                                            text(row, RESEARCH_AREA.SUMMARY_KO, RESEARCH_AREA.SUMMARY_EN),
                                            labels(topics)),
                                    null,
                                    ids(topics));
                });
    }

    /** Writes documents about one subject, one for each language that there is. */
    private record Writer(
            Subject.Expert subject, @Nullable Integer subProject, Audience audience, List<ExpertDocument> documents) {

        void write(
                Kind kind,
                SourceReference.Kind row,
                UUID id,
                String field,
                LocalizedText text,
                @Nullable LocalDate date,
                Set<ConceptId> topics) {
            for (Language language : Language.values()) {
                String form = text.exactly(language);
                if (form != null) {
                    SourceReference source = new SourceReference(row, id, field, language);
                    documents.add(new ExpertDocument(
                            source.documentId(subject),
                            subject,
                            subProject,
                            kind,
                            source,
                            form,
                            language,
                            audience,
                            date,
                            topics));
                }
            }
        }
    }

    private static @Nullable Integer number(Record row) {
        Short number = row.get(SUB_PROJECT.NUMBER);
        return number == null ? null : Integer.valueOf(number);
    }

    private static LocalizedText text(Record row, Field<String> ko, Field<String> en) {
        return LocalizedText.of(row.get(ko), row.get(en));
    }

    /** The original title stands in one column whatever its language; a Korean original stands in both. */
    private static LocalizedText title(String original, @Nullable String korean) {
        return LocalizedText.of(korean, original.equals(korean) ? null : original);
    }

    private static LocalizedText lines(LocalizedText... texts) {
        return joined(List.of(texts), "\n");
    }

    private static LocalizedText labels(List<Label> topics) {
        return joined(topics.stream().map(Label::text).toList(), ", ");
    }

    private static LocalizedText joined(List<LocalizedText> texts, String between) {
        return LocalizedText.of(
                joined(texts.stream().map(LocalizedText::ko), between),
                joined(texts.stream().map(LocalizedText::en), between));
    }

    private static String joined(Stream<@Nullable String> forms, String between) {
        return forms.filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private static Set<ConceptId> ids(List<Label> topics) {
        return topics.stream().map(Label::id).collect(Collectors.toSet());
    }
}

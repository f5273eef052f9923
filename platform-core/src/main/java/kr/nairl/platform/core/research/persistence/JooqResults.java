package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.RESEARCH_RESULT;
import static kr.nairl.platform.core.sql.Tables.RESULT_AUTHOR;
import static kr.nairl.platform.core.sql.Tables.RESULT_PIN;
import static kr.nairl.platform.core.sql.Tables.RESULT_TOPIC;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.research.KnownWorks;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.research.Results;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Results with their authors and topics. Authors are written in one statement, for the policy lets a researcher write the
 * authors of a result that has none yet or that is the researcher's own.
 */
@Component
class JooqResults implements Results {

    private final DSLContext sql;

    JooqResults(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<ResultId> bySlug(String slug) {
        return sql.select(RESEARCH_RESULT.ID)
                .from(RESEARCH_RESULT)
                .where(RESEARCH_RESULT.SLUG.eq(slug))
                .fetchOptional(RESEARCH_RESULT.ID);
    }

    @Override
    public List<ResearcherId> authors(ResultId id) {
        return sql.select(RESULT_AUTHOR.RESEARCHER_ID)
                .from(RESULT_AUTHOR)
                .where(RESULT_AUTHOR.RESULT_ID.eq(id))
                .orderBy(RESULT_AUTHOR.POSITION, RESULT_AUTHOR.RESEARCHER_ID)
                .fetch(RESULT_AUTHOR.RESEARCHER_ID);
    }

    @Override
    public List<KnownWorks.Known> known(ResearcherId reader) {
        Field<Boolean> own = field(exists(selectOne()
                .from(RESULT_AUTHOR)
                .where(RESULT_AUTHOR.RESULT_ID.eq(RESEARCH_RESULT.ID))
                .and(RESULT_AUTHOR.RESEARCHER_ID.eq(reader))));
        return sql.select(
                        RESEARCH_RESULT.ID,
                        RESEARCH_RESULT.TITLE,
                        RESEARCH_RESULT.TITLE_KO,
                        RESEARCH_RESULT.YEAR,
                        RESEARCH_RESULT.DOI,
                        own)
                .from(RESEARCH_RESULT)
                .fetch(row -> new KnownWorks.Known(
                        row.value1(),
                        ResearchRows.title(row.value2(), row.value3()),
                        row.value4() == null ? null : Integer.valueOf(row.value4()),
                        row.value5(),
                        row.value6()));
    }

    @Override
    public void pin(ResearcherId researcher, List<ResultId> results) {
        sql.deleteFrom(RESULT_PIN)
                .where(RESULT_PIN.RESEARCHER_ID.eq(researcher))
                .execute();
        var insert = sql.insertInto(RESULT_PIN, RESULT_PIN.RESEARCHER_ID, RESULT_PIN.RESULT_ID, RESULT_PIN.POSITION);
        for (short position = 0; position < results.size(); position++) {
            insert = insert.values(researcher, results.get(position), position);
        }
        if (!results.isEmpty()) {
            insert.execute();
        }
    }

    @Override
    public void add(ResultId id, String slug, ResultWords words, Instant now) {
        sql.insertInto(RESEARCH_RESULT)
                .set(RESEARCH_RESULT.ID, id)
                .set(RESEARCH_RESULT.SLUG, slug)
                .set(RESEARCH_RESULT.TITLE, words.title().text(Language.EN))
                .set(RESEARCH_RESULT.TITLE_KO, words.title().ko())
                .set(RESEARCH_RESULT.VENUE, words.venue())
                .set(RESEARCH_RESULT.YEAR, year(words))
                .set(RESEARCH_RESULT.DOI, words.doi())
                .set(RESEARCH_RESULT.URL, words.url())
                .set(RESEARCH_RESULT.SUMMARY_KO, words.summary().ko())
                .set(RESEARCH_RESULT.SUMMARY_EN, words.summary().en())
                .set(RESEARCH_RESULT.CREATED_AT, now)
                .set(RESEARCH_RESULT.VERSION, 0)
                .execute();
        addAuthors(id, words.authors());
        addTopics(id, words.topics());
    }

    @Override
    public boolean edit(ResultId id, ResultWords words, int version) {
        boolean written = sql.update(RESEARCH_RESULT)
                        .set(RESEARCH_RESULT.TITLE, words.title().text(Language.EN))
                        .set(RESEARCH_RESULT.TITLE_KO, words.title().ko())
                        .set(RESEARCH_RESULT.VENUE, words.venue())
                        .set(RESEARCH_RESULT.YEAR, year(words))
                        .set(RESEARCH_RESULT.DOI, words.doi())
                        .set(RESEARCH_RESULT.URL, words.url())
                        .set(RESEARCH_RESULT.SUMMARY_KO, words.summary().ko())
                        .set(RESEARCH_RESULT.SUMMARY_EN, words.summary().en())
                        .set(RESEARCH_RESULT.VERSION, RESEARCH_RESULT.VERSION.plus(1))
                        .where(RESEARCH_RESULT.ID.eq(id))
                        .and(RESEARCH_RESULT.VERSION.eq(version))
                        .execute()
                == 1;
        if (written) {
            sql.deleteFrom(RESULT_TOPIC).where(RESULT_TOPIC.RESULT_ID.eq(id)).execute();
            addTopics(id, words.topics());
            sql.deleteFrom(RESULT_AUTHOR).where(RESULT_AUTHOR.RESULT_ID.eq(id)).execute();
            addAuthors(id, words.authors());
        }
        return written;
    }

    @Override
    public boolean delete(ResultId id, int version) {
        return sql.deleteFrom(RESEARCH_RESULT)
                        .where(RESEARCH_RESULT.ID.eq(id))
                        .and(RESEARCH_RESULT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private void addAuthors(ResultId id, List<ResearcherId> authors) {
        var insert = sql.insertInto(
                RESULT_AUTHOR, RESULT_AUTHOR.RESULT_ID, RESULT_AUTHOR.RESEARCHER_ID, RESULT_AUTHOR.POSITION);
        for (int position = 0; position < authors.size(); position++) {
            insert = insert.values(id, authors.get(position), position);
        }
        if (!authors.isEmpty()) {
            insert.execute();
        }
    }

    private void addTopics(ResultId id, List<ConceptId> topics) {
        var insert = sql.insertInto(RESULT_TOPIC, RESULT_TOPIC.RESULT_ID, RESULT_TOPIC.CONCEPT_ID);
        for (ConceptId topic : topics) {
            insert = insert.values(id, topic);
        }
        if (!topics.isEmpty()) {
            insert.execute();
        }
    }

    private static @Nullable Short year(ResultWords words) {
        return words.year() == null ? null : words.year().shortValue();
    }
}

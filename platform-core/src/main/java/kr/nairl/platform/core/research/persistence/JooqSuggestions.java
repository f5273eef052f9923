package kr.nairl.platform.core.research.persistence;

import static kr.nairl.platform.core.sql.Tables.RESULT_SUGGESTION;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.research.FoundWork;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResultId;
import kr.nairl.platform.core.research.SuggestionState;
import kr.nairl.platform.core.research.Suggestions;
import kr.nairl.platform.core.research.WorkSource;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class JooqSuggestions implements Suggestions {

    private final DSLContext sql;

    JooqSuggestions(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<FoundWork> open(ResearcherId researcher) {
        return sql.selectFrom(RESULT_SUGGESTION)
                .where(RESULT_SUGGESTION.RESEARCHER_ID.eq(researcher))
                .and(RESULT_SUGGESTION.STATE.eq(SuggestionState.SUGGESTED.name()))
                .orderBy(
                        RESULT_SUGGESTION.YEAR.desc().nullsLast(),
                        RESULT_SUGGESTION.FOUND_AT.desc(),
                        RESULT_SUGGESTION.ID)
                .fetch(JooqSuggestions::work);
    }

    @Override
    public List<FoundWork> all(ResearcherId researcher) {
        return sql.selectFrom(RESULT_SUGGESTION)
                .where(RESULT_SUGGESTION.RESEARCHER_ID.eq(researcher))
                .fetch(JooqSuggestions::work);
    }

    @Override
    public void add(ResearcherId researcher, Collection<FoundWork> works, Instant now) {
        List<? extends Query> inserts = works.stream()
                .map(work -> sql.insertInto(RESULT_SUGGESTION)
                        .set(RESULT_SUGGESTION.ID, UUID.randomUUID())
                        .set(RESULT_SUGGESTION.RESEARCHER_ID, researcher)
                        .set(RESULT_SUGGESTION.SOURCE, work.source().name())
                        .set(RESULT_SUGGESTION.SOURCE_ID, work.sourceId())
                        .set(RESULT_SUGGESTION.TITLE_KO, work.title().ko())
                        .set(RESULT_SUGGESTION.TITLE_EN, work.title().en())
                        .set(RESULT_SUGGESTION.VENUE, work.venue())
                        .set(
                                RESULT_SUGGESTION.YEAR,
                                work.year() == null ? null : work.year().shortValue())
                        .set(RESULT_SUGGESTION.DOI, work.doi())
                        .set(RESULT_SUGGESTION.URL, work.url())
                        .set(RESULT_SUGGESTION.SUMMARY_KO, work.summary().ko())
                        .set(RESULT_SUGGESTION.SUMMARY_EN, work.summary().en())
                        .set(RESULT_SUGGESTION.STATE, SuggestionState.SUGGESTED.name())
                        .set(RESULT_SUGGESTION.FOUND_AT, now)
                        .onConflictDoNothing())
                .toList();
        if (!inserts.isEmpty()) {
            sql.batch(inserts).execute();
        }
    }

    @Override
    public void forget(ResearcherId researcher, WorkSource source, Collection<String> besides) {
        sql.deleteFrom(RESULT_SUGGESTION)
                .where(RESULT_SUGGESTION.RESEARCHER_ID.eq(researcher))
                .and(RESULT_SUGGESTION.SOURCE.eq(source.name()))
                .and(RESULT_SUGGESTION.STATE.eq(SuggestionState.SUGGESTED.name()))
                .and(RESULT_SUGGESTION.SOURCE_ID.notIn(besides))
                .execute();
    }

    @Override
    public int move(
            ResearcherId researcher,
            Collection<FoundWork> works,
            SuggestionState from,
            SuggestionState to,
            Instant now) {
        return sql.update(RESULT_SUGGESTION)
                .set(RESULT_SUGGESTION.STATE, to.name())
                .set(RESULT_SUGGESTION.SETTLED_AT, to == SuggestionState.SUGGESTED ? null : now)
                .where(these(researcher, works))
                .and(RESULT_SUGGESTION.STATE.eq(from.name()))
                .execute();
    }

    @Override
    public void became(ResearcherId researcher, FoundWork work, ResultId result) {
        sql.update(RESULT_SUGGESTION)
                .set(RESULT_SUGGESTION.RESULT_ID, result)
                .where(these(researcher, List.of(work)))
                .and(RESULT_SUGGESTION.STATE.eq(SuggestionState.TAKEN.name()))
                .execute();
    }

    private static Condition these(ResearcherId researcher, Collection<FoundWork> works) {
        return RESULT_SUGGESTION
                .RESEARCHER_ID
                .eq(researcher)
                .and(row(RESULT_SUGGESTION.SOURCE, RESULT_SUGGESTION.SOURCE_ID)
                        .in(works.stream()
                                .map(work -> row(work.source().name(), work.sourceId()))
                                .toList()));
    }

    private static FoundWork work(Record row) {
        Short year = row.get(RESULT_SUGGESTION.YEAR);
        return new FoundWork(
                WorkSource.valueOf(row.get(RESULT_SUGGESTION.SOURCE)),
                row.get(RESULT_SUGGESTION.SOURCE_ID),
                LocalizedText.of(row.get(RESULT_SUGGESTION.TITLE_KO), row.get(RESULT_SUGGESTION.TITLE_EN)),
                row.get(RESULT_SUGGESTION.VENUE),
                year == null ? null : Integer.valueOf(year),
                row.get(RESULT_SUGGESTION.DOI),
                row.get(RESULT_SUGGESTION.URL),
                LocalizedText.of(row.get(RESULT_SUGGESTION.SUMMARY_KO), row.get(RESULT_SUGGESTION.SUMMARY_EN)),
                List.of());
    }
}

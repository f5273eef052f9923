package kr.nairl.platform.core.update.persistence;

import static kr.nairl.platform.core.sql.Tables.PROJECT_UPDATE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;

import java.time.Instant;
import java.util.Optional;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.update.UpdateDraft;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.core.update.UpdateSheet;
import kr.nairl.platform.core.update.Updates;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqUpdates implements Updates {

    private final DSLContext sql;

    JooqUpdates(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Author> author(PersonId person) {
        return sql.select(RESEARCHER.ID, RESEARCHER.SUB_PROJECT_ID)
                .from(RESEARCHER)
                .where(RESEARCHER.PERSON_ID.eq(person))
                .fetchOptional(row -> new Author(row.value1(), row.value2()));
    }

    @Override
    public void add(UpdateId id, ResearcherId author, SubProjectId subProject, UpdateDraft draft, Instant at) {
        sql.insertInto(PROJECT_UPDATE)
                .set(PROJECT_UPDATE.ID, id)
                .set(PROJECT_UPDATE.RESEARCHER_ID, author)
                .set(PROJECT_UPDATE.SUB_PROJECT_ID, subProject)
                .set(PROJECT_UPDATE.TITLE_KO, draft.title().ko())
                .set(PROJECT_UPDATE.TITLE_EN, draft.title().en())
                .set(PROJECT_UPDATE.BODY_KO, draft.body().ko())
                .set(PROJECT_UPDATE.BODY_EN, draft.body().en())
                .set(PROJECT_UPDATE.AUDIENCE, draft.audience().name())
                .set(PROJECT_UPDATE.PUBLISHED_AT, at)
                .execute();
    }

    @Override
    public Optional<UpdateSheet> of(ResearcherId author, UpdateId id) {
        return sql.selectFrom(PROJECT_UPDATE)
                .where(PROJECT_UPDATE.ID.eq(id), PROJECT_UPDATE.RESEARCHER_ID.eq(author))
                .fetchOptional(row -> new UpdateSheet(
                        row.getId(),
                        row.getVersion(),
                        new UpdateDraft(
                                LocalizedText.of(row.getTitleKo(), row.getTitleEn()),
                                LocalizedText.of(row.getBodyKo(), row.getBodyEn()),
                                Audience.valueOf(row.getAudience()))));
    }

    @Override
    public boolean replace(ResearcherId author, UpdateId id, int version, UpdateDraft draft, Instant at) {
        return sql.update(PROJECT_UPDATE)
                        .set(PROJECT_UPDATE.TITLE_KO, draft.title().ko())
                        .set(PROJECT_UPDATE.TITLE_EN, draft.title().en())
                        .set(PROJECT_UPDATE.BODY_KO, draft.body().ko())
                        .set(PROJECT_UPDATE.BODY_EN, draft.body().en())
                        .set(PROJECT_UPDATE.AUDIENCE, draft.audience().name())
                        .set(PROJECT_UPDATE.EDITED_AT, at)
                        .set(PROJECT_UPDATE.VERSION, version + 1)
                        .where(as(author, id, version))
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(ResearcherId author, UpdateId id, int version) {
        return sql.deleteFrom(PROJECT_UPDATE).where(as(author, id, version)).execute() == 1;
    }

    private static Condition as(ResearcherId author, UpdateId id, int version) {
        return PROJECT_UPDATE
                .ID
                .eq(id)
                .and(PROJECT_UPDATE.RESEARCHER_ID.eq(author))
                .and(PROJECT_UPDATE.VERSION.eq(version));
    }
}

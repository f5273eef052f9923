package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.newsletter.persistence.Order.text;
import static kr.nairl.platform.core.sql.Tables.NEWSLETTER_ISSUE;
import static kr.nairl.platform.core.sql.Tables.STORY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.newsletter.IssueDraft;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.IssueRow;
import kr.nairl.platform.core.newsletter.IssueSheet;
import kr.nairl.platform.core.newsletter.Issues;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryRow;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqIssues implements Issues {

    private final DSLContext sql;

    JooqIssues(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(IssueId id, IssueDraft draft, Instant at) {
        sql.insertInto(NEWSLETTER_ISSUE)
                .set(NEWSLETTER_ISSUE.ID, id)
                .set(NEWSLETTER_ISSUE.SLUG, draft.slug())
                .set(NEWSLETTER_ISSUE.TITLE_KO, draft.title().ko())
                .set(NEWSLETTER_ISSUE.TITLE_EN, draft.title().en())
                .set(NEWSLETTER_ISSUE.VOLUME, draft.volume())
                .set(NEWSLETTER_ISSUE.INTRO_KO, draft.intro().ko())
                .set(NEWSLETTER_ISSUE.INTRO_EN, draft.intro().en())
                .set(NEWSLETTER_ISSUE.STATE, State.DRAFT.name())
                .set(NEWSLETTER_ISSUE.CREATED_AT, at)
                .execute();
    }

    @Override
    public List<IssueRow> all() {
        return sql.select(
                        NEWSLETTER_ISSUE.ID,
                        NEWSLETTER_ISSUE.VERSION,
                        NEWSLETTER_ISSUE.SLUG,
                        NEWSLETTER_ISSUE.VOLUME,
                        text(NEWSLETTER_ISSUE.TITLE_KO, NEWSLETTER_ISSUE.TITLE_EN),
                        NEWSLETTER_ISSUE.STATE.convertFrom(State::valueOf),
                        NEWSLETTER_ISSUE.PUBLISHED_AT,
                        field(selectCount().from(STORY).where(STORY.ISSUE_ID.eq(NEWSLETTER_ISSUE.ID))),
                        field(selectCount()
                                .from(STORY)
                                .where(STORY.ISSUE_ID.eq(NEWSLETTER_ISSUE.ID), STORY.STATE.eq(State.DRAFT.name()))))
                .from(NEWSLETTER_ISSUE)
                .orderBy(NEWSLETTER_ISSUE.CREATED_AT.desc(), NEWSLETTER_ISSUE.ID)
                .fetch(Records.mapping(IssueRow::new));
    }

    @Override
    public Optional<IssueSheet> sheet(IssueId id) {
        return sql.select(row(
                                NEWSLETTER_ISSUE.ID,
                                NEWSLETTER_ISSUE.VERSION,
                                NEWSLETTER_ISSUE.STATE.convertFrom(State::valueOf),
                                NEWSLETTER_ISSUE.PUBLISHED_AT,
                                row(
                                                NEWSLETTER_ISSUE.SLUG,
                                                text(NEWSLETTER_ISSUE.TITLE_KO, NEWSLETTER_ISSUE.TITLE_EN),
                                                NEWSLETTER_ISSUE.VOLUME,
                                                text(NEWSLETTER_ISSUE.INTRO_KO, NEWSLETTER_ISSUE.INTRO_EN))
                                        .mapping(IssueDraft::new),
                                multiset(select(
                                                        STORY.ID,
                                                        STORY.VERSION,
                                                        STORY.SLUG,
                                                        STORY.SECTION.convertFrom(Section::valueOf),
                                                        text(STORY.TITLE_KO, STORY.TITLE_EN),
                                                        STORY.STATE.convertFrom(State::valueOf),
                                                        STORY.UPDATED_AT,
                                                        field(STORY.BODY_KO.isNotNull()),
                                                        field(STORY.BODY_EN.isNotNull()))
                                                .from(STORY)
                                                .where(STORY.ISSUE_ID.eq(NEWSLETTER_ISSUE.ID))
                                                .orderBy(Order.ofSection(), STORY.POSITION, STORY.ID))
                                        .convertFrom(rows -> rows.map(Records.mapping(StoryRow::new))))
                        .mapping(IssueSheet::new))
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    @Override
    public Optional<IssueId> bySlug(String slug) {
        return sql.select(NEWSLETTER_ISSUE.ID)
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.SLUG.eq(slug))
                .fetchOptional(Record1::value1);
    }

    @Override
    public boolean replace(IssueId id, int version, IssueDraft draft) {
        return sql.update(NEWSLETTER_ISSUE)
                        .set(NEWSLETTER_ISSUE.SLUG, draft.slug())
                        .set(NEWSLETTER_ISSUE.TITLE_KO, draft.title().ko())
                        .set(NEWSLETTER_ISSUE.TITLE_EN, draft.title().en())
                        .set(NEWSLETTER_ISSUE.VOLUME, draft.volume())
                        .set(NEWSLETTER_ISSUE.INTRO_KO, draft.intro().ko())
                        .set(NEWSLETTER_ISSUE.INTRO_EN, draft.intro().en())
                        .set(NEWSLETTER_ISSUE.VERSION, version + 1)
                        .where(NEWSLETTER_ISSUE.ID.eq(id), NEWSLETTER_ISSUE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    @Override
    public boolean publish(IssueId id, int version, @Nullable Instant at) {
        return sql.update(NEWSLETTER_ISSUE)
                        .set(NEWSLETTER_ISSUE.STATE, (at == null ? State.DRAFT : State.PUBLISHED).name())
                        .set(NEWSLETTER_ISSUE.PUBLISHED_AT, at)
                        .set(NEWSLETTER_ISSUE.VERSION, version + 1)
                        .where(NEWSLETTER_ISSUE.ID.eq(id), NEWSLETTER_ISSUE.VERSION.eq(version))
                        .execute()
                == 1;
    }
}

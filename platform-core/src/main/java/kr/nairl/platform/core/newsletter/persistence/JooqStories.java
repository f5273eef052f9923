package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.newsletter.persistence.Order.text;
import static kr.nairl.platform.core.sql.Tables.STORY;
import static kr.nairl.platform.core.sql.Tables.STORY_ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.STORY_RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.STORY_SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kr.nairl.platform.core.newsletter.Illustration;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.Stories;
import kr.nairl.platform.core.newsletter.StoryDraft;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StorySheet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqStories implements Stories {

    private final DSLContext sql;

    JooqStories(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(StoryId id, IssueId issue, StoryDraft draft, Instant at) {
        Illustration illustration = draft.illustration();
        sql.insertInto(STORY)
                .set(STORY.ID, id)
                .set(STORY.ISSUE_ID, issue)
                .set(STORY.SLUG, draft.slug())
                .set(STORY.SECTION, draft.section().name())
                .set(STORY.POSITION, next(issue, draft.section()))
                .set(STORY.TITLE_KO, draft.title().ko())
                .set(STORY.TITLE_EN, draft.title().en())
                .set(STORY.LEAD_KO, draft.lead().ko())
                .set(STORY.LEAD_EN, draft.lead().en())
                .set(STORY.BODY_KO, draft.body().ko())
                .set(STORY.BODY_EN, draft.body().en())
                .set(STORY.ILLUSTRATION, illustration == null ? null : illustration.key())
                .set(STORY.STATE, State.DRAFT.name())
                .set(STORY.UPDATED_AT, at)
                .execute();
        relate(id, draft);
    }

    @Override
    public Optional<StorySheet> sheet(StoryId id) {
        return sql.select(row(
                                STORY.ID,
                                STORY.ISSUE_ID,
                                STORY.VERSION,
                                STORY.STATE.convertFrom(State::valueOf),
                                STORY.PUBLISHED_AT,
                                STORY.UPDATED_AT,
                                row(
                                                STORY.SLUG,
                                                STORY.SECTION.convertFrom(Section::valueOf),
                                                text(STORY.TITLE_KO, STORY.TITLE_EN),
                                                text(STORY.LEAD_KO, STORY.LEAD_EN),
                                                text(STORY.BODY_KO, STORY.BODY_EN),
                                                STORY.ILLUSTRATION.convertFrom(JooqStories::illustration),
                                                multiset(select(STORY_ORGANISATION.ORGANISATION_ID)
                                                                .from(STORY_ORGANISATION)
                                                                .where(STORY_ORGANISATION.STORY_ID.eq(STORY.ID))
                                                                .orderBy(STORY_ORGANISATION.ORGANISATION_ID))
                                                        .convertFrom(rows -> rows.map(Record1::value1)),
                                                multiset(select(STORY_RESEARCHER.RESEARCHER_ID)
                                                                .from(STORY_RESEARCHER)
                                                                .where(STORY_RESEARCHER.STORY_ID.eq(STORY.ID))
                                                                .orderBy(STORY_RESEARCHER.RESEARCHER_ID))
                                                        .convertFrom(rows -> rows.map(Record1::value1)),
                                                multiset(select(STORY_SUB_PROJECT.SUB_PROJECT_ID)
                                                                .from(STORY_SUB_PROJECT)
                                                                .where(STORY_SUB_PROJECT.STORY_ID.eq(STORY.ID))
                                                                .orderBy(STORY_SUB_PROJECT.SUB_PROJECT_ID))
                                                        .convertFrom(rows -> rows.map(Record1::value1)))
                                        .mapping(StoryDraft::new))
                        .mapping(StorySheet::new))
                .from(STORY)
                .where(STORY.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    @Override
    public Optional<StoryId> bySlug(String slug) {
        return sql.select(STORY.ID).from(STORY).where(STORY.SLUG.eq(slug)).fetchOptional(Record1::value1);
    }

    @Override
    public boolean replace(StoryId id, int version, StoryDraft draft, Instant at) {
        Illustration illustration = draft.illustration();
        Field<Integer> position =
                when(STORY.SECTION.eq(draft.section().name()), STORY.POSITION).otherwise(lastPlusOne(draft.section()));
        boolean stood = sql.update(STORY)
                        .set(STORY.SLUG, draft.slug())
                        .set(STORY.SECTION, draft.section().name())
                        .set(STORY.POSITION, position)
                        .set(STORY.TITLE_KO, draft.title().ko())
                        .set(STORY.TITLE_EN, draft.title().en())
                        .set(STORY.LEAD_KO, draft.lead().ko())
                        .set(STORY.LEAD_EN, draft.lead().en())
                        .set(STORY.BODY_KO, draft.body().ko())
                        .set(STORY.BODY_EN, draft.body().en())
                        .set(STORY.ILLUSTRATION, illustration == null ? null : illustration.key())
                        .set(STORY.UPDATED_AT, at)
                        .set(STORY.VERSION, version + 1)
                        .where(STORY.ID.eq(id), STORY.VERSION.eq(version))
                        .execute()
                == 1;
        if (stood) {
            sql.deleteFrom(STORY_ORGANISATION)
                    .where(STORY_ORGANISATION.STORY_ID.eq(id))
                    .execute();
            sql.deleteFrom(STORY_RESEARCHER)
                    .where(STORY_RESEARCHER.STORY_ID.eq(id))
                    .execute();
            sql.deleteFrom(STORY_SUB_PROJECT)
                    .where(STORY_SUB_PROJECT.STORY_ID.eq(id))
                    .execute();
            relate(id, draft);
        }
        return stood;
    }

    @Override
    public boolean publish(StoryId id, int version, @Nullable Instant at) {
        return sql.update(STORY)
                        .set(STORY.STATE, (at == null ? State.DRAFT : State.PUBLISHED).name())
                        .set(STORY.PUBLISHED_AT, at)
                        .set(STORY.VERSION, version + 1)
                        .where(STORY.ID.eq(id), STORY.VERSION.eq(version))
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(StoryId id, int version) {
        return sql.deleteFrom(STORY)
                        .where(STORY.ID.eq(id), STORY.VERSION.eq(version))
                        .execute()
                == 1;
    }

    @Override
    public List<StoryId> order(IssueId issue, Section section) {
        return sql.select(STORY.ID)
                .from(STORY)
                .where(STORY.ISSUE_ID.eq(issue), STORY.SECTION.eq(section.name()))
                .orderBy(STORY.POSITION, STORY.ID)
                .forUpdate()
                .fetch(Record1::value1);
    }

    @Override
    public void reorder(List<StoryId> order) {
        sql.batch(IntStream.range(0, order.size())
                        .mapToObj(place ->
                                sql.update(STORY).set(STORY.POSITION, place).where(STORY.ID.eq(order.get(place))))
                        .toList())
                .execute();
    }

    static @Nullable Illustration illustration(@Nullable String key) {
        return key == null ? null : Illustration.ofKey(key).orElse(null);
    }

    private int next(IssueId issue, Section section) {
        return sql.select(coalesce(max(STORY.POSITION), inline(-1)).plus(1))
                .from(STORY)
                .where(STORY.ISSUE_ID.eq(issue), STORY.SECTION.eq(section.name()))
                .fetchSingle()
                .value1();
    }

    private static Field<Integer> lastPlusOne(Section section) {
        var others = STORY.as("others");
        return field(select(coalesce(max(others.POSITION), inline(-1)).plus(1))
                .from(others)
                .where(others.ISSUE_ID.eq(STORY.ISSUE_ID), others.SECTION.eq(section.name())));
    }

    private void relate(StoryId id, StoryDraft draft) {
        draft.organisations()
                .forEach(organisation -> sql.insertInto(STORY_ORGANISATION)
                        .set(STORY_ORGANISATION.STORY_ID, id)
                        .set(STORY_ORGANISATION.ORGANISATION_ID, organisation)
                        .execute());
        draft.researchers()
                .forEach(researcher -> sql.insertInto(STORY_RESEARCHER)
                        .set(STORY_RESEARCHER.STORY_ID, id)
                        .set(STORY_RESEARCHER.RESEARCHER_ID, researcher)
                        .execute());
        draft.subProjects()
                .forEach(subProject -> sql.insertInto(STORY_SUB_PROJECT)
                        .set(STORY_SUB_PROJECT.STORY_ID, id)
                        .set(STORY_SUB_PROJECT.SUB_PROJECT_ID, subProject)
                        .execute());
    }
}

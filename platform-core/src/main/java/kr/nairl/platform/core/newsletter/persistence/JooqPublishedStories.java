package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.newsletter.persistence.Order.text;
import static kr.nairl.platform.core.sql.Tables.NEWSLETTER_ISSUE;
import static kr.nairl.platform.core.sql.Tables.STORY;
import static kr.nairl.platform.core.sql.Tables.STORY_ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.STORY_RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.STORY_SUB_PROJECT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.core.newsletter.IssueHead;
import kr.nairl.platform.core.newsletter.IssuePage;
import kr.nairl.platform.core.newsletter.PublishedStories;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the published state itself: the policies let editors see drafts. */
@Component
class JooqPublishedStories implements PublishedStories {

    private static final Condition READABLE =
            STORY.STATE.eq(State.PUBLISHED.name()).and(NEWSLETTER_ISSUE.STATE.eq(State.PUBLISHED.name()));
    private static final List<OrderField<?>> NEWEST_FIRST = List.of(
            NEWSLETTER_ISSUE.PUBLISHED_AT.desc(), NEWSLETTER_ISSUE.ID, Order.ofSection(), STORY.POSITION, STORY.ID);

    private final DSLContext sql;

    JooqPublishedStories(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<IssueHead> issues() {
        return sql.select(head())
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.STATE.eq(State.PUBLISHED.name()))
                .orderBy(NEWSLETTER_ISSUE.PUBLISHED_AT.desc(), NEWSLETTER_ISSUE.ID)
                .fetch(Record1::value1);
    }

    @Override
    public Optional<IssuePage> issue(@Nullable String slug) {
        return sql.select(
                        head(),
                        multiset(select(StoryColumns.ANNOUNCED)
                                        .from(STORY)
                                        .where(
                                                STORY.ISSUE_ID.eq(NEWSLETTER_ISSUE.ID),
                                                STORY.STATE.eq(State.PUBLISHED.name()))
                                        .orderBy(Order.ofSection(), STORY.POSITION, STORY.ID))
                                .convertFrom(rows -> rows.map(Record1::value1)))
                .from(NEWSLETTER_ISSUE)
                .where(NEWSLETTER_ISSUE.STATE.eq(State.PUBLISHED.name()))
                .and(slug == null ? noCondition() : NEWSLETTER_ISSUE.SLUG.eq(slug))
                .orderBy(NEWSLETTER_ISSUE.PUBLISHED_AT.desc(), NEWSLETTER_ISSUE.ID)
                .limit(1)
                .fetchOptional(found -> new IssuePage(found.value1(), parts(found.value2())));
    }

    @Override
    public Optional<StoryPage> story(String slug) {
        return sql.select(StoryColumns.page(StoryColumns.ANNOUNCED, StoryColumns.PUBLISHED_SIBLING))
                .from(STORY)
                .join(NEWSLETTER_ISSUE)
                .onKey(STORY.ISSUE_ID)
                .where(READABLE, STORY.SLUG.eq(slug))
                .fetchOptional(Record1::value1);
    }

    @Override
    public List<String> slugs() {
        return sql.select(STORY.SLUG)
                .from(STORY)
                .join(NEWSLETTER_ISSUE)
                .onKey(STORY.ISSUE_ID)
                .where(READABLE)
                .orderBy(NEWEST_FIRST)
                .fetch(Record1::value1);
    }

    @Override
    public List<StoryCard> section(Section section) {
        return cards(STORY.SECTION.eq(section.name())).orderBy(NEWEST_FIRST).fetch(Record1::value1);
    }

    @Override
    public List<StoryCard> latest(int limit) {
        return cards(noCondition())
                .orderBy(STORY.PUBLISHED_AT.desc(), Order.ofSection(), STORY.POSITION, STORY.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    @Override
    public List<StoryCard> about(OrganisationId organisation) {
        return cards(exists(selectOne()
                        .from(STORY_ORGANISATION)
                        .where(
                                STORY_ORGANISATION.STORY_ID.eq(STORY.ID),
                                STORY_ORGANISATION.ORGANISATION_ID.eq(organisation))))
                .orderBy(NEWEST_FIRST)
                .fetch(Record1::value1);
    }

    @Override
    public List<StoryCard> about(ResearcherId researcher) {
        return cards(exists(selectOne()
                        .from(STORY_RESEARCHER)
                        .where(STORY_RESEARCHER.STORY_ID.eq(STORY.ID), STORY_RESEARCHER.RESEARCHER_ID.eq(researcher))))
                .orderBy(NEWEST_FIRST)
                .fetch(Record1::value1);
    }

    @Override
    public List<StoryCard> about(SubProjectId subProject) {
        return cards(exists(selectOne()
                        .from(STORY_SUB_PROJECT)
                        .where(
                                STORY_SUB_PROJECT.STORY_ID.eq(STORY.ID),
                                STORY_SUB_PROJECT.SUB_PROJECT_ID.eq(subProject))))
                .orderBy(NEWEST_FIRST)
                .fetch(Record1::value1);
    }

    private SelectConditionStep<Record1<StoryCard>> cards(Condition wanted) {
        return sql.select(StoryColumns.ANNOUNCED)
                .from(STORY)
                .join(NEWSLETTER_ISSUE)
                .onKey(STORY.ISSUE_ID)
                .where(READABLE)
                .and(wanted);
    }

    private static SelectField<IssueHead> head() {
        return row(
                        NEWSLETTER_ISSUE.ID,
                        NEWSLETTER_ISSUE.SLUG,
                        NEWSLETTER_ISSUE.VOLUME,
                        text(NEWSLETTER_ISSUE.TITLE_KO, NEWSLETTER_ISSUE.TITLE_EN),
                        text(NEWSLETTER_ISSUE.INTRO_KO, NEWSLETTER_ISSUE.INTRO_EN),
                        NEWSLETTER_ISSUE.PUBLISHED_AT,
                        field(selectCount()
                                .from(STORY)
                                .where(STORY.ISSUE_ID.eq(NEWSLETTER_ISSUE.ID), STORY.STATE.eq(State.PUBLISHED.name()))))
                .mapping(IssueHead::new);
    }

    private static List<IssuePage.Part> parts(List<StoryCard> cards) {
        Map<Section, List<StoryCard>> bySection = cards.stream()
                .collect(Collectors.groupingBy(StoryCard::section, LinkedHashMap::new, Collectors.toList()));
        return bySection.entrySet().stream()
                .map(part -> new IssuePage.Part(part.getKey(), part.getValue()))
                .toList();
    }
}

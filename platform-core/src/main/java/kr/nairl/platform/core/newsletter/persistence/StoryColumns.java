package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.newsletter.persistence.Order.text;
import static kr.nairl.platform.core.sql.Tables.NEWSLETTER_ISSUE;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.STORY;
import static kr.nairl.platform.core.sql.Tables.STORY_ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.STORY_RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.STORY_SUB_PROJECT;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.State;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** How a story is read from its tables, by readers and by those who proof it. Needs STORY and NEWSLETTER_ISSUE in scope. */
final class StoryColumns {

    /** The same table once more, for the stories before and after. */
    static final kr.nairl.platform.core.sql.tables.Story SIBLING = STORY.as("sibling");

    static final Condition PUBLISHED_SIBLING = SIBLING.STATE.eq(State.PUBLISHED.name());

    /** A published story as it is announced. */
    static final SelectField<StoryCard> ANNOUNCED = card(STORY.PUBLISHED_AT);

    private StoryColumns() {}

    /**
     * A story to read.
     *
     * @param neighbours which of its issue's stories stand around it; itself must be among them
     */
    static SelectField<StoryPage> page(SelectField<StoryCard> card, Condition neighbours) {
        return row(
                        card,
                        text(STORY.BODY_KO, STORY.BODY_EN),
                        multiset(select(
                                                SIBLING.SLUG,
                                                SIBLING.SECTION.convertFrom(Section::valueOf),
                                                text(SIBLING.TITLE_KO, SIBLING.TITLE_EN))
                                        .from(SIBLING)
                                        .where(SIBLING.ISSUE_ID.eq(STORY.ISSUE_ID), neighbours)
                                        .orderBy(Order.ofSection(SIBLING.SECTION), SIBLING.POSITION, SIBLING.ID))
                                .convertFrom(rows -> rows.map(Records.mapping(StoryPage.Neighbour::new))))
                .mapping(StoryColumns::page);
    }

    /** A card with this moment of publishing. Joins let row-level security hide what this reader may not see. */
    static SelectField<StoryCard> card(Field<Instant> publishedAt) {
        return row(
                        STORY.ID,
                        STORY.SLUG,
                        STORY.SECTION.convertFrom(Section::valueOf),
                        text(STORY.TITLE_KO, STORY.TITLE_EN),
                        text(STORY.LEAD_KO, STORY.LEAD_EN),
                        STORY.ILLUSTRATION.convertFrom(JooqStories::illustration),
                        publishedAt,
                        STORY.UPDATED_AT,
                        NEWSLETTER_ISSUE.SLUG,
                        NEWSLETTER_ISSUE.VOLUME,
                        multiset(select(
                                                ORGANISATION.ID,
                                                ORGANISATION.SLUG,
                                                text(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                                text(ORGANISATION.SUMMARY_KO, ORGANISATION.SUMMARY_EN),
                                                ORGANISATION.PARTNER,
                                                ORGANISATION.FICTIONAL)
                                        .from(STORY_ORGANISATION)
                                        .join(ORGANISATION)
                                        .onKey(STORY_ORGANISATION.ORGANISATION_ID)
                                        .where(STORY_ORGANISATION.STORY_ID.eq(STORY.ID))
                                        .orderBy(
                                                ORGANISATION.PARTNER.desc(),
                                                coalesce(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                                ORGANISATION.ID))
                                .convertFrom(rows -> rows.map(Records.mapping(StoryCard.AboutOrganisation::new))),
                        multiset(select(
                                                RESEARCHER.ID,
                                                RESEARCHER.SLUG,
                                                text(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN),
                                                text(RESEARCHER.HEADLINE_KO, RESEARCHER.HEADLINE_EN))
                                        .from(STORY_RESEARCHER)
                                        .join(RESEARCHER)
                                        .onKey(STORY_RESEARCHER.RESEARCHER_ID)
                                        .where(STORY_RESEARCHER.STORY_ID.eq(STORY.ID))
                                        .orderBy(coalesce(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN), RESEARCHER.ID))
                                .convertFrom(rows -> rows.map(Records.mapping(StoryCard.AboutResearcher::new))),
                        multiset(select(
                                                SUB_PROJECT.ID,
                                                SUB_PROJECT.NUMBER.convertFrom(Short::intValue),
                                                text(SUB_PROJECT.TITLE_KO, SUB_PROJECT.TITLE_EN))
                                        .from(STORY_SUB_PROJECT)
                                        .join(SUB_PROJECT)
                                        .onKey(STORY_SUB_PROJECT.SUB_PROJECT_ID)
                                        .where(STORY_SUB_PROJECT.STORY_ID.eq(STORY.ID))
                                        .orderBy(SUB_PROJECT.NUMBER))
                                .convertFrom(rows -> rows.map(Records.mapping(StoryCard.AboutSubProject::new))))
                .mapping(StoryCard::new);
    }

    private static StoryPage page(StoryCard card, LocalizedText body, List<StoryPage.Neighbour> all) {
        int here = all.stream().map(StoryPage.Neighbour::slug).toList().indexOf(card.slug());
        return new StoryPage(card, body, at(all, here - 1), at(all, here + 1));
    }

    private static StoryPage.@Nullable Neighbour at(List<StoryPage.Neighbour> all, int place) {
        return place >= 0 && place < all.size() ? all.get(place) : null;
    }
}

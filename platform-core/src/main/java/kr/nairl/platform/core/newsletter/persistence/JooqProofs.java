package kr.nairl.platform.core.newsletter.persistence;

import static kr.nairl.platform.core.sql.Tables.NEWSLETTER_ISSUE;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.STORY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.newsletter.Proofs;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.shared.OrganisationId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Component;

/** Asks for no state: the policies let only editors and lab managers see drafts. */
@Component
class JooqProofs implements Proofs {

    private final DSLContext sql;

    JooqProofs(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StoryPage> story(StoryId id, Instant now) {
        var published = coalesce(STORY.PUBLISHED_AT, val(now, STORY.PUBLISHED_AT));
        return sql.select(StoryColumns.page(
                        StoryColumns.card(published),
                        StoryColumns.PUBLISHED_SIBLING.or(StoryColumns.SIBLING.ID.eq(STORY.ID))))
                .from(STORY)
                .join(NEWSLETTER_ISSUE)
                .onKey(STORY.ISSUE_ID)
                .where(STORY.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    @Override
    public Set<OrganisationId> visible(Collection<OrganisationId> organisations) {
        return sql.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.in(organisations))
                .fetchSet(Record1::value1);
    }
}

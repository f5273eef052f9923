package kr.nairl.platform.core.update.persistence;

import static kr.nairl.platform.core.sql.Tables.FOLLOW;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PROJECT_UPDATE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.FeedItem;
import kr.nairl.platform.core.update.FeedItems;
import kr.nairl.platform.core.update.UpdateId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

@Component
class JooqFeedItems implements FeedItems {

    /** A person nobody is: what a visitor follows. */
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final DSLContext sql;

    JooqFeedItems(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<FeedItem> page(Actor reader, FeedFilter filter, PageRequest request) {
        Condition wanted = wanted(reader, filter).and(seenBy(reader));
        int total = sql.fetchCount(PROJECT_UPDATE.join(RESEARCHER).onKey(PROJECT_UPDATE.RESEARCHER_ID), wanted);
        return new Page<>(
                items(reader, wanted)
                        .orderBy(PROJECT_UPDATE.PUBLISHED_AT.desc(), PROJECT_UPDATE.ID)
                        .offset(request.offset())
                        .limit(request.limit())
                        .fetch(Record1::value1),
                total);
    }

    @Override
    public Optional<FeedItem> one(Actor reader, UpdateId id) {
        return items(reader, PROJECT_UPDATE.ID.eq(id)).fetchOptional(Record1::value1);
    }

    private SelectConditionStep<Record1<FeedItem>> items(Actor reader, Condition wanted) {
        PersonId person = personOf(reader);
        return sql.select(row(
                                PROJECT_UPDATE.ID,
                                row(
                                                SUB_PROJECT.ID,
                                                SUB_PROJECT.NUMBER,
                                                text(SUB_PROJECT.TITLE_KO, SUB_PROJECT.TITLE_EN))
                                        .mapping(FeedItem.Place::new),
                                row(
                                                RESEARCHER.ID,
                                                RESEARCHER.SLUG,
                                                text(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN),
                                                text(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN))
                                        .mapping(FeedItem.Author::new),
                                text(PROJECT_UPDATE.TITLE_KO, PROJECT_UPDATE.TITLE_EN),
                                text(PROJECT_UPDATE.BODY_KO, PROJECT_UPDATE.BODY_EN),
                                PROJECT_UPDATE.AUDIENCE.convertFrom(Audience::valueOf),
                                PROJECT_UPDATE.PUBLISHED_AT,
                                PROJECT_UPDATE.EDITED_AT,
                                field(followedBy(person)),
                                field(RESEARCHER.PERSON_ID.isNotNull().and(RESEARCHER.PERSON_ID.eq(person))))
                        .mapping(FeedItem::new))
                .from(PROJECT_UPDATE)
                .join(SUB_PROJECT)
                .onKey(PROJECT_UPDATE.SUB_PROJECT_ID)
                .join(RESEARCHER)
                .onKey(PROJECT_UPDATE.RESEARCHER_ID)
                // the organisation may hide from this reader; its researchers do not
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(RESEARCHER.ORGANISATION_ID))
                .where(wanted, seenBy(reader));
    }

    /** What was posted for those who are signed in is no visitor's, here as in the policy. */
    private static Condition seenBy(Actor reader) {
        return reader instanceof Actor.Person ? noCondition() : PROJECT_UPDATE.AUDIENCE.eq(Audience.PUBLIC.name());
    }

    private static Condition wanted(Actor reader, FeedFilter filter) {
        Condition wanted = filter.followedOnly() ? followedBy(personOf(reader)) : noCondition();
        if (filter.subProject() != null) {
            wanted = wanted.and(PROJECT_UPDATE.SUB_PROJECT_ID.eq(filter.subProject()));
        }
        if (filter.researcher() != null) {
            wanted = wanted.and(PROJECT_UPDATE.RESEARCHER_ID.eq(filter.researcher()));
        }
        String text = filter.text();
        if (text != null) {
            wanted = wanted.and(PROJECT_UPDATE
                    .TITLE_KO
                    .containsIgnoreCase(text)
                    .or(PROJECT_UPDATE.TITLE_EN.containsIgnoreCase(text))
                    .or(PROJECT_UPDATE.BODY_KO.containsIgnoreCase(text))
                    .or(PROJECT_UPDATE.BODY_EN.containsIgnoreCase(text))
                    // punctuation alone names nobody
                    .or(
                            SearchKey.pattern(text).equals("%%")
                                    ? falseCondition()
                                    : RESEARCHER.SEARCH_KEY.like(SearchKey.pattern(text))));
        }
        return wanted;
    }

    private static Condition followedBy(PersonId person) {
        return exists(selectOne()
                .from(FOLLOW)
                .where(
                        FOLLOW.PERSON_ID.eq(person),
                        FOLLOW.SUB_PROJECT_ID
                                .eq(PROJECT_UPDATE.SUB_PROJECT_ID)
                                .or(FOLLOW.RESEARCHER_ID.eq(PROJECT_UPDATE.RESEARCHER_ID))));
    }

    private static PersonId personOf(Actor reader) {
        return reader instanceof Actor.Person person ? person.id() : NOBODY;
    }

    private static SelectField<LocalizedText> text(Field<String> ko, Field<String> en) {
        return row(ko, en).mapping(LocalizedText::of);
    }
}

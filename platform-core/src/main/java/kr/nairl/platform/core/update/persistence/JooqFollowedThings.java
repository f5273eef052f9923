package kr.nairl.platform.core.update.persistence;

import static kr.nairl.platform.core.sql.Tables.FOLLOW;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;

import java.time.Instant;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.update.FollowedThings;
import kr.nairl.platform.core.update.Following;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqFollowedThings implements FollowedThings {

    private final DSLContext sql;

    JooqFollowedThings(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(PersonId person, SubProjectId subProject, Instant at) {
        boolean there = sql.fetchExists(SUB_PROJECT, SUB_PROJECT.ID.eq(subProject));
        if (there) {
            sql.insertInto(FOLLOW)
                    .set(FOLLOW.PERSON_ID, person)
                    .set(FOLLOW.SUB_PROJECT_ID, subProject)
                    .set(FOLLOW.CREATED_AT, at)
                    .onConflictDoNothing()
                    .execute();
        }
        return there;
    }

    @Override
    public boolean add(PersonId person, ResearcherId researcher, Instant at) {
        boolean there = sql.fetchExists(RESEARCHER, RESEARCHER.ID.eq(researcher));
        if (there) {
            sql.insertInto(FOLLOW)
                    .set(FOLLOW.PERSON_ID, person)
                    .set(FOLLOW.RESEARCHER_ID, researcher)
                    .set(FOLLOW.CREATED_AT, at)
                    .onConflictDoNothing()
                    .execute();
        }
        return there;
    }

    @Override
    public void remove(PersonId person, SubProjectId subProject) {
        sql.deleteFrom(FOLLOW)
                .where(FOLLOW.PERSON_ID.eq(person), FOLLOW.SUB_PROJECT_ID.eq(subProject))
                .execute();
    }

    @Override
    public void remove(PersonId person, ResearcherId researcher) {
        sql.deleteFrom(FOLLOW)
                .where(FOLLOW.PERSON_ID.eq(person), FOLLOW.RESEARCHER_ID.eq(researcher))
                .execute();
    }

    @Override
    public boolean has(PersonId person, SubProjectId subProject) {
        return sql.fetchExists(FOLLOW, FOLLOW.PERSON_ID.eq(person).and(FOLLOW.SUB_PROJECT_ID.eq(subProject)));
    }

    @Override
    public boolean has(PersonId person, ResearcherId researcher) {
        return sql.fetchExists(FOLLOW, FOLLOW.PERSON_ID.eq(person).and(FOLLOW.RESEARCHER_ID.eq(researcher)));
    }

    @Override
    public Following of(PersonId person) {
        return new Following(
                sql.select(SUB_PROJECT.ID, SUB_PROJECT.NUMBER, SUB_PROJECT.TITLE_KO, SUB_PROJECT.TITLE_EN)
                        .from(FOLLOW)
                        .join(SUB_PROJECT)
                        .onKey(FOLLOW.SUB_PROJECT_ID)
                        .where(FOLLOW.PERSON_ID.eq(person))
                        .orderBy(SUB_PROJECT.NUMBER)
                        .fetch(row -> new Following.FollowedSubProject(
                                row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))),
                sql.select(RESEARCHER.ID, RESEARCHER.SLUG, RESEARCHER.NAME_KO, RESEARCHER.NAME_EN)
                        .from(FOLLOW)
                        .join(RESEARCHER)
                        .onKey(FOLLOW.RESEARCHER_ID)
                        .where(FOLLOW.PERSON_ID.eq(person))
                        .orderBy(coalesce(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN), RESEARCHER.ID)
                        .fetch(row -> new Following.FollowedResearcher(
                                row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4()))));
    }
}

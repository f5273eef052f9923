package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.MATCH_SET_ASIDE;

import java.util.List;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.SetAsideReason;
import kr.nairl.platform.core.matching.StoredSetAsides;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.PersonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqSetAsides implements StoredSetAsides {

    private final DSLContext sql;

    JooqSetAsides(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> ofInterest(InterestId interest) {
        return entries(SetAsideReason.Side.COMPANY, MATCH_SET_ASIDE.INTEREST_ID.eq(interest));
    }

    @Override
    public List<Entry> ofResearcher(ResearcherId researcher) {
        return entries(SetAsideReason.Side.RESEARCHER, MATCH_SET_ASIDE.RESEARCHER_ID.eq(researcher));
    }

    private List<Entry> entries(SetAsideReason.Side side, Condition which) {
        return sql.selectFrom(MATCH_SET_ASIDE)
                .where(MATCH_SET_ASIDE.SIDE.eq(side.name()))
                .and(which)
                .orderBy(
                        MATCH_SET_ASIDE.CREATED_AT.desc(),
                        MATCH_SET_ASIDE.INTEREST_ID,
                        MATCH_SET_ASIDE.RESEARCHER_ID,
                        MATCH_SET_ASIDE.AREA_ID)
                .fetch(JooqSetAsides::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(MATCH_SET_ASIDE.INTEREST_ID),
                expert(row.get(MATCH_SET_ASIDE.RESEARCHER_ID), row.get(MATCH_SET_ASIDE.AREA_ID)),
                SetAsideReason.valueOf(row.get(MATCH_SET_ASIDE.REASON)),
                row.get(MATCH_SET_ASIDE.CREATED_AT));
    }

    @Override
    public void set(SetAsideReason.Side side, Entry entry, PersonId by) {
        restore(side, entry.interest(), entry.expert());
        sql.insertInto(MATCH_SET_ASIDE)
                .set(MATCH_SET_ASIDE.INTEREST_ID, entry.interest())
                .set(
                        MATCH_SET_ASIDE.RESEARCHER_ID,
                        entry.expert() instanceof Subject.Researcher(ResearcherId id) ? id : null)
                .set(MATCH_SET_ASIDE.AREA_ID, entry.expert() instanceof Subject.Area(ResearchAreaId id) ? id : null)
                .set(MATCH_SET_ASIDE.SIDE, side.name())
                .set(MATCH_SET_ASIDE.REASON, entry.reason().name())
                .set(MATCH_SET_ASIDE.CREATED_BY, by)
                .set(MATCH_SET_ASIDE.CREATED_AT, entry.at())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public boolean restore(SetAsideReason.Side side, InterestId interest, Subject.Expert expert) {
        return sql.deleteFrom(MATCH_SET_ASIDE)
                        .where(MATCH_SET_ASIDE.SIDE.eq(side.name()))
                        .and(MATCH_SET_ASIDE.INTEREST_ID.eq(interest))
                        .and(
                                switch (expert) {
                                    case Subject.Researcher(ResearcherId id) -> MATCH_SET_ASIDE.RESEARCHER_ID.eq(id);
                                    case Subject.Area(ResearchAreaId id) -> MATCH_SET_ASIDE.AREA_ID.eq(id);
                                })
                        .execute()
                > 0;
    }

    /** Whichever of the two it is. */
    static Subject.Expert expert(@Nullable ResearcherId researcher, ResearchAreaId area) {
        return researcher == null ? new Subject.Area(area) : new Subject.Researcher(researcher);
    }
}

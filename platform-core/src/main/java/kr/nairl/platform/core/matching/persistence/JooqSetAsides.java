package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.MATCH_SET_ASIDE;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Answer;
import kr.nairl.platform.core.matching.MatchFeedback;
import kr.nairl.platform.core.matching.SetAsideReason;
import kr.nairl.platform.core.matching.StoredSetAsides;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.Tables;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class JooqSetAsides implements StoredSetAsides, MatchFeedback {

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
        ResearcherId researcher = row.get(MATCH_SET_ASIDE.RESEARCHER_ID);
        return new Entry(
                row.get(MATCH_SET_ASIDE.INTEREST_ID),
                researcher == null
                        ? new Subject.Area(row.get(MATCH_SET_ASIDE.AREA_ID))
                        : new Subject.Researcher(researcher),
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

    @Override
    public List<Answer> answers(Collection<ResearcherId> researchers) {
        UUID[] asked = researchers.stream().map(ResearcherId::value).toArray(UUID[]::new);
        var rows = Tables.SET_ASIDE_ANSWERS(asked);
        return sql.selectFrom(rows)
                .fetch(row -> new Answer(
                        row.get(rows.RESEARCHER_ID),
                        row.get(rows.ORGANISATION_ID),
                        Answer.Kind.valueOf(row.get(rows.ANSWER)),
                        row.get(rows.TOLD),
                        concepts(row.get(rows.CONCEPT_IDS))));
    }

    private static Set<ConceptId> concepts(UUID[] ids) {
        return ids == null ? Set.of() : Arrays.stream(ids).map(ConceptId::new).collect(Collectors.toSet());
    }

    @Override
    public Map<ResearcherId, Integer> takenOn(Collection<ResearcherId> researchers, Instant since) {
        return Map.of();
    }
}

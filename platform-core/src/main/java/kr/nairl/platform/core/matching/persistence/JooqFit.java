package kr.nairl.platform.core.matching.persistence;

import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.MATCH_CONFLICT;
import static kr.nairl.platform.core.sql.Tables.MATCH_SET_ASIDE;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER_WISHES;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Answer;
import kr.nairl.platform.core.matching.SetAsideReason.Side;
import kr.nairl.platform.core.matching.StoredFit;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.sql.Tables;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
class JooqFit implements StoredFit {

    private final DSLContext sql;

    JooqFit(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public ForNeed forNeed(
            InterestId interest, OrganisationId company, Collection<ResearcherId> researchers, Instant monthBegan) {
        var conflicting = Tables.CONFLICTING_RESEARCHERS(ids(researchers));
        Field<Set<ResearcherId>> conflicts = multiset(selectFrom(conflicting))
                .as("conflicts")
                .convertFrom(rows -> new HashSet<>(rows.map(row -> new ResearcherId(row.get(0, UUID.class)))));
        Field<Set<Subject.Expert>> aside = multiset(select(MATCH_SET_ASIDE.RESEARCHER_ID, MATCH_SET_ASIDE.AREA_ID)
                        .from(MATCH_SET_ASIDE)
                        .where(MATCH_SET_ASIDE.SIDE.eq(Side.COMPANY.name()))
                        .and(MATCH_SET_ASIDE.INTEREST_ID.eq(interest)))
                .as("aside")
                .convertFrom(rows -> new HashSet<>(rows.map(row -> JooqSetAsides.expert(row.value1(), row.value2()))));
        Parts parts = new Parts(researchers, List.of(company), monthBegan);
        return sql.select(conflicts, aside)
                .select(parts.fields())
                .fetchSingle(row -> new ForNeed(parts.known(row), row.get(conflicts), row.get(aside)));
    }

    @Override
    public ForResearcher forResearcher(
            ResearcherId researcher, Collection<OrganisationId> companies, Instant monthBegan) {
        Field<Set<OrganisationId>> conflicts = multiset(select(MATCH_CONFLICT.ORGANISATION_ID)
                        .from(MATCH_CONFLICT)
                        .where(MATCH_CONFLICT.RESEARCHER_ID.eq(researcher)))
                .as("conflicts")
                .convertFrom(rows -> new HashSet<>(rows.map(row -> row.value1())));
        Field<Set<InterestId>> aside = multiset(select(MATCH_SET_ASIDE.INTEREST_ID)
                        .from(MATCH_SET_ASIDE)
                        // Only those that may still be seen.
                        .join(INTEREST)
                        .on(INTEREST.ID.eq(MATCH_SET_ASIDE.INTEREST_ID))
                        .where(MATCH_SET_ASIDE.SIDE.eq(Side.RESEARCHER.name()))
                        .and(MATCH_SET_ASIDE.RESEARCHER_ID.eq(researcher)))
                .as("aside")
                .convertFrom(rows -> new HashSet<>(rows.map(row -> row.value1())));
        Field<Boolean> accepting = field(exists(
                selectOne().from(RESEARCHER).where(RESEARCHER.ID.eq(researcher)).and(RESEARCHER.ACCEPTING)));
        Parts parts = new Parts(List.of(researcher), companies, monthBegan);
        return sql.select(accepting, conflicts, aside)
                .select(parts.fields())
                .fetchSingle(row ->
                        new ForResearcher(parts.known(row), row.get(accepting), row.get(conflicts), row.get(aside)));
    }

    /** The columns that both rankings read. */
    private static final class Parts {

        private final Field<Map<ResearcherId, Wishes>> wishes;
        private final Field<Map<OrganisationId, OrganisationKind>> kinds;
        private final Field<Map<ResearcherId, List<Answer>>> answers;
        private final Field<Map<ResearcherId, Integer>> takenOn;

        Parts(Collection<ResearcherId> researchers, Collection<OrganisationId> companies, Instant monthBegan) {
            UUID[] asked = ids(researchers);
            wishes = multiset(JooqWishes.selected(researchers))
                    .as("wishes")
                    .convertFrom(
                            rows -> rows.intoMap(row -> row.get(RESEARCHER_WISHES.RESEARCHER_ID), JooqWishes::wishes));
            kinds = multiset(select(ORGANISATION.ID, ORGANISATION.KIND)
                            .from(ORGANISATION)
                            .where(ORGANISATION.ID.in(companies)))
                    .as("kinds")
                    .convertFrom(
                            rows -> rows.intoMap(row -> row.value1(), row -> OrganisationKind.valueOf(row.value2())));
            var answered = Tables.MATCH_ANSWERS(asked);
            answers = multiset(selectFrom(answered))
                    .as("answers")
                    .convertFrom(rows -> rows.stream()
                            .map(row -> new Answer(
                                    row.get(answered.RESEARCHER_ID),
                                    row.get(answered.ORGANISATION_ID),
                                    Answer.Kind.valueOf(row.get(answered.ANSWER)),
                                    row.get(answered.TOLD),
                                    concepts(row.get(answered.CONCEPT_IDS))))
                            .collect(Collectors.groupingBy(Answer::researcher)));
            var accepted = Tables.ACCEPTED_SINCE(asked, monthBegan);
            takenOn = multiset(selectFrom(accepted))
                    .as("taken_on")
                    .convertFrom(rows -> rows.intoMap(accepted.RESEARCHER_ID, accepted.REQUESTS));
        }

        List<Field<?>> fields() {
            return List.of(wishes, kinds, answers, takenOn);
        }

        Known known(Record row) {
            return new Known(row.get(wishes), row.get(kinds), row.get(answers), row.get(takenOn));
        }
    }

    private static UUID[] ids(Collection<ResearcherId> researchers) {
        return researchers.stream().map(ResearcherId::value).toArray(UUID[]::new);
    }

    private static Set<ConceptId> concepts(UUID[] ids) {
        return ids == null ? Set.of() : Arrays.stream(ids).map(ConceptId::new).collect(Collectors.toSet());
    }
}

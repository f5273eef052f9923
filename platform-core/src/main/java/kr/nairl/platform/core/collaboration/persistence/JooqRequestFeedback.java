package kr.nairl.platform.core.collaboration.persistence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.matching.Answer;
import kr.nairl.platform.core.matching.MatchFeedback;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.sql.Tables;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What requests were answered, for the ranking to learn from. */
@Component
class JooqRequestFeedback implements MatchFeedback {

    private final DSLContext sql;

    JooqRequestFeedback(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Answer> answers(Collection<ResearcherId> researchers) {
        var rows = Tables.REQUEST_ANSWERS(ids(researchers));
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
        var rows = Tables.ACCEPTED_SINCE(ids(researchers), since);
        return sql.selectFrom(rows).fetchMap(row -> row.get(rows.RESEARCHER_ID), row -> row.get(rows.REQUESTS));
    }

    private static UUID[] ids(Collection<ResearcherId> researchers) {
        return researchers.stream().map(ResearcherId::value).toArray(UUID[]::new);
    }
}

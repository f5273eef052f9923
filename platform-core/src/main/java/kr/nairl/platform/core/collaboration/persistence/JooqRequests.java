package kr.nairl.platform.core.collaboration.persistence;

import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.PERSON;
import static kr.nairl.platform.core.sql.Tables.REQUEST_CONFIDENTIAL;
import static kr.nairl.platform.core.sql.Tables.REQUEST_HAND_OVER;
import static kr.nairl.platform.core.sql.Tables.REQUEST_HISTORY;
import static kr.nairl.platform.core.sql.Tables.REQUEST_MESSAGE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.collaboration.HandOver;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestAddressee;
import kr.nairl.platform.core.collaboration.RequestHistoryEntry;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.Requests;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.Routines;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests in PostgreSQL; the version column is the optimistic lock. */
@Component
class JooqRequests implements Requests {

    private static final Field<Integer> STEPS = field(
                    selectCount().from(REQUEST_HISTORY).where(REQUEST_HISTORY.REQUEST_ID.eq(COLLABORATION_REQUEST.ID)))
            .as("steps");

    private static final Field<Integer> HAND_OVERS = field(selectCount()
                    .from(REQUEST_HAND_OVER)
                    .where(REQUEST_HAND_OVER.REQUEST_ID.eq(COLLABORATION_REQUEST.ID)))
            .as("hand_overs");

    private final DSLContext sql;

    JooqRequests(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Request> find(RequestId id) {
        return select(COLLABORATION_REQUEST.ID.eq(id)).fetchOptional(JooqRequests::request);
    }

    @Override
    public Optional<RequestAddressee> addressee(ResearcherId researcher) {
        Field<SubProjectId> none =
                castNull(COLLABORATION_REQUEST.SUB_PROJECT_ID).as("none");
        return sql.select(RESEARCHER.ID, RESEARCHER.PERSON_ID, RESEARCHER.ACCEPTING, none)
                .from(RESEARCHER)
                .where(RESEARCHER.ID.eq(researcher))
                .fetchOptional(row -> RequestRecords.addressee(row, none));
    }

    @Override
    public Optional<RequestAddressee> addressee(SubProjectId subProject) {
        return sql.select(SUB_PROJECT.ID, RESEARCHER.ID, RESEARCHER.PERSON_ID, RESEARCHER.ACCEPTING)
                .from(SUB_PROJECT)
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID))
                .where(SUB_PROJECT.ID.eq(subProject))
                .fetchOptional(row -> RequestRecords.addressee(row, SUB_PROJECT.ID));
    }

    @Override
    public boolean wasPassedOnBy(PersonId person, RequestId id) {
        return sql.fetchExists(sql.selectOne()
                .from(REQUEST_HAND_OVER)
                .join(RESEARCHER)
                .on(RESEARCHER.ID.eq(REQUEST_HAND_OVER.FROM_RESEARCHER_ID))
                .where(REQUEST_HAND_OVER.REQUEST_ID.eq(id))
                .and(RESEARCHER.PERSON_ID.eq(person)));
    }

    @Override
    public Optional<InterestId> interestOf(RequestId id) {
        return sql.select(COLLABORATION_REQUEST.INTEREST_ID)
                .from(COLLABORATION_REQUEST)
                .where(COLLABORATION_REQUEST.ID.eq(id))
                .fetchOptional(COLLABORATION_REQUEST.INTEREST_ID);
    }

    @Override
    public boolean isInterestOf(InterestId interest, OrganisationId organisation) {
        return sql.fetchExists(INTEREST, INTEREST.ID.eq(interest).and(INTEREST.ORGANISATION_ID.eq(organisation)));
    }

    @Override
    public Optional<RequestId> untouched(Request draft, @Nullable InterestId interest) {
        RequestAddressee to = draft.addressee();
        return sql.select(COLLABORATION_REQUEST.ID)
                .from(COLLABORATION_REQUEST)
                .where(COLLABORATION_REQUEST.STATE.eq(RequestState.DRAFT.name()))
                .and(COLLABORATION_REQUEST.VERSION.eq(draft.version()))
                .and(COLLABORATION_REQUEST.CREATED_BY.eq(draft.createdBy()))
                .and(COLLABORATION_REQUEST.ORGANISATION_ID.eq(draft.organisation()))
                .and(COLLABORATION_REQUEST.MODE.eq(draft.draft().mode().name()))
                .and(COLLABORATION_REQUEST.SUB_PROJECT_ID.isNotDistinctFrom(to.subProject()))
                .and(COLLABORATION_REQUEST.RESEARCHER_ID.isNotDistinctFrom(
                        to.subProject() == null ? to.researcher() : null))
                .and(COLLABORATION_REQUEST.INTEREST_ID.isNotDistinctFrom(interest))
                .orderBy(COLLABORATION_REQUEST.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(row -> row.value1());
    }

    @Override
    public void begin(Request draft, @Nullable InterestId interest) {
        RequestAddressee to = draft.addressee();
        sql.insertInto(COLLABORATION_REQUEST)
                .set(COLLABORATION_REQUEST.ID, draft.id())
                .set(COLLABORATION_REQUEST.INTEREST_ID, interest)
                .set(COLLABORATION_REQUEST.ORGANISATION_ID, draft.organisation())
                .set(COLLABORATION_REQUEST.CREATED_BY, draft.createdBy())
                .set(COLLABORATION_REQUEST.SUB_PROJECT_ID, to.subProject())
                // Who leads a sub-project is decided when the draft is sent.
                .set(COLLABORATION_REQUEST.RESEARCHER_ID, to.subProject() == null ? to.researcher() : null)
                .set(COLLABORATION_REQUEST.MODE, draft.draft().mode().name())
                .set(COLLABORATION_REQUEST.STATE, draft.state().name())
                .set(COLLABORATION_REQUEST.CREATED_AT, draft.createdAt())
                .set(COLLABORATION_REQUEST.UPDATED_AT, draft.updatedAt())
                .set(COLLABORATION_REQUEST.VERSION, draft.version())
                .execute();
        sql.insertInto(REQUEST_CONFIDENTIAL)
                .set(REQUEST_CONFIDENTIAL.REQUEST_ID, draft.id())
                .execute();
    }

    @Override
    public boolean save(Request draft, int versionSeen) {
        int updated = sql.update(COLLABORATION_REQUEST)
                .set(COLLABORATION_REQUEST.TITLE, draft.draft().title())
                .set(COLLABORATION_REQUEST.SUMMARY, draft.draft().summary())
                .set(COLLABORATION_REQUEST.MODE, draft.draft().mode().name())
                .set(COLLABORATION_REQUEST.UPDATED_AT, draft.updatedAt())
                .set(COLLABORATION_REQUEST.VERSION, draft.version())
                .where(isAt(draft.id(), versionSeen))
                .execute();
        if (updated == 0) {
            return false;
        }
        sql.update(REQUEST_CONFIDENTIAL)
                .set(REQUEST_CONFIDENTIAL.PROPOSAL, draft.draft().proposal())
                .set(REQUEST_CONFIDENTIAL.OFFER, draft.draft().offer())
                .set(REQUEST_CONFIDENTIAL.OUTCOME, draft.draft().outcome())
                .where(REQUEST_CONFIDENTIAL.REQUEST_ID.eq(draft.id()))
                .execute();
        return true;
    }

    @Override
    public boolean move(Request moved, RequestHistoryEntry entry, int versionSeen) {
        // Held first: what is said and to whom it is passed on is written by whom it was addressed to until now.
        if (sql.select(COLLABORATION_REQUEST.ID)
                        .from(COLLABORATION_REQUEST)
                        .where(isAt(moved.id(), versionSeen))
                        .forUpdate()
                        .fetchOne()
                == null) {
            return false;
        }
        write(moved.id(), entry);
        sql.update(COLLABORATION_REQUEST)
                .set(COLLABORATION_REQUEST.RESEARCHER_ID, moved.addressee().researcher())
                .set(COLLABORATION_REQUEST.STATE, moved.state().name())
                .set(
                        COLLABORATION_REQUEST.DECLINE_REASON,
                        moved.declineReason() == null
                                ? null
                                : moved.declineReason().name())
                .set(COLLABORATION_REQUEST.UPDATED_AT, moved.updatedAt())
                .set(COLLABORATION_REQUEST.SENT_AT, moved.sentAt())
                .set(COLLABORATION_REQUEST.DUE_AT, moved.dueAt())
                .set(COLLABORATION_REQUEST.REMINDED_AT, moved.remindedAt())
                .set(COLLABORATION_REQUEST.DECIDED_AT, moved.decidedAt())
                .set(COLLABORATION_REQUEST.VERSION, moved.version())
                .where(COLLABORATION_REQUEST.ID.eq(moved.id()))
                .execute();
        return true;
    }

    private void write(RequestId id, RequestHistoryEntry entry) {
        UUID history = UUID.randomUUID();
        sql.insertInto(REQUEST_HISTORY)
                .set(REQUEST_HISTORY.ID, history)
                .set(REQUEST_HISTORY.REQUEST_ID, id)
                .set(REQUEST_HISTORY.SEQUENCE, entry.sequence())
                .set(REQUEST_HISTORY.AT, entry.at())
                .set(REQUEST_HISTORY.PERSON_ID, entry.person())
                .set(REQUEST_HISTORY.ORGANISATION_ID, entry.organisation())
                .set(REQUEST_HISTORY.COMMAND, entry.step().name())
                .set(REQUEST_HISTORY.FROM_STATE, entry.from().name())
                .set(REQUEST_HISTORY.TO_STATE, entry.to().name())
                .execute();
        if (entry.words() != null) {
            sql.insertInto(REQUEST_MESSAGE)
                    .set(REQUEST_MESSAGE.HISTORY_ID, history)
                    .set(REQUEST_MESSAGE.REQUEST_ID, id)
                    .set(REQUEST_MESSAGE.TEXT, entry.words())
                    .execute();
        }
        HandOver handOver = entry.handOver();
        if (handOver != null) {
            sql.insertInto(REQUEST_HAND_OVER)
                    .set(REQUEST_HAND_OVER.HISTORY_ID, history)
                    .set(REQUEST_HAND_OVER.REQUEST_ID, id)
                    .set(REQUEST_HAND_OVER.FROM_RESEARCHER_ID, handOver.from())
                    .set(REQUEST_HAND_OVER.TO_RESEARCHER_ID, handOver.to())
                    .set(REQUEST_HAND_OVER.REASON, handOver.reason().name())
                    .execute();
        }
    }

    @Override
    public boolean discard(RequestId draft, int versionSeen) {
        return sql.deleteFrom(COLLABORATION_REQUEST)
                        .where(isAt(draft, versionSeen))
                        .and(COLLABORATION_REQUEST.STATE.eq(RequestState.DRAFT.name()))
                        .execute()
                == 1;
    }

    @Override
    public Optional<LocalizedText> lastMover(RequestId id) {
        return sql.select(PERSON.NAME_KO, PERSON.NAME_EN)
                .from(REQUEST_HISTORY)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(REQUEST_HISTORY.PERSON_ID))
                .where(REQUEST_HISTORY.REQUEST_ID.eq(id))
                .orderBy(REQUEST_HISTORY.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(row -> LocalizedText.of(row.value1(), row.value2()))
                .filter(name -> !name.isEmpty());
    }

    @Override
    public List<Request> lockOverdue(Instant until, int limit) {
        return lock(
                COLLABORATION_REQUEST
                        .STATE
                        .in(
                                RequestState.SENT.name(),
                                RequestState.QUESTION_ASKED.name(),
                                RequestState.HANDED_OVER.name())
                        .and(COLLABORATION_REQUEST.DUE_AT.le(until)),
                limit);
    }

    @Override
    public List<Request> lockUnanswered(Instant dueUntil, LocalDate today, int limit) {
        return lock(
                COLLABORATION_REQUEST
                        .STATE
                        .in(RequestState.SENT.name(), RequestState.HANDED_OVER.name())
                        .and(COLLABORATION_REQUEST.DUE_AT.le(dueUntil))
                        .and(Routines.standIn(COLLABORATION_REQUEST.ID.coerce(UUID.class), val(today))
                                .isNotNull()),
                limit);
    }

    @Override
    public Optional<RequestAddressee> standIn(RequestId request, LocalDate today) {
        return Optional.ofNullable(Routines.standIn(sql.configuration(), request.value(), today))
                .flatMap(id -> addressee(new ResearcherId(id)));
    }

    @Override
    public List<Request> lockUnreminded(Instant dueAfter, Instant dueUntil, int limit) {
        return lock(
                COLLABORATION_REQUEST
                        .STATE
                        .in(RequestState.SENT.name(), RequestState.HANDED_OVER.name())
                        .and(COLLABORATION_REQUEST.REMINDED_AT.isNull())
                        .and(COLLABORATION_REQUEST.DUE_AT.gt(dueAfter))
                        .and(COLLABORATION_REQUEST.DUE_AT.le(dueUntil)),
                limit);
    }

    private List<Request> lock(Condition which, int limit) {
        return select(which)
                .orderBy(COLLABORATION_REQUEST.DUE_AT, COLLABORATION_REQUEST.ID)
                .limit(limit)
                .forUpdate()
                .of(COLLABORATION_REQUEST)
                .skipLocked()
                .fetch(JooqRequests::request);
    }

    private SelectConditionStep<Record> select(Condition which) {
        return sql.select(RequestRecords.fields())
                .select(
                        REQUEST_CONFIDENTIAL.PROPOSAL,
                        REQUEST_CONFIDENTIAL.OFFER,
                        REQUEST_CONFIDENTIAL.OUTCOME,
                        HAND_OVERS,
                        STEPS)
                .from(COLLABORATION_REQUEST)
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(COLLABORATION_REQUEST.SUB_PROJECT_ID))
                .leftJoin(RESEARCHER)
                .on(RequestRecords.IS_ADDRESSEE)
                .leftJoin(REQUEST_CONFIDENTIAL)
                .on(REQUEST_CONFIDENTIAL.REQUEST_ID.eq(COLLABORATION_REQUEST.ID))
                .where(which);
    }

    private static Condition isAt(RequestId id, int version) {
        return COLLABORATION_REQUEST.ID.eq(id).and(COLLABORATION_REQUEST.VERSION.eq(version));
    }

    private static Request request(Record row) {
        return RequestRecords.request(
                row,
                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.PROPOSAL), ""),
                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.OFFER), ""),
                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.OUTCOME), ""),
                row.get(HAND_OVERS),
                row.get(STEPS));
    }
}

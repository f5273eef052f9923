package kr.nairl.platform.core.collaboration.persistence;

import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;

import java.util.List;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestAddressee;
import kr.nairl.platform.core.collaboration.RequestDraft;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.research.SubProjectId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;

/** How a request and its addressee lie in their tables. */
final class RequestRecords {

    /** Joins the addressee: the one it was sent to, or while it is a draft to a sub-project whoever leads that now. */
    static final Condition IS_ADDRESSEE =
            RESEARCHER.ID.eq(coalesce(COLLABORATION_REQUEST.RESEARCHER_ID, SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID));

    private RequestRecords() {}

    /** What {@link #request} needs of a request joined with its sub-project and addressee. */
    static List<SelectFieldOrAsterisk> fields() {
        return List.of(
                COLLABORATION_REQUEST.ID,
                COLLABORATION_REQUEST.ORGANISATION_ID,
                COLLABORATION_REQUEST.CREATED_BY,
                COLLABORATION_REQUEST.SUB_PROJECT_ID,
                COLLABORATION_REQUEST.MODE,
                COLLABORATION_REQUEST.TITLE,
                COLLABORATION_REQUEST.SUMMARY,
                COLLABORATION_REQUEST.STATE,
                COLLABORATION_REQUEST.DECLINE_REASON,
                COLLABORATION_REQUEST.CREATED_AT,
                COLLABORATION_REQUEST.UPDATED_AT,
                COLLABORATION_REQUEST.SENT_AT,
                COLLABORATION_REQUEST.DUE_AT,
                COLLABORATION_REQUEST.REMINDED_AT,
                COLLABORATION_REQUEST.DECIDED_AT,
                COLLABORATION_REQUEST.VERSION,
                RESEARCHER.ID,
                RESEARCHER.PERSON_ID,
                RESEARCHER.ACCEPTING);
    }

    /** The request in this row, with confidential words that come from elsewhere. */
    static Request request(Record row, String proposal, String offer, String outcome, int handOvers, int steps) {
        String reason = row.get(COLLABORATION_REQUEST.DECLINE_REASON);
        return new Request(
                row.get(COLLABORATION_REQUEST.ID),
                row.get(COLLABORATION_REQUEST.ORGANISATION_ID),
                row.get(COLLABORATION_REQUEST.CREATED_BY),
                addressee(row, COLLABORATION_REQUEST.SUB_PROJECT_ID),
                new RequestDraft(
                        row.get(COLLABORATION_REQUEST.TITLE),
                        row.get(COLLABORATION_REQUEST.SUMMARY),
                        proposal,
                        offer,
                        outcome,
                        RequestMode.valueOf(row.get(COLLABORATION_REQUEST.MODE))),
                RequestState.valueOf(row.get(COLLABORATION_REQUEST.STATE)),
                reason == null ? null : DeclineReason.valueOf(reason),
                row.get(COLLABORATION_REQUEST.CREATED_AT),
                row.get(COLLABORATION_REQUEST.UPDATED_AT),
                row.get(COLLABORATION_REQUEST.SENT_AT),
                row.get(COLLABORATION_REQUEST.DUE_AT),
                row.get(COLLABORATION_REQUEST.REMINDED_AT),
                row.get(COLLABORATION_REQUEST.DECIDED_AT),
                handOvers,
                steps,
                row.get(COLLABORATION_REQUEST.VERSION));
    }

    /** The addressee in this row; the sub-project addressed, if any, stands in the given field. */
    static RequestAddressee addressee(Record row, Field<SubProjectId> subProject) {
        return new RequestAddressee(
                row.get(RESEARCHER.ID),
                row.get(RESEARCHER.PERSON_ID),
                row.get(subProject),
                Boolean.TRUE.equals(row.get(RESEARCHER.ACCEPTING)));
    }
}

package kr.nairl.platform.core.lab.persistence;

import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.REQUEST_HISTORY;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.percentileCont;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.RequestStep;
import kr.nairl.platform.core.lab.LabFigures;
import kr.nairl.platform.core.lab.LabReads;
import kr.nairl.platform.core.lab.Tie;
import kr.nairl.platform.core.lab.TieFilter;
import kr.nairl.platform.core.lab.WaitingRequest;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.SearchKey;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SelectSeekStepN;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Five statements for the overview, one for a page of ties, whatever their length. */
@Component
class JooqLabReads implements LabReads {

    private static final Duration TOO_LONG = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(90);
    private static final int MAX_WAITING = 200;
    private static final Condition WAS_SENT = COLLABORATION_REQUEST.STATE.ne(RequestState.DRAFT.name());

    /** When a person on either side last took a step; the clock's steps are no contact. */
    private static final Field<Instant> LAST_STEP = max(REQUEST_HISTORY.AT).as("last_step");

    private static final Table<Record2<RequestId, Instant>> CONTACTS = select(REQUEST_HISTORY.REQUEST_ID, LAST_STEP)
            .from(REQUEST_HISTORY)
            .where(REQUEST_HISTORY.COMMAND.notIn(RequestStep.REMIND.name(), RequestStep.EXPIRE.name()))
            .groupBy(REQUEST_HISTORY.REQUEST_ID)
            .asTable("contacts");

    private static final Field<Integer> TOTAL = count().over().as("total");
    private static final Field<Integer> SENT = count().as("sent");
    private static final Field<Integer> ACCEPTED = count().filterWhere(
                    COLLABORATION_REQUEST.STATE.eq(RequestState.ACCEPTED.name()))
            .as("accepted");
    private static final Condition IS_OPEN = COLLABORATION_REQUEST.STATE.in(
            RequestState.SENT.name(), RequestState.QUESTION_ASKED.name(), RequestState.HANDED_OVER.name());
    private static final Field<Integer> OPEN = count().filterWhere(IS_OPEN).as("open");
    private static final Field<Integer> DECLINED = count().filterWhere(
                    COLLABORATION_REQUEST.STATE.eq(RequestState.DECLINED.name()))
            .as("declined");
    private static final Field<Instant> LAST_CONTACT = max(field(
                    name("contacts", "last_step"), REQUEST_HISTORY.AT.getDataType()))
            .as("last_contact");

    private final DSLContext sql;

    JooqLabReads(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public LabFigures figures(Instant now, Instant quarter) {
        Map<RequestState, Integer> byState = new EnumMap<>(RequestState.class);
        for (RequestState state : RequestState.values()) {
            if (state != RequestState.DRAFT) {
                byState.put(state, 0);
            }
        }
        int sent = 0;
        int accepted = 0;
        for (var row : sql.select(
                        COLLABORATION_REQUEST.STATE,
                        count(),
                        count().filterWhere(COLLABORATION_REQUEST.SENT_AT.ge(quarter)),
                        count().filterWhere(COLLABORATION_REQUEST
                                .STATE
                                .eq(RequestState.ACCEPTED.name())
                                .and(COLLABORATION_REQUEST.DECIDED_AT.ge(quarter))))
                .from(COLLABORATION_REQUEST)
                .where(WAS_SENT)
                .groupBy(COLLABORATION_REQUEST.STATE)
                .fetch()) {
            byState.put(RequestState.valueOf(row.value1()), row.value2());
            sent += row.value3();
            accepted += row.value4();
        }
        Record partners = partners(quarter);
        return new LabFigures(
                byState,
                waitingTooLong(now),
                medianDaysToFirstAnswer(now),
                ties(TieFilter.ALL),
                new LabFigures.PartnerCounts(
                        partners.get("active", Integer.class),
                        partners.get("invited", Integer.class),
                        partners.get("proposing", Integer.class),
                        partners.get("accepted", Integer.class)),
                new LabFigures.NewThisQuarter(quarter, partners.get("added", Integer.class), sent, accepted));
    }

    @Override
    public Page<Tie> ties(TieFilter filter, PageRequest page) {
        Result<Record> rows =
                query(filter).limit(page.limit()).offset(page.offset()).fetch();
        if (rows.isEmpty() && page.offset() > 0) {
            // Past the end no row carries the total.
            return new Page<>(List.of(), sql.fetchCount(query(filter)));
        }
        return new Page<>(
                rows.map(JooqLabReads::tie),
                rows.isEmpty() ? 0 : rows.getFirst().get(TOTAL));
    }

    @Override
    public List<Tie> ties(TieFilter filter) {
        return query(filter).fetch(JooqLabReads::tie);
    }

    private SelectSeekStepN<Record> query(TieFilter filter) {
        Condition which = WAS_SENT;
        if (filter.subProject() != null) {
            which = which.and(SUB_PROJECT.ID.eq(filter.subProject()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            which = which.and(ORGANISATION.SEARCH_KEY.like(SearchKey.pattern(filter.text())));
        }
        return sql.select(List.of(
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        SUB_PROJECT.ID,
                        SUB_PROJECT.NUMBER,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        SENT,
                        OPEN,
                        ACCEPTED,
                        DECLINED,
                        LAST_CONTACT,
                        TOTAL))
                .from(COLLABORATION_REQUEST)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(COLLABORATION_REQUEST.RESEARCHER_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(coalesce(COLLABORATION_REQUEST.SUB_PROJECT_ID, RESEARCHER.SUB_PROJECT_ID)))
                .leftJoin(CONTACTS)
                .on(CONTACTS.field(REQUEST_HISTORY.REQUEST_ID).eq(COLLABORATION_REQUEST.ID))
                .where(which)
                .groupBy(ORGANISATION.ID, SUB_PROJECT.ID)
                .having(filter.openOnly() ? count().filterWhere(IS_OPEN).gt(0) : noCondition())
                .orderBy(order(filter.order()));
    }

    private static List<OrderField<?>> order(TieFilter.Order order) {
        List<OrderField<?>> fields = new ArrayList<>(
                switch (order) {
                    case LAST_CONTACT -> List.<OrderField<?>>of();
                    case SENT -> List.<OrderField<?>>of(SENT.desc());
                    case ACCEPTED -> List.<OrderField<?>>of(ACCEPTED.desc());
                    case ORGANISATION -> List.<OrderField<?>>of(coalesce(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN));
                });
        fields.addAll(List.of(LAST_CONTACT.desc(), ORGANISATION.ID, SUB_PROJECT.ID));
        return fields;
    }

    private List<WaitingRequest> waitingTooLong(Instant now) {
        // A turn's beginning is not stored; it ends a fixed time after it began.
        Instant dueAtTheLatest = now.minus(TOO_LONG).plus(Request.ANSWER_WITHIN);
        return sql.select(List.of(
                        COLLABORATION_REQUEST.ID,
                        COLLABORATION_REQUEST.TITLE,
                        COLLABORATION_REQUEST.DUE_AT,
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        RESEARCHER.ID,
                        RESEARCHER.SLUG,
                        RESEARCHER.NAME_KO,
                        RESEARCHER.NAME_EN,
                        SUB_PROJECT.NUMBER))
                .from(COLLABORATION_REQUEST)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .join(RESEARCHER)
                .on(RESEARCHER.ID.eq(COLLABORATION_REQUEST.RESEARCHER_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(coalesce(COLLABORATION_REQUEST.SUB_PROJECT_ID, RESEARCHER.SUB_PROJECT_ID)))
                .where(COLLABORATION_REQUEST.STATE.in(RequestState.SENT.name(), RequestState.HANDED_OVER.name()))
                .and(COLLABORATION_REQUEST.DUE_AT.le(dueAtTheLatest))
                .orderBy(COLLABORATION_REQUEST.DUE_AT, COLLABORATION_REQUEST.ID)
                .limit(MAX_WAITING)
                .fetch(row -> {
                    Instant due = row.get(COLLABORATION_REQUEST.DUE_AT);
                    Instant since = due.minus(Request.ANSWER_WITHIN);
                    return new WaitingRequest(
                            row.get(COLLABORATION_REQUEST.ID),
                            row.get(COLLABORATION_REQUEST.TITLE),
                            row.get(ORGANISATION.ID),
                            row.get(ORGANISATION.SLUG),
                            LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                            row.get(RESEARCHER.ID),
                            row.get(RESEARCHER.SLUG),
                            LocalizedText.of(row.get(RESEARCHER.NAME_KO), row.get(RESEARCHER.NAME_EN)),
                            number(row),
                            since,
                            (int) Duration.between(since, now).toDays(),
                            due);
                });
    }

    private @Nullable Double medianDaysToFirstAnswer(Instant now) {
        Field<Instant> firstAnswer = min(REQUEST_HISTORY.AT);
        Table<Record1<Double>> answers = select(field(
                                "extract(epoch FROM ({0} - {1})) / 86400",
                                Double.class, firstAnswer, COLLABORATION_REQUEST.SENT_AT)
                        .as("days"))
                .from(COLLABORATION_REQUEST)
                .join(REQUEST_HISTORY)
                .on(REQUEST_HISTORY.REQUEST_ID.eq(COLLABORATION_REQUEST.ID))
                .where(WAS_SENT)
                .and(REQUEST_HISTORY.COMMAND.in(
                        RequestStep.ASK.name(), RequestStep.ACCEPT.name(), RequestStep.DECLINE.name()))
                .groupBy(COLLABORATION_REQUEST.ID)
                .having(firstAnswer.ge(now.minus(LATELY)))
                .asTable("answers");
        return sql.select(percentileCont(0.5)
                        .withinGroupOrderBy(field(name("answers", "days"), Double.class))
                        .cast(Double.class))
                .from(answers)
                .fetchSingle()
                .value1();
    }

    private Record partners(Instant quarter) {
        Condition active = ORGANISATION.STATUS.eq("ACTIVE");
        return sql.select(
                        count().filterWhere(active).as("active"),
                        count().filterWhere(ORGANISATION.STATUS.eq("INVITED")).as("invited"),
                        count().filterWhere(active.and(requested(WAS_SENT))).as("proposing"),
                        count().filterWhere(active.and(
                                        requested(COLLABORATION_REQUEST.STATE.eq(RequestState.ACCEPTED.name()))))
                                .as("accepted"),
                        count().filterWhere(ORGANISATION.CREATED_AT.ge(quarter)).as("added"))
                .from(ORGANISATION)
                .where(ORGANISATION.PARTNER)
                .fetchSingle();
    }

    private static Condition requested(Condition which) {
        return exists(selectOne()
                .from(COLLABORATION_REQUEST)
                .where(COLLABORATION_REQUEST.ORGANISATION_ID.eq(ORGANISATION.ID))
                .and(which));
    }

    private static Tie tie(Record row) {
        return new Tie(
                row.get(ORGANISATION.ID),
                row.get(ORGANISATION.SLUG),
                LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                row.get(SUB_PROJECT.ID),
                number(row),
                LocalizedText.of(row.get(SUB_PROJECT.TITLE_KO), row.get(SUB_PROJECT.TITLE_EN)),
                row.get(SENT),
                row.get(OPEN),
                row.get(ACCEPTED),
                row.get(DECLINED),
                row.get(LAST_CONTACT));
    }

    private static @Nullable Integer number(Record row) {
        Short number = row.get(SUB_PROJECT.NUMBER);
        return number == null ? null : number.intValue();
    }
}

package kr.nairl.platform.core.collaboration.persistence;

import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;
import static kr.nairl.platform.core.sql.Tables.REQUEST_CONFIDENTIAL;
import static kr.nairl.platform.core.sql.Tables.REQUEST_HAND_OVER;
import static kr.nairl.platform.core.sql.Tables.REQUEST_HISTORY;
import static kr.nairl.platform.core.sql.Tables.REQUEST_MESSAGE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.collaboration.HandOverReason;
import kr.nairl.platform.core.collaboration.Request;
import kr.nairl.platform.core.collaboration.RequestCounts;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestPage;
import kr.nairl.platform.core.collaboration.RequestReads;
import kr.nairl.platform.core.collaboration.RequestRow;
import kr.nairl.platform.core.collaboration.RequestSide;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.collaboration.RequestStep;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.sql.tables.Person;
import kr.nairl.platform.core.sql.tables.Researcher;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as screens show them: one statement for a list, one for a page. */
@Component
class JooqRequestReads implements RequestReads {

    private static final Person AUTHOR = PERSON.as("author");
    private static final Researcher PASSER = RESEARCHER.as("passer");
    private static final Researcher RECEIVER = RESEARCHER.as("receiver");

    private final DSLContext sql;

    JooqRequestReads(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<RequestRow> list(Actor.Person reader, RequestFilter filter, PageRequest page) {
        Condition which = concerns(reader).and(on(filter.side(), reader)).and(matches(filter));
        Field<Integer> total = count().over().as("total");
        Result<Record> rows = sql.select(rowFields())
                .select(total)
                .from(COLLABORATION_REQUEST)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(COLLABORATION_REQUEST.SUB_PROJECT_ID))
                .leftJoin(RESEARCHER)
                .on(RequestRecords.IS_ADDRESSEE)
                .where(which)
                .orderBy(field(waits(reader)).desc(), COLLABORATION_REQUEST.UPDATED_AT.desc(), COLLABORATION_REQUEST.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch();
        if (rows.isEmpty() && page.offset() > 0) {
            // Past the end no row carries the total.
            return new Page<>(List.of(), total(which));
        }
        return new Page<>(
                rows.map(row -> row(row, withoutWords(row), reader)),
                rows.isEmpty() ? 0 : rows.getFirst().get(total));
    }

    @Override
    public Set<ResearcherId> approached(Actor.Person reader, InterestId interest) {
        Condition ours = COLLABORATION_REQUEST
                .INTEREST_ID
                .eq(interest)
                .and(COLLABORATION_REQUEST.ORGANISATION_ID.eq(reader.organisation()));
        return sql.select(COLLABORATION_REQUEST.RESEARCHER_ID)
                .from(COLLABORATION_REQUEST)
                .where(ours)
                .and(COLLABORATION_REQUEST.RESEARCHER_ID.isNotNull())
                .union(select(REQUEST_HAND_OVER.FROM_RESEARCHER_ID)
                        .from(REQUEST_HAND_OVER)
                        .join(COLLABORATION_REQUEST)
                        .on(COLLABORATION_REQUEST.ID.eq(REQUEST_HAND_OVER.REQUEST_ID))
                        .where(ours))
                .fetchSet(row -> row.value1());
    }

    @Override
    public Optional<RequestPage> page(Actor.Person reader, RequestId id) {
        Field<List<RequestPage.Entry>> history = multiset(select(
                                REQUEST_HISTORY.SEQUENCE,
                                REQUEST_HISTORY.AT,
                                REQUEST_HISTORY.COMMAND,
                                REQUEST_HISTORY.FROM_STATE,
                                REQUEST_HISTORY.TO_STATE,
                                REQUEST_HISTORY.PERSON_ID,
                                PERSON.NAME_KO,
                                PERSON.NAME_EN,
                                RECEIVER.NAME_KO,
                                RECEIVER.NAME_EN,
                                REQUEST_HAND_OVER.REASON,
                                REQUEST_MESSAGE.TEXT)
                        .from(REQUEST_HISTORY)
                        .leftJoin(REQUEST_HAND_OVER)
                        .on(REQUEST_HAND_OVER.HISTORY_ID.eq(REQUEST_HISTORY.ID))
                        .leftJoin(RECEIVER)
                        .on(RECEIVER.ID.eq(REQUEST_HAND_OVER.TO_RESEARCHER_ID))
                        .leftJoin(PERSON)
                        .on(PERSON.ID.eq(REQUEST_HISTORY.PERSON_ID))
                        .leftJoin(REQUEST_MESSAGE)
                        .on(REQUEST_MESSAGE.HISTORY_ID.eq(REQUEST_HISTORY.ID))
                        .where(REQUEST_HISTORY.REQUEST_ID.eq(COLLABORATION_REQUEST.ID))
                        .orderBy(REQUEST_HISTORY.SEQUENCE))
                .as("history")
                .convertFrom(steps -> steps.map(JooqRequestReads::entry));
        return sql.select(rowFields())
                .select(
                        REQUEST_CONFIDENTIAL.PROPOSAL,
                        REQUEST_CONFIDENTIAL.OFFER,
                        REQUEST_CONFIDENTIAL.OUTCOME,
                        INTEREST.ID,
                        INTEREST.TITLE_KO,
                        INTEREST.TITLE_EN,
                        AUTHOR.NAME_KO,
                        AUTHOR.NAME_EN,
                        history)
                .from(COLLABORATION_REQUEST)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(COLLABORATION_REQUEST.SUB_PROJECT_ID))
                .leftJoin(RESEARCHER)
                .on(RequestRecords.IS_ADDRESSEE)
                .leftJoin(REQUEST_CONFIDENTIAL)
                .on(REQUEST_CONFIDENTIAL.REQUEST_ID.eq(COLLABORATION_REQUEST.ID))
                .leftJoin(INTEREST)
                .on(INTEREST.ID.eq(COLLABORATION_REQUEST.INTEREST_ID))
                .leftJoin(AUTHOR)
                .on(AUTHOR.ID.eq(COLLABORATION_REQUEST.CREATED_BY))
                .where(COLLABORATION_REQUEST.ID.eq(id))
                .and(concerns(reader))
                .fetchOptional(row -> page(row, row.get(history), reader));
    }

    @Override
    public RequestCounts counts(Actor.Person reader) {
        Condition waits = waits(reader);
        Map<RequestState, Integer> byState = new EnumMap<>(RequestState.class);
        for (RequestState state : RequestState.values()) {
            byState.put(state, 0);
        }
        int waiting = 0;
        for (var row : sql.select(COLLABORATION_REQUEST.STATE, count(), count().filterWhere(waits))
                .from(COLLABORATION_REQUEST)
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(COLLABORATION_REQUEST.RESEARCHER_ID))
                .where(concerns(reader))
                .groupBy(COLLABORATION_REQUEST.STATE)
                .fetch()) {
            byState.put(RequestState.valueOf(row.value1()), row.value2());
            waiting += row.value3();
        }
        return new RequestCounts(byState, waiting);
    }

    private int total(Condition which) {
        return sql.selectCount()
                .from(COLLABORATION_REQUEST)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(COLLABORATION_REQUEST.SUB_PROJECT_ID))
                .leftJoin(RESEARCHER)
                .on(RequestRecords.IS_ADDRESSEE)
                .where(which)
                .fetchSingle()
                .value1();
    }

    /** The first fence; row-level security is the second. */
    private static Condition concerns(Actor.Person reader) {
        Condition overseen = reader.has(Role.LAB_MANAGER) ? wasSent() : falseCondition();
        return asSender(reader).or(asAddressee(reader)).or(overseen).or(passedOn(reader));
    }

    /** Whoever passed it on still sees what becomes of it. */
    private static Condition passedOn(Actor.Person reader) {
        return reader.has(Role.RESEARCHER)
                ? exists(select(REQUEST_HAND_OVER.HISTORY_ID)
                        .from(REQUEST_HAND_OVER)
                        .join(PASSER)
                        .on(PASSER.ID.eq(REQUEST_HAND_OVER.FROM_RESEARCHER_ID))
                        .where(REQUEST_HAND_OVER.REQUEST_ID.eq(COLLABORATION_REQUEST.ID))
                        .and(PASSER.PERSON_ID.eq(reader.id())))
                : falseCondition();
    }

    private static Condition on(@Nullable RequestSide side, Actor.Person reader) {
        return switch (side) {
            case null -> trueCondition();
            case SENDER -> asSender(reader);
            case ADDRESSEE -> asAddressee(reader).or(passedOn(reader));
            case CLOCK, OUTSIDE -> falseCondition();
        };
    }

    /** The reader's side has the next step. */
    private static Condition waits(Actor.Person reader) {
        return asSender(reader)
                .and(COLLABORATION_REQUEST.STATE.eq(RequestState.QUESTION_ASKED.name()))
                .or(asAddressee(reader)
                        .and(COLLABORATION_REQUEST.STATE.in(
                                RequestState.SENT.name(), RequestState.HANDED_OVER.name())));
    }

    private static Condition asSender(Actor.Person reader) {
        return reader.hasAny(Role.MEMBER, Role.ADMINISTRATOR)
                ? COLLABORATION_REQUEST.ORGANISATION_ID.eq(reader.organisation())
                : falseCondition();
    }

    private static Condition asAddressee(Actor.Person reader) {
        return reader.has(Role.RESEARCHER) ? wasSent().and(RESEARCHER.PERSON_ID.eq(reader.id())) : falseCondition();
    }

    private static Condition wasSent() {
        return COLLABORATION_REQUEST.STATE.ne(RequestState.DRAFT.name());
    }

    private static Condition matches(RequestFilter filter) {
        Condition matches = trueCondition();
        if (!filter.states().isEmpty()) {
            matches = matches.and(COLLABORATION_REQUEST.STATE.in(
                    filter.states().stream().map(RequestState::name).sorted().toList()));
        }
        if (filter.subProject() != null) {
            matches = matches.and(coalesce(COLLABORATION_REQUEST.SUB_PROJECT_ID, RESEARCHER.SUB_PROJECT_ID)
                    .eq(filter.subProject()));
        }
        String typed = filter.text() == null ? "" : filter.text().strip();
        if (!typed.isEmpty()) {
            Condition found = COLLABORATION_REQUEST
                    .TITLE
                    .containsIgnoreCase(typed)
                    .or(COLLABORATION_REQUEST.SUMMARY.containsIgnoreCase(typed));
            String pattern = SearchKey.pattern(typed);
            // Nothing but punctuation is no name: its pattern would find every row.
            if (!pattern.equals(SearchKey.pattern(""))) {
                found = found.or(ORGANISATION.SEARCH_KEY.like(pattern)).or(RESEARCHER.SEARCH_KEY.like(pattern));
            }
            matches = matches.and(found);
        }
        return matches;
    }

    private static List<SelectFieldOrAsterisk> rowFields() {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>(RequestRecords.fields());
        fields.addAll(List.of(
                ORGANISATION.SLUG,
                ORGANISATION.NAME_KO,
                ORGANISATION.NAME_EN,
                RESEARCHER.SLUG,
                RESEARCHER.NAME_KO,
                RESEARCHER.NAME_EN,
                SUB_PROJECT.NUMBER,
                SUB_PROJECT.TITLE_KO,
                SUB_PROJECT.TITLE_EN));
        return fields;
    }

    private static Request withoutWords(Record row) {
        return RequestRecords.request(row, "", "", "", 0, 0);
    }

    private static RequestRow row(Record row, Request request, Actor.Person reader) {
        RequestSide side = request.sideOf(reader);
        Short number = row.get(SUB_PROJECT.NUMBER);
        return new RequestRow(
                request.id(),
                request.draft().title(),
                request.draft().summary(),
                request.draft().mode(),
                request.state(),
                side,
                request.waitsFor(side),
                request.organisation(),
                row.get(ORGANISATION.SLUG),
                LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                request.addressee().researcher(),
                row.get(RESEARCHER.SLUG),
                LocalizedText.of(row.get(RESEARCHER.NAME_KO), row.get(RESEARCHER.NAME_EN)),
                request.addressee().subProject(),
                number == null ? null : number.intValue(),
                LocalizedText.of(row.get(SUB_PROJECT.TITLE_KO), row.get(SUB_PROJECT.TITLE_EN)),
                request.createdAt(),
                request.updatedAt(),
                request.sentAt(),
                request.dueAt(),
                request.remindedAt(),
                request.decidedAt(),
                request.version());
    }

    private static RequestPage page(Record row, List<RequestPage.Entry> history, Actor.Person reader) {
        Request request = withoutWords(row);
        RequestSide side = request.sideOf(reader);
        boolean party = side == RequestSide.SENDER || side == RequestSide.ADDRESSEE;
        Optional<RequestPage.Entry> sending = history.stream()
                .filter(entry -> entry.step() == RequestStep.SEND && entry.person() != null)
                .findFirst();
        PersonId contact = sending.map(RequestPage.Entry::person).orElse(request.createdBy());
        return new RequestPage(
                row(row, request, reader),
                party
                        ? new RequestPage.Confidential(
                                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.PROPOSAL), ""),
                                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.OFFER), ""),
                                Objects.requireNonNullElse(row.get(REQUEST_CONFIDENTIAL.OUTCOME), ""))
                        : null,
                request.declineReason(),
                row.get(INTEREST.ID),
                LocalizedText.of(row.get(INTEREST.TITLE_KO), row.get(INTEREST.TITLE_EN)),
                contact,
                sending.map(RequestPage.Entry::personName)
                        .orElseGet(() -> LocalizedText.of(row.get(AUTHOR.NAME_KO), row.get(AUTHOR.NAME_EN))),
                party
                        ? history
                        : history.stream().map(JooqRequestReads::withheld).toList(),
                request.permittedFor(reader),
                request.isEditableBy(reader));
    }

    private static RequestPage.Entry entry(Record row) {
        String reason = row.get(REQUEST_HAND_OVER.REASON);
        return new RequestPage.Entry(
                row.get(REQUEST_HISTORY.SEQUENCE),
                row.get(REQUEST_HISTORY.AT),
                RequestStep.valueOf(row.get(REQUEST_HISTORY.COMMAND)),
                RequestState.valueOf(row.get(REQUEST_HISTORY.FROM_STATE)),
                RequestState.valueOf(row.get(REQUEST_HISTORY.TO_STATE)),
                row.get(REQUEST_HISTORY.PERSON_ID),
                LocalizedText.of(row.get(PERSON.NAME_KO), row.get(PERSON.NAME_EN)),
                reason == null
                        ? null
                        : new RequestPage.PassedOn(
                                LocalizedText.of(row.get(RECEIVER.NAME_KO), row.get(RECEIVER.NAME_EN)),
                                HandOverReason.valueOf(reason)),
                row.get(REQUEST_MESSAGE.TEXT));
    }

    private static RequestPage.Entry withheld(RequestPage.Entry entry) {
        return new RequestPage.Entry(
                entry.sequence(),
                entry.at(),
                entry.step(),
                entry.from(),
                entry.to(),
                entry.person(),
                entry.personName(),
                entry.passedOn(),
                null);
    }
}

package kr.nairl.platform.core.notification.persistence;

import static kr.nairl.platform.core.sql.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.notification.Notice;
import kr.nairl.platform.core.notification.NoticeId;
import kr.nairl.platform.core.notification.Notices;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notification table. */
@Component
class JooqNotices implements Notices {

    private final DSLContext sql;
    private final JsonMapper json;

    JooqNotices(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public boolean add(
            UUID event,
            PersonId person,
            @Nullable OrganisationId organisation,
            String kind,
            Map<String, String> parameters,
            String link,
            Instant at) {
        return sql.insertInto(NOTIFICATION)
                        .set(NOTIFICATION.ID, UUID.randomUUID())
                        .set(NOTIFICATION.EVENT_ID, event)
                        .set(NOTIFICATION.PERSON_ID, person)
                        .set(NOTIFICATION.ORGANISATION_ID, organisation)
                        .set(NOTIFICATION.KIND, kind)
                        .set(NOTIFICATION.PARAMETERS, JSONB.valueOf(json.writeValueAsString(parameters)))
                        .set(NOTIFICATION.LINK, link)
                        .set(NOTIFICATION.CREATED_AT, at)
                        .onConflict(NOTIFICATION.EVENT_ID, NOTIFICATION.PERSON_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public Page<Notice> list(PersonId person, OrganisationId organisation, PageRequest page) {
        Field<Integer> total = count().over().as("total");
        Result<Record> rows = sql.select(NOTIFICATION.fields())
                .select(total)
                .from(NOTIFICATION)
                .where(inbox(person, organisation))
                .orderBy(NOTIFICATION.CREATED_AT.desc(), NOTIFICATION.ID)
                .limit(page.limit())
                .offset(page.offset())
                .fetch();
        if (rows.isEmpty() && page.offset() > 0) {
            // Past the end no row carries the total.
            return new Page<>(List.of(), sql.fetchCount(NOTIFICATION, inbox(person, organisation)));
        }
        return new Page<>(
                rows.map(this::notice), rows.isEmpty() ? 0 : rows.getFirst().get(total));
    }

    @Override
    public int unread(PersonId person, OrganisationId organisation) {
        return sql.fetchCount(NOTIFICATION, inbox(person, organisation).and(NOTIFICATION.READ_AT.isNull()));
    }

    @Override
    public boolean markRead(PersonId person, OrganisationId organisation, NoticeId notice, Instant now) {
        return sql.update(NOTIFICATION)
                        .set(NOTIFICATION.READ_AT, coalesce(NOTIFICATION.READ_AT, val(now, NOTIFICATION.READ_AT)))
                        .where(inbox(person, organisation))
                        .and(NOTIFICATION.ID.eq(notice.value()))
                        .execute()
                == 1;
    }

    @Override
    public int markAllRead(PersonId person, OrganisationId organisation, Instant now) {
        return sql.update(NOTIFICATION)
                .set(NOTIFICATION.READ_AT, now)
                .where(inbox(person, organisation))
                .and(NOTIFICATION.READ_AT.isNull())
                .execute();
    }

    private static Condition inbox(PersonId person, OrganisationId organisation) {
        return NOTIFICATION
                .PERSON_ID
                .eq(person)
                .and(NOTIFICATION.ORGANISATION_ID.isNull().or(NOTIFICATION.ORGANISATION_ID.eq(organisation)));
    }

    private Notice notice(Record row) {
        return new Notice(
                new NoticeId(row.get(NOTIFICATION.ID)),
                row.get(NOTIFICATION.KIND),
                json.readValue(row.get(NOTIFICATION.PARAMETERS).data(), new TypeReference<Map<String, String>>() {}),
                row.get(NOTIFICATION.LINK),
                row.get(NOTIFICATION.CREATED_AT),
                row.get(NOTIFICATION.READ_AT));
    }
}

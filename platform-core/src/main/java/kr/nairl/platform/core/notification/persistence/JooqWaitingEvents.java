package kr.nairl.platform.core.notification.persistence;

import static kr.nairl.platform.core.sql.Tables.DOMAIN_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.notification.WaitingEvents;
import kr.nairl.platform.core.shared.DomainEvent;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The event table; nodes share it with SKIP LOCKED. */
@Component
class JooqWaitingEvents implements WaitingEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JooqWaitingEvents.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int DOUBLINGS = 10;

    private final DSLContext sql;
    private final JsonMapper json;

    JooqWaitingEvents(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<DomainEvent> lockNext(Instant now) {
        return sql.selectFrom(DOMAIN_EVENT)
                .where(DOMAIN_EVENT.HANDLED_AT.isNull())
                .and(DOMAIN_EVENT.RETRY_AT.isNull().or(DOMAIN_EVENT.RETRY_AT.le(now)))
                .orderBy(DOMAIN_EVENT.AT, DOMAIN_EVENT.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(this::event);
    }

    @Override
    public void handled(UUID event, Instant now) {
        sql.update(DOMAIN_EVENT)
                .set(DOMAIN_EVENT.HANDLED_AT, now)
                .where(DOMAIN_EVENT.ID.eq(event))
                .execute();
    }

    @Override
    public int failed(UUID event, Instant now) {
        int attempts = 1
                + sql.select(DOMAIN_EVENT.ATTEMPTS)
                        .from(DOMAIN_EVENT)
                        .where(DOMAIN_EVENT.ID.eq(event))
                        .forUpdate()
                        .fetchSingle()
                        .value1();
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        sql.update(DOMAIN_EVENT)
                .set(DOMAIN_EVENT.ATTEMPTS, attempts)
                .set(DOMAIN_EVENT.RETRY_AT, now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE))
                .where(DOMAIN_EVENT.ID.eq(event))
                .execute();
        return attempts;
    }

    private DomainEvent event(Record row) {
        return new DomainEvent(
                row.get(DOMAIN_EVENT.ID),
                row.get(DOMAIN_EVENT.KIND),
                row.get(DOMAIN_EVENT.SUBJECT_ID),
                row.get(DOMAIN_EVENT.PERSON_ID),
                row.get(DOMAIN_EVENT.ORGANISATION_ID),
                detail(row),
                row.get(DOMAIN_EVENT.AT));
    }

    private Map<String, String> detail(Record row) {
        try {
            return json.readValue(row.get(DOMAIN_EVENT.DETAIL).data(), new TypeReference<Map<String, String>>() {});
        } catch (JacksonException unreadable) {
            // The oldest event is always the next one: unreadable, it would hold up all the others.
            LOG.error(
                    "the detail of event {} is no map of texts and is left out", row.get(DOMAIN_EVENT.ID), unreadable);
            return Map.of();
        }
    }
}

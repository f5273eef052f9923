package kr.nairl.platform.core.shared.persistence;

import static kr.nairl.platform.core.sql.Tables.DOMAIN_EVENT;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events beside what caused them; the notifier is woken by NOTIFY when the transaction commits. */
@Component
class JooqEvents implements Events {

    private final DSLContext sql;
    private final Changes changes;
    private final Clock clock;
    private final JsonMapper json;

    JooqEvents(DSLContext sql, Changes changes, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.changes = changes;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public void publish(Actor actor, String kind, UUID subject, Map<String, String> detail) {
        UUID id = UUID.randomUUID();
        var insert = sql.insertInto(DOMAIN_EVENT)
                .set(DOMAIN_EVENT.ID, id)
                .set(DOMAIN_EVENT.KIND, kind)
                .set(DOMAIN_EVENT.SUBJECT_ID, subject)
                .set(DOMAIN_EVENT.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .set(DOMAIN_EVENT.AT, clock.instant());
        if (actor instanceof Actor.Person person) {
            insert = insert.set(DOMAIN_EVENT.PERSON_ID, person.id())
                    .set(DOMAIN_EVENT.ORGANISATION_ID, person.organisation());
        }
        insert.execute();
        changes.announce(Changes.Kind.EVENT, id);
    }
}

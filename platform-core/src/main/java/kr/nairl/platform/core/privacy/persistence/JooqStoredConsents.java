package kr.nairl.platform.core.privacy.persistence;

import static kr.nairl.platform.core.sql.Tables.CONSENT_RECORD;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.privacy.ConsentRecord;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.core.privacy.StoredConsents;
import kr.nairl.platform.core.shared.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqStoredConsents implements StoredConsents {

    private final DSLContext sql;

    JooqStoredConsents(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<ConsentRecord> of(PersonId person) {
        return sql.select(CONSENT_RECORD.PURPOSE, CONSENT_RECORD.TEXT_VERSION, CONSENT_RECORD.GIVEN, CONSENT_RECORD.AT)
                .from(CONSENT_RECORD)
                .where(CONSENT_RECORD.PERSON_ID.eq(person))
                .orderBy(CONSENT_RECORD.SEQUENCE)
                .fetch(row -> new ConsentRecord(
                        Purpose.valueOf(row.get(CONSENT_RECORD.PURPOSE)),
                        row.get(CONSENT_RECORD.TEXT_VERSION),
                        row.get(CONSENT_RECORD.GIVEN),
                        row.get(CONSENT_RECORD.AT)));
    }

    @Override
    public void add(PersonId person, Purpose purpose, String version, boolean given, Instant now) {
        sql.insertInto(CONSENT_RECORD)
                .set(CONSENT_RECORD.ID, UUID.randomUUID())
                .set(CONSENT_RECORD.PERSON_ID, person)
                .set(CONSENT_RECORD.PURPOSE, purpose.name())
                .set(CONSENT_RECORD.TEXT_VERSION, version)
                .set(CONSENT_RECORD.GIVEN, given)
                .set(CONSENT_RECORD.AT, now)
                .execute();
    }
}

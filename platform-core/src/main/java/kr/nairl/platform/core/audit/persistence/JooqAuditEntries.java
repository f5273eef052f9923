package kr.nairl.platform.core.audit.persistence;

import static kr.nairl.platform.core.sql.Tables.AUDIT_ENTRY;
import static kr.nairl.platform.core.sql.Tables.AUDIT_LINK;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.audit.AuditEntries;
import kr.nairl.platform.core.audit.AuditEntry;
import kr.nairl.platform.core.audit.AuditFilter;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.tables.Person;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqAuditEntries implements AuditEntries {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};
    private static final Person SUBJECT = PERSON.as("subject");

    private final DSLContext sql;
    private final JsonMapper json;

    JooqAuditEntries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(
            Instant at,
            @Nullable PersonId person,
            @Nullable OrganisationId organisation,
            String action,
            String subjectKind,
            UUID subject,
            Map<String, String> detail) {
        sql.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.ID, UUID.randomUUID())
                .set(AUDIT_ENTRY.AT, at)
                .set(AUDIT_ENTRY.PERSON_ID, person)
                .set(AUDIT_ENTRY.ORGANISATION_ID, organisation)
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_KIND, subjectKind)
                .set(AUDIT_ENTRY.SUBJECT_ID, subject)
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(detail)))
                .execute();
    }

    @Override
    public Page<AuditEntry> page(AuditFilter filter, PageRequest page) {
        Condition wanted = wanted(filter);
        int total = sql.fetchCount(AUDIT_ENTRY, wanted);
        return new Page<>(rows(wanted, page.limit(), page.offset()), total);
    }

    @Override
    public List<AuditEntry> newest(AuditFilter filter, int limit) {
        return rows(wanted(filter), limit, 0);
    }

    @Override
    public Map<PersonId, Instant> lastOf(
            Set<String> actions, OrganisationId organisation, Collection<PersonId> people) {
        Field<Instant> last = DSL.max(AUDIT_ENTRY.AT);
        return sql.select(AUDIT_ENTRY.PERSON_ID, last)
                .from(AUDIT_ENTRY)
                .where(
                        AUDIT_ENTRY.ORGANISATION_ID.eq(organisation),
                        AUDIT_ENTRY.PERSON_ID.in(people),
                        AUDIT_ENTRY.ACTION.in(actions))
                .groupBy(AUDIT_ENTRY.PERSON_ID)
                .fetchMap(AUDIT_ENTRY.PERSON_ID, last);
    }

    private List<AuditEntry> rows(Condition wanted, int limit, int offset) {
        return sql.select(
                        AUDIT_ENTRY.ID,
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.PERSON_ID,
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        AUDIT_ENTRY.ORGANISATION_ID,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT_KIND,
                        AUDIT_ENTRY.SUBJECT_ID,
                        SUBJECT.NAME_KO,
                        SUBJECT.NAME_EN,
                        AUDIT_ENTRY.DETAIL,
                        AUDIT_LINK.SEQUENCE)
                .from(AUDIT_ENTRY)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(AUDIT_ENTRY.PERSON_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(AUDIT_ENTRY.ORGANISATION_ID))
                .leftJoin(SUBJECT)
                .on(AUDIT_ENTRY.SUBJECT_KIND.eq("person").and(SUBJECT.ID.eq(AUDIT_ENTRY.SUBJECT_ID.coerce(PERSON.ID))))
                .leftJoin(AUDIT_LINK)
                .on(AUDIT_LINK.ENTRY_ID.eq(AUDIT_ENTRY.ID))
                .where(wanted)
                .orderBy(AUDIT_ENTRY.AT.desc(), AUDIT_ENTRY.SEQUENCE.desc())
                .limit(limit)
                .offset(offset)
                .fetch(this::entry);
    }

    private AuditEntry entry(Record row) {
        return new AuditEntry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.AT),
                row.get(AUDIT_ENTRY.PERSON_ID),
                LocalizedText.of(row.get(PERSON.NAME_KO), row.get(PERSON.NAME_EN)),
                row.get(AUDIT_ENTRY.ORGANISATION_ID),
                LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_KIND),
                row.get(AUDIT_ENTRY.SUBJECT_ID),
                LocalizedText.of(row.get(SUBJECT.NAME_KO), row.get(SUBJECT.NAME_EN)),
                json.readValue(row.get(AUDIT_ENTRY.DETAIL).data(), DETAIL),
                row.get(AUDIT_LINK.SEQUENCE));
    }

    private static Condition wanted(AuditFilter filter) {
        Condition wanted = DSL.noCondition();
        if (filter.kind() != null) {
            wanted = wanted.and(AUDIT_ENTRY.ACTION.in(filter.kind().actions()));
        }
        if (filter.action() != null) {
            wanted = wanted.and(AUDIT_ENTRY.ACTION.startsWith(filter.action()));
        }
        if (filter.organisation() != null) {
            wanted = wanted.and(AUDIT_ENTRY.ORGANISATION_ID.eq(filter.organisation()));
        }
        if (filter.subject() != null) {
            wanted = wanted.and(AUDIT_ENTRY.SUBJECT_ID.eq(filter.subject()));
        }
        if (filter.from() != null) {
            wanted = wanted.and(AUDIT_ENTRY.AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            wanted = wanted.and(AUDIT_ENTRY.AT.lt(filter.until()));
        }
        return wanted;
    }
}

package kr.nairl.platform.core.audit.persistence;

import static kr.nairl.platform.core.sql.Tables.AUDIT_ENTRY;
import static kr.nairl.platform.core.sql.Tables.AUDIT_LINK;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.audit.AuditLink;
import kr.nairl.platform.core.audit.AuditLinks;
import kr.nairl.platform.core.audit.WrittenEntry;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

@Component
class JooqAuditLinks implements AuditLinks {

    private static final int FETCH = 1_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final List<SelectField<?>> LINK = List.of(
            AUDIT_LINK.SEQUENCE, AUDIT_LINK.ENTRY_ID, AUDIT_LINK.PREVIOUS, AUDIT_LINK.HASH, AUDIT_LINK.CHAINED_AT);
    private static final List<SelectField<?>> ENTRY = List.of(
            AUDIT_ENTRY.ID,
            AUDIT_ENTRY.SEQUENCE,
            AUDIT_ENTRY.AT,
            AUDIT_ENTRY.PERSON_ID,
            AUDIT_ENTRY.ORGANISATION_ID,
            AUDIT_ENTRY.ACTION,
            AUDIT_ENTRY.SUBJECT_KIND,
            AUDIT_ENTRY.SUBJECT_ID,
            AUDIT_ENTRY.DETAIL);

    private final DSLContext sql;

    JooqAuditLinks(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void hold() {
        sql.execute("SELECT pg_advisory_xact_lock(hashtext('platform.audit_link'))");
    }

    @Override
    public Optional<AuditLink> last() {
        return sql.select(LINK)
                .from(AUDIT_LINK)
                .orderBy(AUDIT_LINK.SEQUENCE.desc())
                .limit(1)
                .fetchOptional(JooqAuditLinks::link);
    }

    @Override
    public List<WrittenEntry> waiting(int limit) {
        return sql.select(ENTRY)
                .from(AUDIT_ENTRY)
                .whereNotExists(sql.selectOne().from(AUDIT_LINK).where(AUDIT_LINK.ENTRY_ID.eq(AUDIT_ENTRY.ID)))
                .orderBy(AUDIT_ENTRY.SEQUENCE)
                .limit(limit)
                .fetch(JooqAuditLinks::entry);
    }

    @Override
    public void add(List<AuditLink> links) {
        if (links.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                AUDIT_LINK,
                AUDIT_LINK.SEQUENCE,
                AUDIT_LINK.ENTRY_ID,
                AUDIT_LINK.PREVIOUS,
                AUDIT_LINK.HASH,
                AUDIT_LINK.CHAINED_AT);
        for (AuditLink link : links) {
            insert = insert.values(
                    link.sequence(),
                    link.entry(),
                    HEX.parseHex(link.previous()),
                    HEX.parseHex(link.hash()),
                    link.chainedAt());
        }
        insert.execute();
    }

    @Override
    public void walk(Walker walker) {
        try (Cursor<Record> rows = sql.select(LINK)
                .select(ENTRY)
                .from(AUDIT_LINK)
                .fullOuterJoin(AUDIT_ENTRY)
                .on(AUDIT_ENTRY.ID.eq(AUDIT_LINK.ENTRY_ID))
                .orderBy(AUDIT_LINK.SEQUENCE.asc().nullsLast(), AUDIT_ENTRY.SEQUENCE)
                .fetchSize(FETCH)
                .fetchLazy()) {
            for (Record row : rows) {
                walker.step(
                        row.get(AUDIT_LINK.SEQUENCE) == null ? null : link(row),
                        row.get(AUDIT_ENTRY.ID) == null ? null : entry(row));
            }
        }
    }

    private static AuditLink link(Record row) {
        return new AuditLink(
                row.get(AUDIT_LINK.SEQUENCE),
                row.get(AUDIT_LINK.ENTRY_ID),
                HEX.formatHex(row.get(AUDIT_LINK.PREVIOUS)),
                HEX.formatHex(row.get(AUDIT_LINK.HASH)),
                row.get(AUDIT_LINK.CHAINED_AT));
    }

    private static WrittenEntry entry(Record row) {
        return new WrittenEntry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.SEQUENCE),
                row.get(AUDIT_ENTRY.AT),
                row.get(AUDIT_ENTRY.PERSON_ID),
                row.get(AUDIT_ENTRY.ORGANISATION_ID),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT_KIND),
                row.get(AUDIT_ENTRY.SUBJECT_ID),
                row.get(AUDIT_ENTRY.DETAIL).data());
    }
}

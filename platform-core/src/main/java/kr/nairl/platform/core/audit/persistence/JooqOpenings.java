package kr.nairl.platform.core.audit.persistence;

import static kr.nairl.platform.core.sql.Tables.ACCESS_LEDGER;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.Opening;
import kr.nairl.platform.core.audit.OpeningFilter;
import kr.nairl.platform.core.audit.Openings;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.tables.Organisation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqOpenings implements Openings {

    private static final Organisation READER = ORGANISATION.as("reader");
    private static final Organisation OWNER = ORGANISATION.as("owner");

    private final DSLContext sql;

    JooqOpenings(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(
            Instant at,
            Instant since,
            Actor.Person reader,
            OrganisationId owner,
            Opening.Kind kind,
            UUID subject,
            Audience audience) {
        List<String> asMuch = Stream.of(Audience.values())
                .filter(one -> one.sees(audience))
                .map(Audience::name)
                .toList();
        sql.insertInto(
                        ACCESS_LEDGER,
                        ACCESS_LEDGER.ID,
                        ACCESS_LEDGER.AT,
                        ACCESS_LEDGER.PERSON_ID,
                        ACCESS_LEDGER.READER_ORGANISATION_ID,
                        ACCESS_LEDGER.ORGANISATION_ID,
                        ACCESS_LEDGER.SUBJECT_KIND,
                        ACCESS_LEDGER.SUBJECT_ID,
                        ACCESS_LEDGER.AUDIENCE)
                .select(DSL.select(
                                DSL.val(UUID.randomUUID()),
                                DSL.val(at, ACCESS_LEDGER.AT),
                                DSL.val(reader.id(), ACCESS_LEDGER.PERSON_ID),
                                DSL.val(reader.organisation(), ACCESS_LEDGER.READER_ORGANISATION_ID),
                                DSL.val(owner, ACCESS_LEDGER.ORGANISATION_ID),
                                DSL.val(kind.name()),
                                DSL.val(subject),
                                DSL.val(audience.name()))
                        .where(DSL.notExists(DSL.selectOne()
                                .from(ACCESS_LEDGER)
                                .where(
                                        ACCESS_LEDGER.PERSON_ID.eq(reader.id()),
                                        ACCESS_LEDGER.SUBJECT_ID.eq(subject),
                                        ACCESS_LEDGER.AT.ge(since),
                                        ACCESS_LEDGER.READER_ORGANISATION_ID.eq(reader.organisation()),
                                        ACCESS_LEDGER.AUDIENCE.in(asMuch)))))
                .execute();
    }

    @Override
    public Page<Opening> page(OpeningFilter filter, OrganisationId of, @Nullable PersonId only, PageRequest page) {
        Condition wanted = wanted(filter, of);
        if (only != null) {
            wanted = wanted.and(ACCESS_LEDGER.PERSON_ID.eq(only));
        }
        int total = sql.fetchCount(ACCESS_LEDGER, wanted);
        return new Page<>(rows(wanted, page.limit(), page.offset()), total);
    }

    @Override
    public List<Opening> newest(OpeningFilter filter, OrganisationId of, int limit) {
        return rows(wanted(filter, of), limit, 0);
    }

    private static Condition wanted(OpeningFilter filter, OrganisationId of) {
        Condition wanted = (filter.side() == OpeningFilter.Side.OURS
                        ? ACCESS_LEDGER.ORGANISATION_ID
                        : ACCESS_LEDGER.READER_ORGANISATION_ID)
                .eq(of);
        if (filter.from() != null) {
            wanted = wanted.and(ACCESS_LEDGER.AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            wanted = wanted.and(ACCESS_LEDGER.AT.lt(filter.until()));
        }
        return wanted;
    }

    private List<Opening> rows(Condition wanted, int limit, int offset) {
        return sql.select(ACCESS_LEDGER.fields())
                .select(
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        READER.NAME_KO,
                        READER.NAME_EN,
                        OWNER.NAME_KO,
                        OWNER.NAME_EN,
                        INTEREST.TITLE_KO,
                        INTEREST.TITLE_EN)
                .from(ACCESS_LEDGER)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(ACCESS_LEDGER.PERSON_ID))
                .leftJoin(READER)
                .on(READER.ID.eq(ACCESS_LEDGER.READER_ORGANISATION_ID))
                .leftJoin(OWNER)
                .on(OWNER.ID.eq(ACCESS_LEDGER.ORGANISATION_ID))
                .leftJoin(INTEREST)
                .on(ACCESS_LEDGER
                        .SUBJECT_KIND
                        .eq(Opening.Kind.INTEREST.name())
                        .and(INTEREST.ID.eq(ACCESS_LEDGER.SUBJECT_ID.coerce(INTEREST.ID))))
                .where(wanted)
                .orderBy(ACCESS_LEDGER.AT.desc(), ACCESS_LEDGER.ID)
                .limit(limit)
                .offset(offset)
                .fetch(row -> new Opening(
                        row.get(ACCESS_LEDGER.ID),
                        row.get(ACCESS_LEDGER.AT),
                        row.get(ACCESS_LEDGER.PERSON_ID),
                        LocalizedText.of(row.get(PERSON.NAME_KO), row.get(PERSON.NAME_EN)),
                        row.get(ACCESS_LEDGER.READER_ORGANISATION_ID),
                        LocalizedText.of(row.get(READER.NAME_KO), row.get(READER.NAME_EN)),
                        row.get(ACCESS_LEDGER.ORGANISATION_ID),
                        LocalizedText.of(row.get(OWNER.NAME_KO), row.get(OWNER.NAME_EN)),
                        Opening.Kind.valueOf(row.get(ACCESS_LEDGER.SUBJECT_KIND)),
                        LocalizedText.of(row.get(INTEREST.TITLE_KO), row.get(INTEREST.TITLE_EN)),
                        Audience.valueOf(row.get(ACCESS_LEDGER.AUDIENCE))));
    }
}

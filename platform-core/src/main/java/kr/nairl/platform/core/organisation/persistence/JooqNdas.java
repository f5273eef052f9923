package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.NDA;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.organisation.Nda;
import kr.nairl.platform.core.organisation.Ndas;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.tables.Organisation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqNdas implements Ndas {

    private final DSLContext sql;

    JooqNdas(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Nda> of(OrganisationId organisation, int limit) {
        Organisation owner = ORGANISATION.as("owner");
        Organisation other = ORGANISATION.as("other");
        return sql.select(NDA.fields())
                .select(owner.NAME_KO, owner.NAME_EN, other.NAME_KO, other.NAME_EN)
                .from(NDA)
                .leftJoin(owner)
                .on(owner.ID.eq(NDA.ORGANISATION_ID))
                .leftJoin(other)
                .on(other.ID.eq(NDA.OTHER_ID))
                .where(NDA.ORGANISATION_ID.eq(organisation).or(NDA.OTHER_ID.eq(organisation)))
                .orderBy(NDA.SIGNED_ON.desc(), NDA.RECORDED_AT.desc(), NDA.ID)
                .limit(limit)
                .fetch(row -> new Nda(
                        row.get(NDA.ID),
                        row.get(NDA.ORGANISATION_ID),
                        text(row, owner.NAME_KO, owner.NAME_EN),
                        row.get(NDA.OTHER_ID),
                        text(row, other.NAME_KO, other.NAME_EN),
                        row.get(NDA.SIGNED_ON),
                        row.get(NDA.ENDS_ON),
                        row.get(NDA.ENDED_AT)));
    }

    @Override
    public void add(
            UUID id,
            OrganisationId owner,
            OrganisationId other,
            LocalDate signedOn,
            @Nullable LocalDate endsOn,
            PersonId by,
            Instant now) {
        sql.insertInto(NDA)
                .set(NDA.ID, id)
                .set(NDA.ORGANISATION_ID, owner)
                .set(NDA.OTHER_ID, other)
                .set(NDA.SIGNED_ON, signedOn)
                .set(NDA.ENDS_ON, endsOn)
                .set(NDA.CREATED_BY, by)
                .set(NDA.RECORDED_AT, now)
                .execute();
    }

    @Override
    public boolean end(UUID id, OrganisationId owner, PersonId by, Instant now) {
        return sql.update(NDA)
                        .set(NDA.ENDED_AT, now)
                        .set(NDA.ENDED_BY, by)
                        .where(NDA.ID.eq(id))
                        .and(NDA.ORGANISATION_ID.eq(owner))
                        .and(NDA.ENDED_AT.isNull())
                        .execute()
                == 1;
    }
}

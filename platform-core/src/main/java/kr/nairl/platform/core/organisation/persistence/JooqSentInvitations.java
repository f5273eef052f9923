package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.FIND_INVITATION;
import static kr.nairl.platform.core.sql.Tables.INVITATION;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.organisation.SentInvitations;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.tables.FindInvitation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

@Component
class JooqSentInvitations implements SentInvitations {

    private static final String OPEN = Invitation.State.OPEN.name();

    private final DSLContext sql;

    JooqSentInvitations(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void open(Invitation invitation, byte[] tokenHash) {
        end(
                INVITATION
                        .ORGANISATION_ID
                        .eq(invitation.organisation())
                        .and(INVITATION.EMAIL.eq(invitation.email().value())),
                Invitation.State.REPLACED);
        sql.insertInto(INVITATION)
                .set(INVITATION.ID, invitation.id())
                .set(INVITATION.ORGANISATION_ID, invitation.organisation())
                .set(INVITATION.EMAIL, invitation.email().value())
                .set(INVITATION.TOKEN_HASH, tokenHash)
                .set(INVITATION.ROLES, Texts.stored(invitation.roles()))
                .set(INVITATION.LANGUAGE, invitation.language().code())
                .set(INVITATION.INVITED_BY, invitation.inviter())
                .set(INVITATION.STATE, OPEN)
                .set(INVITATION.CREATED_AT, invitation.createdAt())
                .set(INVITATION.EXPIRES_AT, invitation.expiresAt())
                .execute();
    }

    @Override
    public Page<Invitation> list(OrganisationId organisation, PageRequest page, Instant now) {
        Condition own = INVITATION.ORGANISATION_ID.eq(organisation);
        int total = sql.fetchCount(INVITATION, own);
        return new Page<>(
                select(own)
                        .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(row -> invitation(row, now)),
                total);
    }

    @Override
    public Map<OrganisationId, Invitation> latest(Collection<OrganisationId> organisations, Instant now) {
        return select(INVITATION.ID.in(sql.select(INVITATION.ID)
                        .distinctOn(INVITATION.ORGANISATION_ID)
                        .from(INVITATION)
                        .where(INVITATION.ORGANISATION_ID.in(organisations))
                        .orderBy(INVITATION.ORGANISATION_ID, INVITATION.CREATED_AT.desc(), INVITATION.ID)))
                .fetchMap(INVITATION.ORGANISATION_ID, row -> invitation(row, now));
    }

    @Override
    public List<Invitation> byIds(Collection<UUID> ids, Instant now) {
        return select(INVITATION.ID.in(ids))
                .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID)
                .fetch(row -> invitation(row, now));
    }

    @Override
    public Optional<Invitation> find(UUID id, Instant now) {
        return select(INVITATION.ID.eq(id)).fetchOptional(row -> invitation(row, now));
    }

    @Override
    public boolean revoke(UUID id) {
        return end(INVITATION.ID.eq(id), Invitation.State.REVOKED) > 0;
    }

    @Override
    public void revokeAllBy(OrganisationId organisation, PersonId inviter) {
        end(
                INVITATION.ORGANISATION_ID.eq(organisation).and(INVITATION.INVITED_BY.eq(inviter)),
                Invitation.State.REVOKED);
    }

    @Override
    public Optional<OpenInvitation> findOpen(byte[] tokenHash, Instant now) {
        FindInvitation found = FIND_INVITATION(tokenHash, now);
        return sql.selectFrom(found)
                .fetchOptional(row -> new OpenInvitation(
                        row.get(found.ID),
                        row.get(found.ORGANISATION_ID),
                        text(row, found.ORGANISATION_NAME_KO, found.ORGANISATION_NAME_EN),
                        new EmailAddress(row.get(found.EMAIL)),
                        Texts.roles(row.get(found.ROLES)),
                        Language.ofCode(row.get(found.LANGUAGE)),
                        text(row, found.INVITER_NAME_KO, found.INVITER_NAME_EN),
                        row.get(found.EXPIRES_AT)));
    }

    @Override
    public boolean accept(UUID id, PersonId by, Instant now) {
        return sql.update(INVITATION)
                        .set(INVITATION.STATE, Invitation.State.ACCEPTED.name())
                        .set(INVITATION.ACCEPTED_BY, by)
                        .set(INVITATION.ACCEPTED_AT, now)
                        .where(INVITATION.ID.eq(id), INVITATION.STATE.eq(OPEN), INVITATION.EXPIRES_AT.gt(now))
                        .execute()
                > 0;
    }

    private int end(Condition which, Invitation.State state) {
        return sql.update(INVITATION)
                .set(INVITATION.STATE, state.name())
                .where(which.and(INVITATION.STATE.eq(OPEN)))
                .execute();
    }

    private SelectConditionStep<? extends Record> select(Condition which) {
        return sql.select(
                        INVITATION.ID,
                        INVITATION.ORGANISATION_ID,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        INVITATION.EMAIL,
                        INVITATION.ROLES,
                        INVITATION.LANGUAGE,
                        INVITATION.INVITED_BY,
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        INVITATION.STATE,
                        INVITATION.CREATED_AT,
                        INVITATION.EXPIRES_AT)
                .from(INVITATION)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(INVITATION.ORGANISATION_ID))
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(INVITATION.INVITED_BY))
                .where(which);
    }

    private static Invitation invitation(Record row, Instant now) {
        Invitation.State stored = Invitation.State.valueOf(row.get(INVITATION.STATE));
        boolean late = !row.get(INVITATION.EXPIRES_AT).isAfter(now);
        return new Invitation(
                row.get(INVITATION.ID),
                row.get(INVITATION.ORGANISATION_ID),
                text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                new EmailAddress(row.get(INVITATION.EMAIL)),
                Texts.roles(row.get(INVITATION.ROLES)),
                Language.ofCode(row.get(INVITATION.LANGUAGE)),
                row.get(INVITATION.INVITED_BY),
                text(row, PERSON.NAME_KO, PERSON.NAME_EN),
                stored == Invitation.State.OPEN && late ? Invitation.State.EXPIRED : stored,
                row.get(INVITATION.CREATED_AT),
                row.get(INVITATION.EXPIRES_AT));
    }
}

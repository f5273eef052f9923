package kr.nairl.platform.core.federation.persistence;

import static kr.nairl.platform.core.sql.Tables.EMAIL_DOMAIN;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.federation.EmailDomain;
import kr.nairl.platform.core.federation.EmailDomain.Proof;
import kr.nairl.platform.core.federation.EmailDomain.State;
import kr.nairl.platform.core.federation.StoredDomains;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.sql.tables.records.EmailDomainRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqStoredDomains implements StoredDomains {

    private final DSLContext sql;

    JooqStoredDomains(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<EmailDomain> of(OrganisationId organisation) {
        return sql.selectFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ORGANISATION_ID.eq(organisation), EMAIL_DOMAIN.STATE.ne(State.REMOVED.name()))
                .orderBy(EMAIL_DOMAIN.DOMAIN)
                .fetch(JooqStoredDomains::domain);
    }

    @Override
    public Optional<String> first(OrganisationId organisation) {
        return sql.select(ORGANISATION.EMAIL_DOMAIN)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(organisation), ORGANISATION.EMAIL_DOMAIN.isNotNull())
                .fetchOptional(ORGANISATION.EMAIL_DOMAIN);
    }

    @Override
    public Optional<EmailDomain> find(OrganisationId organisation, UUID id) {
        return sql.selectFrom(EMAIL_DOMAIN)
                .where(
                        EMAIL_DOMAIN.ID.eq(id),
                        EMAIL_DOMAIN.ORGANISATION_ID.eq(organisation),
                        EMAIL_DOMAIN.STATE.ne(State.REMOVED.name()))
                .fetchOptional(JooqStoredDomains::domain);
    }

    @Override
    public Optional<EmailDomain> mailed(byte[] hash, Instant now) {
        return sql.selectFrom(EMAIL_DOMAIN)
                .where(
                        EMAIL_DOMAIN.MAIL_HASH.eq(hash),
                        EMAIL_DOMAIN.MAIL_UNTIL.gt(now),
                        EMAIL_DOMAIN.STATE.eq(State.ASKED.name()))
                .fetchOptional(JooqStoredDomains::domain);
    }

    @Override
    public boolean ask(UUID id, OrganisationId organisation, String domain, String record, Instant now) {
        return sql.insertInto(EMAIL_DOMAIN)
                        .set(EMAIL_DOMAIN.ID, id)
                        .set(EMAIL_DOMAIN.ORGANISATION_ID, organisation)
                        .set(EMAIL_DOMAIN.DOMAIN, domain)
                        .set(EMAIL_DOMAIN.STATE, State.ASKED.name())
                        .set(EMAIL_DOMAIN.RECORD, record)
                        .set(EMAIL_DOMAIN.ASKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    @Override
    public void mail(UUID id, EmailAddress to, byte[] hash, Instant until) {
        sql.update(EMAIL_DOMAIN)
                .set(EMAIL_DOMAIN.MAIL_TO, to.value())
                .set(EMAIL_DOMAIN.MAIL_HASH, hash)
                .set(EMAIL_DOMAIN.MAIL_UNTIL, until)
                .where(EMAIL_DOMAIN.ID.eq(id), EMAIL_DOMAIN.STATE.eq(State.ASKED.name()))
                .execute();
    }

    @Override
    public void verify(UUID id, Proof proof, Instant now) {
        sql.update(EMAIL_DOMAIN)
                .set(EMAIL_DOMAIN.STATE, State.VERIFIED.name())
                .set(EMAIL_DOMAIN.PROOF, proof.name())
                .set(EMAIL_DOMAIN.VERIFIED_AT, now)
                .setNull(EMAIL_DOMAIN.MAIL_HASH)
                .setNull(EMAIL_DOMAIN.MAIL_UNTIL)
                .set(EMAIL_DOMAIN.TOLD, false)
                .where(EMAIL_DOMAIN.ID.eq(id), EMAIL_DOMAIN.STATE.eq(State.ASKED.name()))
                .execute();
    }

    @Override
    public void remove(UUID id) {
        sql.deleteFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ID.eq(id), EMAIL_DOMAIN.STATE.eq(State.ASKED.name()))
                .execute();
        sql.update(EMAIL_DOMAIN)
                .set(EMAIL_DOMAIN.STATE, State.REMOVED.name())
                .set(EMAIL_DOMAIN.TOLD, false)
                .where(EMAIL_DOMAIN.ID.eq(id), EMAIL_DOMAIN.STATE.eq(State.VERIFIED.name()))
                .execute();
    }

    @Override
    public @Nullable OrganisationId owner(String domain) {
        UUID owner = Routines.ownerOfDomain(sql.configuration(), domain);
        return owner == null ? null : new OrganisationId(owner);
    }

    @Override
    public List<Untold> untold() {
        return sql
                .selectDistinct(ORGANISATION.ID, ORGANISATION.KEYCLOAK_ID, ORGANISATION.EMAIL_DOMAIN)
                .from(EMAIL_DOMAIN)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(EMAIL_DOMAIN.ORGANISATION_ID))
                .where(EMAIL_DOMAIN.TOLD.isFalse(), ORGANISATION.KEYCLOAK_ID.isNotNull())
                .fetch()
                .stream()
                .map(row -> {
                    Set<String> all = new HashSet<>(sql.select(EMAIL_DOMAIN.DOMAIN)
                            .from(EMAIL_DOMAIN)
                            .where(
                                    EMAIL_DOMAIN.ORGANISATION_ID.eq(row.get(ORGANISATION.ID)),
                                    EMAIL_DOMAIN.STATE.eq(State.VERIFIED.name()))
                            .fetchSet(EMAIL_DOMAIN.DOMAIN));
                    if (row.get(ORGANISATION.EMAIL_DOMAIN) != null) {
                        all.add(row.get(ORGANISATION.EMAIL_DOMAIN));
                    }
                    return new Untold(row.get(ORGANISATION.ID), row.get(ORGANISATION.KEYCLOAK_ID), all);
                })
                .toList();
    }

    @Override
    public void told(OrganisationId organisation) {
        sql.deleteFrom(EMAIL_DOMAIN)
                .where(EMAIL_DOMAIN.ORGANISATION_ID.eq(organisation), EMAIL_DOMAIN.STATE.eq(State.REMOVED.name()))
                .execute();
        sql.update(EMAIL_DOMAIN)
                .set(EMAIL_DOMAIN.TOLD, true)
                .where(EMAIL_DOMAIN.ORGANISATION_ID.eq(organisation), EMAIL_DOMAIN.TOLD.isFalse())
                .execute();
    }

    private static EmailDomain domain(EmailDomainRecord row) {
        return new EmailDomain(
                row.getId(),
                row.getOrganisationId(),
                row.getDomain(),
                State.valueOf(row.getState()),
                row.getProof() == null ? null : Proof.valueOf(row.getProof()),
                row.getRecord(),
                row.getMailTo() == null ? null : new EmailAddress(row.getMailTo()),
                row.getMailUntil(),
                row.getAskedAt(),
                row.getVerifiedAt());
    }
}

package kr.nairl.platform.core.federation.persistence;

import static kr.nairl.platform.core.sql.Tables.IDENTITY_PROVIDER;
import static kr.nairl.platform.core.sql.Tables.MEMBERSHIP;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;
import static kr.nairl.platform.core.sql.Tables.PROVIDER_FOR_INVITATION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.federation.OwnProvider;
import kr.nairl.platform.core.federation.StoredProviders;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.sql.tables.ProviderForInvitation;
import kr.nairl.platform.core.sql.tables.records.IdentityProviderRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqStoredProviders implements StoredProviders {

    private static final String ACTIVE = "ACTIVE";

    private final DSLContext sql;

    JooqStoredProviders(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<OwnProvider> of(OrganisationId organisation) {
        return sql.selectFrom(IDENTITY_PROVIDER)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .fetchOptional(JooqStoredProviders::provider);
    }

    @Override
    public Optional<Holder> holder(OrganisationId organisation) {
        return sql.select(ORGANISATION.SLUG, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN, ORGANISATION.KEYCLOAK_ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(organisation))
                .fetchOptional(row -> new Holder(
                        row.get(ORGANISATION.SLUG),
                        new LocalizedText(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                        row.get(ORGANISATION.KEYCLOAK_ID)));
    }

    @Override
    public boolean add(OwnProvider provider) {
        return sql.insertInto(IDENTITY_PROVIDER)
                        .set(IDENTITY_PROVIDER.ORGANISATION_ID, provider.organisation())
                        .set(IDENTITY_PROVIDER.ALIAS, provider.alias())
                        .set(IDENTITY_PROVIDER.PROTOCOL, provider.protocol().name())
                        .set(IDENTITY_PROVIDER.ISSUER, provider.issuer())
                        .set(IDENTITY_PROVIDER.CLIENT_ID, provider.clientId())
                        .set(IDENTITY_PROVIDER.ADDED_AT, provider.addedAt())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    @Override
    public void require(OrganisationId organisation, boolean required) {
        sql.update(IDENTITY_PROVIDER)
                .set(IDENTITY_PROVIDER.REQUIRED, required)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .execute();
    }

    @Override
    public void stop(OrganisationId organisation, @Nullable Instant at, boolean byLab) {
        sql.update(IDENTITY_PROVIDER)
                .set(IDENTITY_PROVIDER.STOPPED_AT, at)
                .set(IDENTITY_PROVIDER.STOPPED_BY_LAB, byLab)
                .set(IDENTITY_PROVIDER.TOLD, false)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .execute();
    }

    @Override
    public void remove(OrganisationId organisation) {
        sql.deleteFrom(IDENTITY_PROVIDER)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .execute();
    }

    @Override
    public Optional<OrganisationId> came(String alias, PersonId person, Instant now) {
        Optional<OrganisationId> first = sql.select(IDENTITY_PROVIDER.ORGANISATION_ID)
                .from(IDENTITY_PROVIDER)
                .join(MEMBERSHIP)
                .on(MEMBERSHIP.ORGANISATION_ID.eq(IDENTITY_PROVIDER.ORGANISATION_ID))
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(
                        IDENTITY_PROVIDER.ALIAS.eq(alias),
                        IDENTITY_PROVIDER.PROVED_AT.isNull(),
                        MEMBERSHIP.PERSON_ID.eq(person),
                        MEMBERSHIP.STATUS.eq(ACTIVE),
                        inDomainsOf(IDENTITY_PROVIDER.ORGANISATION_ID))
                .fetchOptional(IDENTITY_PROVIDER.ORGANISATION_ID);
        first.ifPresent(organisation -> sql.update(IDENTITY_PROVIDER)
                .set(IDENTITY_PROVIDER.PROVED_AT, now)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .execute());
        return first;
    }

    @Override
    public List<OwnProvider> untold() {
        return sql.selectFrom(IDENTITY_PROVIDER)
                .where(IDENTITY_PROVIDER.TOLD.isFalse())
                .fetch(JooqStoredProviders::provider);
    }

    @Override
    public void told(OrganisationId organisation) {
        sql.update(IDENTITY_PROVIDER)
                .set(IDENTITY_PROVIDER.TOLD, true)
                .where(IDENTITY_PROVIDER.ORGANISATION_ID.eq(organisation))
                .execute();
    }

    @Override
    public Set<String> coveredBut(OrganisationId organisation, PersonId person) {
        return sql.select(PERSON.SUBJECT)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(
                        MEMBERSHIP.ORGANISATION_ID.eq(organisation),
                        MEMBERSHIP.PERSON_ID.ne(person),
                        MEMBERSHIP.STATUS.eq(ACTIVE),
                        inDomainsOf(MEMBERSHIP.ORGANISATION_ID))
                .fetchSet(PERSON.SUBJECT);
    }

    @Override
    public Optional<Invited> invited(byte[] tokenHash, Instant now) {
        ProviderForInvitation found = PROVIDER_FOR_INVITATION(tokenHash, now);
        return sql.selectFrom(found).fetchOptional(row -> new Invited(row.get(found.ALIAS), row.get(found.REQUIRED)));
    }

    /** The one place that says which addresses a provider speaks for is in the database, where sign-ins ask it too. */
    private static Condition inDomainsOf(Field<OrganisationId> organisation) {
        return DSL.condition(Routines.organisationHasDomain(
                organisation.coerce(java.util.UUID.class),
                DSL.splitPart(PERSON.EMAIL, DSL.inline("@"), DSL.inline(2))));
    }

    private static OwnProvider provider(IdentityProviderRecord row) {
        return new OwnProvider(
                row.getOrganisationId(),
                row.getAlias(),
                OwnProvider.Protocol.valueOf(row.getProtocol()),
                row.getIssuer(),
                row.getClientId(),
                row.getAddedAt(),
                row.getProvedAt(),
                row.getRequired(),
                row.getStoppedAt(),
                row.getStoppedByLab());
    }
}

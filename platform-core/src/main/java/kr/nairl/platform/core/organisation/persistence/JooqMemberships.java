package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.MEMBERSHIP;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.organisation.Member;
import kr.nairl.platform.core.organisation.Memberships;
import kr.nairl.platform.core.organisation.OrganisationStatus;
import kr.nairl.platform.core.organisation.Unlinked;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class JooqMemberships implements Memberships {

    private static final String ACTIVE = "ACTIVE";
    private static final String REMOVED = "REMOVED";

    private final DSLContext sql;

    JooqMemberships(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<Member> list(Actor.Person reader, OrganisationId organisation, PageRequest page) {
        Condition active = MEMBERSHIP.ORGANISATION_ID.eq(organisation).and(MEMBERSHIP.STATUS.eq(ACTIVE));
        Field<String> email = JooqPeople.emailFor(reader);
        int total = sql.fetchCount(MEMBERSHIP, active);
        return new Page<>(
                sql.select(
                                PERSON.ID,
                                PERSON.NAME_KO,
                                PERSON.NAME_EN,
                                email,
                                MEMBERSHIP.TITLE_KO,
                                MEMBERSHIP.TITLE_EN,
                                MEMBERSHIP.ROLES,
                                MEMBERSHIP.CREATED_AT)
                        .from(MEMBERSHIP)
                        .join(PERSON)
                        .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                        .where(active)
                        .orderBy(Texts.byName(PERSON.NAME_KO, PERSON.NAME_EN), PERSON.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(row -> new Member(
                                row.get(PERSON.ID),
                                text(row, PERSON.NAME_KO, PERSON.NAME_EN),
                                JooqPeople.address(row.get(email)),
                                text(row, MEMBERSHIP.TITLE_KO, MEMBERSHIP.TITLE_EN),
                                Texts.roles(row.get(MEMBERSHIP.ROLES)),
                                row.get(MEMBERSHIP.CREATED_AT),
                                null)),
                total);
    }

    @Override
    public Optional<Set<Role>> roles(OrganisationId organisation, PersonId person) {
        return sql.select(MEMBERSHIP.ROLES)
                .from(MEMBERSHIP)
                .where(membership(organisation, person), MEMBERSHIP.STATUS.eq(ACTIVE))
                .fetchOptional(row -> Texts.roles(row.get(MEMBERSHIP.ROLES)));
    }

    @Override
    public Optional<PersonId> withEmail(OrganisationId organisation, EmailAddress email) {
        return sql.select(PERSON.ID)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(
                        MEMBERSHIP.ORGANISATION_ID.eq(organisation),
                        MEMBERSHIP.STATUS.eq(ACTIVE),
                        PERSON.EMAIL.eq(email.value()))
                .limit(1)
                .fetchOptional(PERSON.ID);
    }

    @Override
    public int administrators(OrganisationId organisation) {
        return sql.fetchCount(
                MEMBERSHIP,
                MEMBERSHIP.ORGANISATION_ID.eq(organisation),
                MEMBERSHIP.STATUS.eq(ACTIVE),
                MEMBERSHIP.ROLES.contains(new String[] {Role.ADMINISTRATOR.name()}));
    }

    @Override
    public void join(OrganisationId organisation, PersonId person, Set<Role> roles, LocalizedText title, Instant now) {
        // An invitation gives and never takes away.
        Field<String[]> together = DSL.field(
                "CASE WHEN {0} = 'ACTIVE' THEN ARRAY(SELECT DISTINCT unnest({1} || {2})) ELSE {2} END",
                String[].class, MEMBERSHIP.STATUS, MEMBERSHIP.ROLES, DSL.excluded(MEMBERSHIP.ROLES));
        sql.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.ID, UUID.randomUUID())
                .set(MEMBERSHIP.PERSON_ID, person)
                .set(MEMBERSHIP.ORGANISATION_ID, organisation)
                .set(MEMBERSHIP.ROLES, Texts.stored(roles))
                .set(MEMBERSHIP.TITLE_KO, title.ko())
                .set(MEMBERSHIP.TITLE_EN, title.en())
                .set(MEMBERSHIP.STATUS, ACTIVE)
                .set(MEMBERSHIP.CREATED_AT, now)
                .onConflict(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ORGANISATION_ID)
                .doUpdate()
                .set(MEMBERSHIP.ROLES, together)
                .set(MEMBERSHIP.STATUS, ACTIVE)
                .setNull(MEMBERSHIP.REMOVED_AT)
                .execute();
    }

    @Override
    public void changeRoles(OrganisationId organisation, PersonId person, Set<Role> roles) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.ROLES, Texts.stored(roles))
                .where(membership(organisation, person), MEMBERSHIP.STATUS.eq(ACTIVE))
                .execute();
    }

    @Override
    public void end(OrganisationId organisation, PersonId person, Instant now) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.STATUS, REMOVED)
                .set(MEMBERSHIP.REMOVED_AT, now)
                .where(membership(organisation, person), MEMBERSHIP.STATUS.eq(ACTIVE))
                .execute();
    }

    @Override
    public void linked(OrganisationId organisation, PersonId person, boolean linked) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.LINKED, linked)
                .where(membership(organisation, person))
                .execute();
    }

    @Override
    public Set<String> subjectsWith(Set<Role> anyOf) {
        return sql.selectDistinct(PERSON.SUBJECT)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(
                        MEMBERSHIP.STATUS.eq(ACTIVE),
                        DSL.or(anyOf.stream()
                                .map(role -> MEMBERSHIP.ROLES.contains(new String[] {role.name()}))
                                .toList()))
                .fetchSet(PERSON.SUBJECT);
    }

    @Override
    public Unlinked unlinked() {
        Condition joining = MEMBERSHIP
                .STATUS
                .eq(ACTIVE)
                .and(MEMBERSHIP.LINKED.isFalse())
                .and(ORGANISATION.STATUS.ne(OrganisationStatus.SUSPENDED.name()));
        Condition leaving = MEMBERSHIP.STATUS.eq(REMOVED).and(MEMBERSHIP.LINKED.isTrue());
        return new Unlinked(
                sql.select(
                                ORGANISATION.ID,
                                ORGANISATION.SLUG,
                                ORGANISATION.NAME_KO,
                                ORGANISATION.NAME_EN,
                                ORGANISATION.EMAIL_DOMAIN)
                        .from(ORGANISATION)
                        .where(
                                ORGANISATION.KEYCLOAK_ID.isNull(),
                                ORGANISATION.STATUS.ne(OrganisationStatus.SUSPENDED.name()))
                        .orderBy(ORGANISATION.CREATED_AT, ORGANISATION.ID)
                        .fetch(row -> new Unlinked.WaitingOrganisation(
                                row.get(ORGANISATION.ID),
                                row.get(ORGANISATION.SLUG),
                                text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                row.get(ORGANISATION.EMAIL_DOMAIN))),
                sql.select(
                                MEMBERSHIP.PERSON_ID,
                                MEMBERSHIP.ORGANISATION_ID,
                                MEMBERSHIP.STATUS,
                                PERSON.SUBJECT,
                                ORGANISATION.KEYCLOAK_ID)
                        .from(MEMBERSHIP)
                        .join(PERSON)
                        .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                        .join(ORGANISATION)
                        .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                        .where(joining.or(leaving))
                        .orderBy(MEMBERSHIP.CREATED_AT, MEMBERSHIP.ID)
                        .fetch(row -> new Unlinked.WaitingMember(
                                row.get(MEMBERSHIP.PERSON_ID),
                                row.get(MEMBERSHIP.ORGANISATION_ID),
                                row.get(PERSON.SUBJECT),
                                row.get(ORGANISATION.KEYCLOAK_ID),
                                REMOVED.equals(row.get(MEMBERSHIP.STATUS)))));
    }

    private static Condition membership(OrganisationId organisation, PersonId person) {
        return MEMBERSHIP.ORGANISATION_ID.eq(organisation).and(MEMBERSHIP.PERSON_ID.eq(person));
    }
}

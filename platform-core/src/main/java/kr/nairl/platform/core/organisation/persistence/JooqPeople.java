package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.FIND_LOGIN;
import static kr.nairl.platform.core.sql.Tables.HELD_BACK;
import static kr.nairl.platform.core.sql.Tables.MEMBERSHIP;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.nairl.platform.core.organisation.Account;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.People;
import kr.nairl.platform.core.organisation.Person;
import kr.nairl.platform.core.organisation.Theme;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.sql.tables.FindLogin;
import kr.nairl.platform.core.sql.tables.HeldBack;
import kr.nairl.platform.core.sql.tables.records.FindLoginRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqPeople implements People {

    private final DSLContext sql;

    JooqPeople(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Login> login(String issuer, String subject) {
        FindLogin found = FIND_LOGIN(issuer, subject);
        Result<FindLoginRecord> rows = sql.selectFrom(found).fetch();
        return rows.stream()
                .findFirst()
                .map(person -> new Login(
                        person.get(found.PERSON_ID),
                        new EmailAddress(person.get(found.EMAIL)),
                        text(person, found.NAME_KO, found.NAME_EN),
                        Language.ofCode(person.get(found.LANGUAGE)),
                        Theme.valueOf(person.get(found.THEME)),
                        rows.stream()
                                // no organisation: no membership, or a suspended one
                                .filter(row -> row.get(found.ORGANISATION_ID) != null)
                                .map(row -> new Login.Acting(
                                        row.get(found.ORGANISATION_ID),
                                        row.get(found.ORGANISATION_SLUG),
                                        OrganisationKind.valueOf(row.get(found.ORGANISATION_KIND)),
                                        text(row, found.ORGANISATION_NAME_KO, found.ORGANISATION_NAME_EN),
                                        row.get(found.KEYCLOAK_ID),
                                        Texts.roles(row.get(found.ROLES))))
                                .toList()));
    }

    @Override
    public Map<OrganisationId, Optional<String>> heldBack(PersonId person, @Nullable String provider) {
        HeldBack held = HELD_BACK(person.value(), provider);
        Map<OrganisationId, Optional<String>> found = new HashMap<>();
        sql.selectFrom(held)
                .forEach(row -> found.put(row.get(held.ORGANISATION_ID), Optional.ofNullable(row.get(held.ALIAS))));
        return found;
    }

    @Override
    public Optional<Person> find(Actor.Person reader, PersonId id) {
        Field<String> email = emailFor(reader);
        return sql.select(PERSON.ID, PERSON.NAME_KO, PERSON.NAME_EN, email)
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(row -> new Person(
                        row.get(PERSON.ID), text(row, PERSON.NAME_KO, PERSON.NAME_EN), address(row.get(email))));
    }

    @Override
    public Optional<Account> account(PersonId id) {
        return sql.select(
                        PERSON.ID,
                        PERSON.EMAIL,
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        PERSON.LANGUAGE,
                        PERSON.THEME,
                        PERSON.MAIL_OFF,
                        PERSON.VERSION)
                .from(PERSON)
                .where(PERSON.ID.eq(id))
                .fetchOptional(row -> new Account(
                        row.get(PERSON.ID),
                        new EmailAddress(row.get(PERSON.EMAIL)),
                        text(row, PERSON.NAME_KO, PERSON.NAME_EN),
                        Language.ofCode(row.get(PERSON.LANGUAGE)),
                        Theme.valueOf(row.get(PERSON.THEME)),
                        Arrays.stream(row.get(PERSON.MAIL_OFF))
                                .map(MailTopic::valueOf)
                                .collect(Collectors.toSet()),
                        row.get(PERSON.VERSION)));
    }

    @Override
    public PersonId ensure(
            String issuer, String subject, EmailAddress email, LocalizedText name, Language language, Instant now) {
        sql.insertInto(PERSON)
                .set(PERSON.ID, PersonId.fresh())
                .set(PERSON.ISSUER, issuer)
                .set(PERSON.SUBJECT, subject)
                .set(PERSON.EMAIL, email.value())
                .set(PERSON.NAME_KO, name.ko())
                .set(PERSON.NAME_EN, name.en())
                .set(PERSON.LANGUAGE, language.code())
                .set(PERSON.CREATED_AT, now)
                .onConflict(PERSON.ISSUER, PERSON.SUBJECT)
                .doNothing()
                .execute();
        return sql.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ISSUER.eq(issuer), PERSON.SUBJECT.eq(subject))
                .fetchSingle(PERSON.ID);
    }

    @Override
    public boolean rename(PersonId id, LocalizedText name, int version) {
        return sql.update(PERSON)
                        .set(PERSON.NAME_KO, name.ko())
                        .set(PERSON.NAME_EN, name.en())
                        .set(PERSON.VERSION, version + 1)
                        .where(PERSON.ID.eq(id), PERSON.VERSION.eq(version))
                        .execute()
                > 0;
    }

    @Override
    public void changeLanguage(PersonId id, Language language) {
        sql.update(PERSON)
                .set(PERSON.LANGUAGE, language.code())
                .where(PERSON.ID.eq(id))
                .execute();
    }

    @Override
    public void changeMails(PersonId id, Set<MailTopic> off) {
        sql.update(PERSON)
                .set(PERSON.MAIL_OFF, off.stream().map(Enum::name).sorted().toArray(String[]::new))
                .where(PERSON.ID.eq(id))
                .execute();
    }

    @Override
    public void changeTheme(PersonId id, Theme theme) {
        sql.update(PERSON)
                .set(PERSON.THEME, theme.name())
                .where(PERSON.ID.eq(id))
                .execute();
    }

    /** The address where the reader may have it, null elsewhere. */
    static Field<String> emailFor(Actor.Person reader) {
        Condition may = PERSON.ID.eq(reader.id());
        if (reader.has(Role.LAB_MANAGER)) {
            may = DSL.trueCondition();
        } else if (reader.has(Role.ADMINISTRATOR)) {
            may = may.or(DSL.exists(DSL.selectOne()
                    .from(MEMBERSHIP)
                    .where(
                            MEMBERSHIP.PERSON_ID.eq(PERSON.ID),
                            MEMBERSHIP.ORGANISATION_ID.eq(reader.organisation()),
                            MEMBERSHIP.STATUS.eq("ACTIVE"))));
        }
        return DSL.when(may, PERSON.EMAIL).as("email_for_reader");
    }

    static @Nullable EmailAddress address(@Nullable String stored) {
        return stored == null ? null : new EmailAddress(stored);
    }
}

package kr.nairl.platform.core.notification.persistence;

import static kr.nairl.platform.core.sql.Tables.ALERT;
import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.FOLLOW;
import static kr.nairl.platform.core.sql.Tables.MEMBERSHIP;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PARTNER_APPLICATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;
import static kr.nairl.platform.core.sql.Tables.PROJECT_UPDATE;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.alert.AlertId;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.notification.Recipient;
import kr.nairl.platform.core.notification.Recipients;
import kr.nairl.platform.core.organisation.MailTopic;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.sql.tables.Organisation;
import kr.nairl.platform.core.update.UpdateId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recipients read from memberships and follows: one statement for an event, however many are told. */
@Component
class JooqRecipients implements Recipients {

    private static final Organisation EMPLOYER = ORGANISATION.as("employer");

    private final DSLContext sql;

    JooqRecipients(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RequestSides> ofRequest(RequestId request) {
        Condition sender = MEMBERSHIP
                .ORGANISATION_ID
                .eq(COLLABORATION_REQUEST.ORGANISATION_ID)
                .and(holds(Role.ADMINISTRATOR)
                        .or(holds(Role.MEMBER).and(MEMBERSHIP.PERSON_ID.eq(COLLABORATION_REQUEST.CREATED_BY))));
        Condition addressee = MEMBERSHIP.PERSON_ID.eq(RESEARCHER.PERSON_ID).and(holds(Role.RESEARCHER));
        Field<List<Recipient>> senders = members(sender).as("senders");
        Field<List<Recipient>> addressees = members(addressee).as("addressees");
        return sql.select(
                        COLLABORATION_REQUEST.TITLE,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        RESEARCHER.NAME_KO,
                        RESEARCHER.NAME_EN,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        senders,
                        addressees)
                .from(COLLABORATION_REQUEST)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(COLLABORATION_REQUEST.ORGANISATION_ID))
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(COLLABORATION_REQUEST.RESEARCHER_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(COLLABORATION_REQUEST.SUB_PROJECT_ID))
                .where(COLLABORATION_REQUEST.ID.eq(request))
                .fetchOptional(row -> new RequestSides(
                        row.get(COLLABORATION_REQUEST.TITLE),
                        LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                        LocalizedText.of(row.get(RESEARCHER.NAME_KO), row.get(RESEARCHER.NAME_EN)),
                        LocalizedText.of(row.get(SUB_PROJECT.TITLE_KO), row.get(SUB_PROJECT.TITLE_EN)),
                        row.get(senders),
                        row.get(addressees)));
    }

    @Override
    public Optional<Recipient> ofResearcher(ResearcherId researcher) {
        Field<List<Recipient>> person = members(
                        MEMBERSHIP.PERSON_ID.eq(RESEARCHER.PERSON_ID).and(holds(Role.RESEARCHER)))
                .as("person");
        return sql.select(person)
                .from(RESEARCHER)
                .where(RESEARCHER.ID.eq(researcher))
                .fetchOptional(person)
                .flatMap(people -> people.stream().findFirst());
    }

    @Override
    public Optional<Reviewers> ofApplication(ApplicationId application) {
        Field<List<Recipient>> managers = members(holds(Role.LAB_MANAGER)).as("managers");
        return sql.select(PARTNER_APPLICATION.NAME_KO, PARTNER_APPLICATION.NAME_EN, managers)
                .from(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.ID.eq(application))
                .fetchOptional(row -> new Reviewers(
                        LocalizedText.of(row.get(PARTNER_APPLICATION.NAME_KO), row.get(PARTNER_APPLICATION.NAME_EN)),
                        row.get(managers)));
    }

    @Override
    public Optional<Member> ofMembership(PersonId person, OrganisationId organisation) {
        Field<List<Recipient>> member = members(
                        MEMBERSHIP.PERSON_ID.eq(person).and(MEMBERSHIP.ORGANISATION_ID.eq(ORGANISATION.ID)))
                .as("member");
        return sql.select(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN, member)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(organisation))
                .fetchOptional()
                .flatMap(row -> row.get(member).stream()
                        .findFirst()
                        .map(recipient -> new Member(
                                LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                                recipient)));
    }

    @Override
    public Optional<Recipient> ofAlert(AlertId alert) {
        Field<List<Recipient>> owner = members(MEMBERSHIP
                        .PERSON_ID
                        .eq(ALERT.PERSON_ID)
                        .and(MEMBERSHIP.ORGANISATION_ID.eq(ALERT.ORGANISATION_ID)))
                .as("owner");
        return sql.select(owner)
                .from(ALERT)
                .where(ALERT.ID.eq(alert), ALERT.FREQUENCY.ne("OFF"))
                .fetchOptional(owner)
                .flatMap(people -> people.stream().findFirst());
    }

    @Override
    public Optional<Followers> ofUpdate(UpdateId update) {
        Field<List<Recipient>> followers = multiset(select(
                                PERSON.ID,
                                PERSON.NAME_KO,
                                PERSON.NAME_EN,
                                PERSON.EMAIL,
                                PERSON.MAIL_OFF,
                                PERSON.LANGUAGE)
                        .from(PERSON)
                        .where(exists(selectOne()
                                .from(FOLLOW)
                                .where(FOLLOW.PERSON_ID.eq(PERSON.ID))
                                .and(FOLLOW.SUB_PROJECT_ID
                                        .eq(PROJECT_UPDATE.SUB_PROJECT_ID)
                                        .or(FOLLOW.RESEARCHER_ID.eq(PROJECT_UPDATE.RESEARCHER_ID)))))
                        .and(exists(selectOne()
                                .from(MEMBERSHIP)
                                .join(EMPLOYER)
                                .on(EMPLOYER.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                                .where(MEMBERSHIP.PERSON_ID.eq(PERSON.ID))
                                .and(stands())))
                        .orderBy(PERSON.ID))
                .as("followers")
                .convertFrom(people -> people.map(person -> recipient(person, null)));
        return sql.select(
                        PROJECT_UPDATE.TITLE_KO,
                        PROJECT_UPDATE.TITLE_EN,
                        RESEARCHER.NAME_KO,
                        RESEARCHER.NAME_EN,
                        SUB_PROJECT.TITLE_KO,
                        SUB_PROJECT.TITLE_EN,
                        followers)
                .from(PROJECT_UPDATE)
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(PROJECT_UPDATE.RESEARCHER_ID))
                .leftJoin(SUB_PROJECT)
                .on(SUB_PROJECT.ID.eq(PROJECT_UPDATE.SUB_PROJECT_ID))
                .where(PROJECT_UPDATE.ID.eq(update))
                .fetchOptional(row -> new Followers(
                        LocalizedText.of(row.get(PROJECT_UPDATE.TITLE_KO), row.get(PROJECT_UPDATE.TITLE_EN)),
                        LocalizedText.of(row.get(RESEARCHER.NAME_KO), row.get(RESEARCHER.NAME_EN)),
                        LocalizedText.of(row.get(SUB_PROJECT.TITLE_KO), row.get(SUB_PROJECT.TITLE_EN)),
                        row.get(followers)));
    }

    private static Field<List<Recipient>> members(Condition which) {
        return multiset(select(
                                PERSON.ID,
                                PERSON.NAME_KO,
                                PERSON.NAME_EN,
                                PERSON.EMAIL,
                                PERSON.MAIL_OFF,
                                PERSON.LANGUAGE,
                                MEMBERSHIP.ORGANISATION_ID)
                        .from(MEMBERSHIP)
                        .join(PERSON)
                        .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                        .join(EMPLOYER)
                        .on(EMPLOYER.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                        .where(which)
                        .and(stands())
                        .orderBy(PERSON.ID, MEMBERSHIP.ORGANISATION_ID))
                .convertFrom(people -> people.map(person -> recipient(person, person.get(MEMBERSHIP.ORGANISATION_ID))));
    }

    /** The membership holds, so that the person could sign in for it. */
    private static Condition stands() {
        return MEMBERSHIP.STATUS.eq("ACTIVE").and(EMPLOYER.STATUS.ne("SUSPENDED"));
    }

    private static Condition holds(Role role) {
        return val(role.name()).eq(any(MEMBERSHIP.ROLES));
    }

    private static Recipient recipient(Record row, @Nullable OrganisationId organisation) {
        return new Recipient(
                row.get(PERSON.ID),
                organisation,
                LocalizedText.of(row.get(PERSON.NAME_KO), row.get(PERSON.NAME_EN)),
                email(row.get(PERSON.EMAIL)),
                Arrays.stream(row.get(PERSON.MAIL_OFF)).map(MailTopic::valueOf).collect(Collectors.toSet()),
                Language.ofCode(row.get(PERSON.LANGUAGE)));
    }

    private static Optional<EmailAddress> email(String text) {
        try {
            return Optional.of(new EmailAddress(text));
        } catch (InvalidInputException noAddress) {
            // It came with the sign-in, unchecked; the inbox still tells them.
            return Optional.empty();
        }
    }
}

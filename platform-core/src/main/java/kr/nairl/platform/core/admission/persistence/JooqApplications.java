package kr.nairl.platform.core.admission.persistence;

import static kr.nairl.platform.core.sql.Tables.APPLICATION_CONSENT;
import static kr.nairl.platform.core.sql.Tables.APPLICATION_STEP;
import static kr.nairl.platform.core.sql.Tables.PARTNER_APPLICATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.admission.Application;
import kr.nairl.platform.core.admission.ApplicationCommand;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.admission.ApplicationSheet;
import kr.nairl.platform.core.admission.ApplicationState;
import kr.nairl.platform.core.admission.ApplicationStep;
import kr.nairl.platform.core.admission.Applications;
import kr.nairl.platform.core.admission.Consent;
import kr.nairl.platform.core.admission.DeclineReason;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Applications in PostgreSQL; the policies show managers confirmed ones only. */
@Component
class JooqApplications implements Applications {

    private static final List<String> WAITING =
            List.of(ApplicationState.SUBMITTED.name(), ApplicationState.QUESTION_ASKED.name());

    private final DSLContext sql;

    JooqApplications(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void add(Application application, byte[] token, byte[] origin, Set<Consent> given) {
        ApplicationSheet sheet = application.sheet();
        sql.insertInto(PARTNER_APPLICATION)
                .set(PARTNER_APPLICATION.ID, application.id())
                .set(PARTNER_APPLICATION.STATE, application.state().name())
                .set(PARTNER_APPLICATION.LANGUAGE, sheet.language().code())
                .set(PARTNER_APPLICATION.ORGANISATION_KIND, sheet.kind().name())
                .set(PARTNER_APPLICATION.NAME_KO, sheet.name().ko())
                .set(PARTNER_APPLICATION.NAME_EN, sheet.name().en())
                .set(PARTNER_APPLICATION.COUNTRY, sheet.country())
                .set(
                        PARTNER_APPLICATION.REGISTRATION_KIND,
                        sheet.number().kind().name())
                .set(PARTNER_APPLICATION.REGISTRATION_NUMBER, sheet.number().value())
                .set(PARTNER_APPLICATION.WEBSITE, sheet.website())
                .set(PARTNER_APPLICATION.EMAIL_DOMAIN, sheet.emailDomain())
                .set(PARTNER_APPLICATION.CONTACT_NAME, sheet.contactName())
                .set(PARTNER_APPLICATION.CONTACT_EMAIL, sheet.contact().value())
                .set(PARTNER_APPLICATION.NEED, sheet.need())
                .set(PARTNER_APPLICATION.TOKEN_HASH, token)
                .set(PARTNER_APPLICATION.ORIGIN, origin)
                .set(PARTNER_APPLICATION.CREATED_AT, application.createdAt())
                .execute();
        for (Consent consent : Consent.values()) {
            sql.insertInto(APPLICATION_CONSENT)
                    .set(APPLICATION_CONSENT.APPLICATION_ID, application.id())
                    .set(APPLICATION_CONSENT.KIND, consent.name())
                    .set(APPLICATION_CONSENT.TEXT_VERSION, consent.version())
                    .set(APPLICATION_CONSENT.GIVEN, given.contains(consent))
                    .set(APPLICATION_CONSENT.AT, application.createdAt())
                    .execute();
        }
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return sql.selectFrom(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.ID.eq(id))
                .fetchOptional(JooqApplications::application);
    }

    @Override
    public Optional<Application> hold(ApplicationId id) {
        return sql.selectFrom(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.ID.eq(id), PARTNER_APPLICATION.STATE.in(WAITING))
                .forNoKeyUpdate()
                .fetchOptional(JooqApplications::application);
    }

    @Override
    public Optional<Application> ofToken(byte[] token) {
        return sql.selectFrom(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.TOKEN_HASH.eq(token))
                .fetchOptional(JooqApplications::application);
    }

    @Override
    public boolean move(Application moved, ApplicationCommand command, ApplicationState from, Instant now) {
        int version = moved.version();
        boolean current = sql.update(PARTNER_APPLICATION)
                        .set(PARTNER_APPLICATION.STATE, moved.state().name())
                        .set(PARTNER_APPLICATION.CONFIRMED_AT, moved.confirmedAt())
                        .set(PARTNER_APPLICATION.DECIDED_AT, moved.decidedAt())
                        .set(PARTNER_APPLICATION.DECIDED_BY, moved.decidedBy())
                        .set(
                                PARTNER_APPLICATION.DECLINE_REASON,
                                moved.declineReason() == null
                                        ? null
                                        : moved.declineReason().name())
                        .set(PARTNER_APPLICATION.ORGANISATION_ID, moved.organisation())
                        .set(PARTNER_APPLICATION.ORIGIN, (byte[]) null)
                        .set(PARTNER_APPLICATION.VERSION, version)
                        .where(PARTNER_APPLICATION.ID.eq(moved.id()), PARTNER_APPLICATION.VERSION.eq(version - 1))
                        .execute()
                == 1;
        if (current) {
            sql.insertInto(APPLICATION_STEP)
                    .set(APPLICATION_STEP.ID, UUID.randomUUID())
                    .set(APPLICATION_STEP.APPLICATION_ID, moved.id())
                    .set(APPLICATION_STEP.SEQUENCE, version)
                    .set(APPLICATION_STEP.AT, now)
                    .set(APPLICATION_STEP.PERSON_ID, DSL.field("platform.actor_person()", PERSON.ID.getDataType()))
                    .set(APPLICATION_STEP.COMMAND, command.name().name())
                    .set(APPLICATION_STEP.FROM_STATE, from.name())
                    .set(APPLICATION_STEP.TO_STATE, moved.state().name())
                    .set(APPLICATION_STEP.WORDS, command.words())
                    .execute();
        }
        return current;
    }

    @Override
    public void changeToken(ApplicationId id, byte[] token) {
        sql.update(PARTNER_APPLICATION)
                .set(PARTNER_APPLICATION.TOKEN_HASH, token)
                .where(PARTNER_APPLICATION.ID.eq(id))
                .execute();
    }

    @Override
    public Page<ApplicationRow> page(Set<ApplicationState> states, PageRequest page) {
        Condition wanted = PARTNER_APPLICATION.STATE.in(
                states.stream().map(ApplicationState::name).toList());
        int total = sql.fetchCount(PARTNER_APPLICATION, wanted);
        return new Page<>(
                sql.selectFrom(PARTNER_APPLICATION)
                        .where(wanted)
                        .orderBy(
                                PARTNER_APPLICATION.DECIDED_AT.desc().nullsFirst(),
                                PARTNER_APPLICATION.CONFIRMED_AT,
                                PARTNER_APPLICATION.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(row -> {
                            Application application = application(row);
                            return new ApplicationRow(
                                    application.id(),
                                    application.sheet(),
                                    application.state(),
                                    row.get(PARTNER_APPLICATION.CONFIRMED_AT),
                                    application.decidedAt());
                        }),
                total);
    }

    @Override
    public Map<ApplicationState, Integer> counts() {
        Map<ApplicationState, Integer> counts = new EnumMap<>(ApplicationState.class);
        for (ApplicationState state : ApplicationState.values()) {
            counts.put(state, 0);
        }
        sql.select(PARTNER_APPLICATION.STATE, DSL.count())
                .from(PARTNER_APPLICATION)
                .groupBy(PARTNER_APPLICATION.STATE)
                .forEach(row -> counts.put(ApplicationState.valueOf(row.value1()), row.value2()));
        return counts;
    }

    @Override
    public List<ApplicationStep> steps(ApplicationId id) {
        return sql.select(
                        APPLICATION_STEP.AT,
                        APPLICATION_STEP.PERSON_ID,
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        APPLICATION_STEP.COMMAND,
                        APPLICATION_STEP.TO_STATE,
                        APPLICATION_STEP.WORDS)
                .from(APPLICATION_STEP)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(APPLICATION_STEP.PERSON_ID))
                .where(APPLICATION_STEP.APPLICATION_ID.eq(id))
                .orderBy(APPLICATION_STEP.SEQUENCE)
                .fetch(row -> new ApplicationStep(
                        row.get(APPLICATION_STEP.AT),
                        row.get(APPLICATION_STEP.PERSON_ID) == null
                                ? null
                                : LocalizedText.of(row.get(PERSON.NAME_KO), row.get(PERSON.NAME_EN)),
                        ApplicationCommand.Name.valueOf(row.get(APPLICATION_STEP.COMMAND)),
                        ApplicationState.valueOf(row.get(APPLICATION_STEP.TO_STATE)),
                        row.get(APPLICATION_STEP.WORDS)));
    }

    @Override
    public List<GivenConsent> consents(ApplicationId id) {
        return sql
                .selectFrom(APPLICATION_CONSENT)
                .where(APPLICATION_CONSENT.APPLICATION_ID.eq(id))
                .fetch(row -> new GivenConsent(
                        Consent.valueOf(row.getKind()), row.getTextVersion(), row.getGiven(), row.getAt()))
                .stream()
                .sorted(java.util.Comparator.comparing(GivenConsent::consent))
                .toList();
    }

    @Override
    public List<Application> open() {
        return sql.selectFrom(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.STATE.in(WAITING))
                .fetch(JooqApplications::application);
    }

    @Override
    public Begun begunSince(Instant since, byte[] origin, String contact) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtext('platform.partner_application'))");
        Field<Integer> all = DSL.count();
        Field<Integer> fromOrigin = DSL.count().filterWhere(PARTNER_APPLICATION.ORIGIN.eq(origin));
        Field<Integer> forContact = DSL.count().filterWhere(PARTNER_APPLICATION.CONTACT_EMAIL.eq(contact));
        return sql.select(all, fromOrigin, forContact)
                .from(PARTNER_APPLICATION)
                .where(PARTNER_APPLICATION.CREATED_AT.gt(since))
                .fetchSingle(row -> new Begun(row.value1(), row.value2(), row.value3()));
    }

    private static Application application(Record row) {
        String reason = row.get(PARTNER_APPLICATION.DECLINE_REASON);
        return new Application(
                row.get(PARTNER_APPLICATION.ID),
                new ApplicationSheet(
                        OrganisationKind.valueOf(row.get(PARTNER_APPLICATION.ORGANISATION_KIND)),
                        LocalizedText.of(row.get(PARTNER_APPLICATION.NAME_KO), row.get(PARTNER_APPLICATION.NAME_EN)),
                        row.get(PARTNER_APPLICATION.COUNTRY),
                        new RegistrationNumber(
                                RegistrationNumber.Kind.valueOf(row.get(PARTNER_APPLICATION.REGISTRATION_KIND)),
                                row.get(PARTNER_APPLICATION.REGISTRATION_NUMBER)),
                        row.get(PARTNER_APPLICATION.WEBSITE),
                        row.get(PARTNER_APPLICATION.EMAIL_DOMAIN),
                        row.get(PARTNER_APPLICATION.CONTACT_NAME),
                        new EmailAddress(row.get(PARTNER_APPLICATION.CONTACT_EMAIL)),
                        row.get(PARTNER_APPLICATION.NEED),
                        Language.ofCode(row.get(PARTNER_APPLICATION.LANGUAGE))),
                ApplicationState.valueOf(row.get(PARTNER_APPLICATION.STATE)),
                row.get(PARTNER_APPLICATION.CREATED_AT),
                row.get(PARTNER_APPLICATION.CONFIRMED_AT),
                row.get(PARTNER_APPLICATION.DECIDED_AT),
                row.get(PARTNER_APPLICATION.DECIDED_BY),
                reason == null ? null : DeclineReason.valueOf(reason),
                row.get(PARTNER_APPLICATION.ORGANISATION_ID),
                row.get(PARTNER_APPLICATION.VERSION));
    }
}

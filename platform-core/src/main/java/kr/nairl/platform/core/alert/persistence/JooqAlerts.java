package kr.nairl.platform.core.alert.persistence;

import static kr.nairl.platform.core.sql.Tables.ALERT;
import static kr.nairl.platform.core.sql.Tables.ALERT_SUBJECT;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.MEMBERSHIP;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.nairl.platform.core.alert.Alert;
import kr.nairl.platform.core.alert.AlertId;
import kr.nairl.platform.core.alert.Alerts;
import kr.nairl.platform.core.alert.Frequency;
import kr.nairl.platform.core.alert.Watched;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.matching.Subject;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.sql.tables.Membership;
import kr.nairl.platform.core.sql.tables.records.AlertRecord;
import kr.nairl.platform.core.vocabulary.ConceptId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The alert tables; nodes share them with SKIP LOCKED and claims that run out. */
@Component
class JooqAlerts implements Alerts {

    private static final Field<Integer> KNOWN = field(select(count())
                    .from(ALERT_SUBJECT)
                    .where(ALERT_SUBJECT.ALERT_ID.eq(ALERT.ID))
                    .and(ALERT_SUBJECT.TOLD_AT.isNull()))
            .as("known");
    private static final Field<Integer> TOLD = field(select(count())
                    .from(ALERT_SUBJECT)
                    .where(ALERT_SUBJECT.ALERT_ID.eq(ALERT.ID))
                    .and(ALERT_SUBJECT.TOLD_AT.isNotNull()))
            .as("told");
    private static final Field<Instant> TOLD_LAST = field(
                    select(max(ALERT_SUBJECT.TOLD_AT)).from(ALERT_SUBJECT).where(ALERT_SUBJECT.ALERT_ID.eq(ALERT.ID)))
            .as("told_last");

    private final DSLContext sql;

    JooqAlerts(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Stored> of(PersonId person, OrganisationId organisation) {
        return sql.select(ALERT.fields())
                .select(INTEREST.TITLE_KO, INTEREST.TITLE_EN, INTEREST.STATE, KNOWN, TOLD, TOLD_LAST)
                .from(ALERT)
                .leftJoin(INTEREST)
                .on(INTEREST.ID.eq(ALERT.INTEREST_ID))
                .where(owned(person, organisation))
                .orderBy(ALERT.CREATED_AT.desc(), ALERT.ID)
                .fetch(row -> new Stored(
                        alert(row),
                        LocalizedText.of(row.get(INTEREST.TITLE_KO), row.get(INTEREST.TITLE_EN)),
                        row.get(ALERT.INTEREST_ID) == null || "OPEN".equals(row.get(INTEREST.STATE)),
                        row.get(KNOWN),
                        row.get(TOLD),
                        row.get(TOLD_LAST)));
    }

    @Override
    public Optional<Alert> one(PersonId person, OrganisationId organisation, AlertId id) {
        return one(owned(person, organisation).and(ALERT.ID.eq(id)));
    }

    @Override
    public Optional<Alert> about(PersonId person, OrganisationId organisation, InterestId interest) {
        return one(owned(person, organisation).and(ALERT.INTEREST_ID.eq(interest)));
    }

    @Override
    public Optional<Alert> aboutNeeds(PersonId person, OrganisationId organisation) {
        return one(owned(person, organisation).and(ALERT.KIND.eq("NEEDS")));
    }

    private Optional<Alert> one(Condition which) {
        return sql.selectFrom(ALERT).where(which).fetchOptional(JooqAlerts::alert);
    }

    private static Condition owned(PersonId person, OrganisationId organisation) {
        return ALERT.PERSON_ID.eq(person).and(ALERT.ORGANISATION_ID.eq(organisation));
    }

    @Override
    public boolean add(Alert alert, Instant dueAt) {
        AlertRecord row = sql.newRecord(ALERT);
        row.setId(alert.id());
        row.setPersonId(alert.person());
        row.setOrganisationId(alert.organisation());
        row.setFrequency(alert.frequency().name());
        row.setCreatedAt(alert.createdAt());
        row.setDueAt(dueAt);
        switch (alert.watched()) {
            case Watched.Experts(InterestId interest, Match.Strength threshold) -> {
                row.setKind("EXPERTS");
                row.setInterestId(interest);
                row.setThreshold(threshold.name());
            }
            case Watched.Needs(Match.Strength threshold) -> {
                row.setKind("NEEDS");
                row.setThreshold(threshold.name());
            }
            case Watched.Researchers(String name, ResearcherFilter filter) -> {
                row.setKind("RESEARCHERS");
                row.setName(name);
                row.setSearchText(filter.text());
                row.setSearchSubProjects(
                        filter.subProjects().stream().map(SubProjectId::value).toArray(UUID[]::new));
                row.setSearchOrganisation(
                        filter.organisation() == null
                                ? null
                                : filter.organisation().value());
                row.setSearchTopic(
                        filter.topic() == null ? null : filter.topic().value());
                row.setSearchAccepting(filter.acceptingOnly());
            }
            case Watched.Interests(String name, InterestFilter filter) -> {
                row.setKind("INTERESTS");
                row.setName(name);
                row.setSearchText(filter.text());
                row.setSearchMode(filter.mode() == null ? null : filter.mode().name());
                row.setSearchSubProjects(
                        filter.subProject() == null
                                ? new UUID[0]
                                : new UUID[] {filter.subProject().value()});
                row.setSearchOrganisation(
                        filter.organisation() == null
                                ? null
                                : filter.organisation().value());
                row.setSearchTopic(
                        filter.topic() == null ? null : filter.topic().value());
            }
        }
        return sql.insertInto(ALERT).set(row).onConflictDoNothing().execute() == 1;
    }

    @Override
    public boolean change(Alert alert, boolean again, Instant dueAt) {
        return sql.update(ALERT)
                        .set(ALERT.FREQUENCY, alert.frequency().name())
                        .set(
                                ALERT.THRESHOLD,
                                alert.watched() instanceof Watched.Matches matches
                                        ? matches.threshold().name()
                                        : null)
                        .set(ALERT.DUE_AT, dueAt)
                        .set(ALERT.BEGUN_AT, again ? castNull(ALERT.BEGUN_AT) : ALERT.BEGUN_AT)
                        // Whoever is at it will find that it changed.
                        .set(ALERT.CLAIMED_UNTIL, castNull(ALERT.CLAIMED_UNTIL))
                        .set(ALERT.VERSION, alert.version())
                        .where(owned(alert.person(), alert.organisation()))
                        .and(ALERT.ID.eq(alert.id()))
                        .and(ALERT.VERSION.eq(alert.version() - 1))
                        .execute()
                == 1;
    }

    @Override
    public boolean delete(PersonId person, OrganisationId organisation, AlertId id) {
        return sql.deleteFrom(ALERT)
                        .where(owned(person, organisation))
                        .and(ALERT.ID.eq(id))
                        .execute()
                == 1;
    }

    @Override
    public List<Told> latest(Collection<AlertId> alerts, int each) {
        Field<Integer> place = rowNumber()
                .over()
                .partitionBy(ALERT_SUBJECT.ALERT_ID)
                .orderBy(ALERT_SUBJECT.TOLD_AT.desc(), ALERT_SUBJECT.SUBJECT_ID)
                .as("place");
        var ranked = select(ALERT_SUBJECT.fields())
                .select(place)
                .from(ALERT_SUBJECT)
                .where(ALERT_SUBJECT.ALERT_ID.in(alerts))
                .and(ALERT_SUBJECT.TOLD_AT.isNotNull())
                .asTable("ranked");
        return sql.selectFrom(ranked)
                .where(ranked.field(place).le(each))
                .orderBy(ranked.field(place))
                .fetch(row -> new Told(row.get(ALERT_SUBJECT.ALERT_ID), subject(row), row.get(ALERT_SUBJECT.TOLD_AT)));
    }

    @Override
    public int watchOpenInterests(Instant now, int most) {
        Membership told = MEMBERSHIP.as("told");
        Membership first = MEMBERSHIP.as("first");
        Condition begins = MEMBERSHIP.PERSON_ID.eq(INTEREST.CREATED_BY);
        Condition hasBeginner = exists(selectOne()
                .from(first)
                .where(first.ORGANISATION_ID.eq(INTEREST.ORGANISATION_ID))
                .and(first.PERSON_ID.eq(INTEREST.CREATED_BY))
                .and(writes(first)));
        return sql.insertInto(
                        ALERT,
                        ALERT.ID,
                        ALERT.PERSON_ID,
                        ALERT.ORGANISATION_ID,
                        ALERT.KIND,
                        ALERT.INTEREST_ID,
                        ALERT.THRESHOLD,
                        ALERT.FREQUENCY,
                        ALERT.CREATED_AT,
                        ALERT.DUE_AT)
                .select(select(
                                uuid().coerce(ALERT.ID),
                                MEMBERSHIP.PERSON_ID,
                                INTEREST.ORGANISATION_ID,
                                val("EXPERTS"),
                                INTEREST.ID,
                                val(Match.Strength.GOOD.name()),
                                val(Frequency.DAILY.name()),
                                val(now, ALERT.CREATED_AT),
                                val(now, ALERT.DUE_AT))
                        .from(INTEREST)
                        .join(MEMBERSHIP)
                        .on(MEMBERSHIP.ORGANISATION_ID.eq(INTEREST.ORGANISATION_ID))
                        .where(INTEREST.STATE.eq("OPEN"))
                        .and(writes(MEMBERSHIP))
                        .and(begins.or(hasBeginner
                                .not()
                                .and(val(Role.ADMINISTRATOR.name()).eq(any(MEMBERSHIP.ROLES)))))
                        .and(notExists(selectOne()
                                .from(ALERT)
                                .join(told)
                                .on(told.PERSON_ID.eq(ALERT.PERSON_ID))
                                .and(told.ORGANISATION_ID.eq(ALERT.ORGANISATION_ID))
                                .where(ALERT.INTEREST_ID.eq(INTEREST.ID))
                                .and(writes(told))))
                        .orderBy(INTEREST.ID)
                        .limit(most))
                .onConflictDoNothing()
                .execute();
    }

    /** The membership holds, and its person may read the company's matches. */
    private static Condition writes(Membership membership) {
        return membership
                .STATUS
                .eq("ACTIVE")
                .and(val(Role.MEMBER.name())
                        .eq(any(membership.ROLES))
                        .or(val(Role.ADMINISTRATOR.name()).eq(any(membership.ROLES))));
    }

    @Override
    public List<Claimed> claim(Instant now, @Nullable Instant changed, Instant until, int most) {
        Condition turn = ALERT.DUE_AT.le(now);
        Condition soon = changed == null
                ? noCondition()
                : ALERT.FREQUENCY.eq(Frequency.AT_ONCE.name()).and(ALERT.CHECKED_AT.lt(changed));
        List<Claimed> claimed = sql.select(ALERT.fields())
                .select(MEMBERSHIP.ROLES)
                .from(ALERT)
                .join(MEMBERSHIP)
                .on(MEMBERSHIP.PERSON_ID.eq(ALERT.PERSON_ID))
                .and(MEMBERSHIP.ORGANISATION_ID.eq(ALERT.ORGANISATION_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(ALERT.ORGANISATION_ID))
                .leftJoin(INTEREST)
                .on(INTEREST.ID.eq(ALERT.INTEREST_ID))
                .where(ALERT.FREQUENCY.ne(Frequency.OFF.name()))
                .and(ALERT.CLAIMED_UNTIL.isNull().or(ALERT.CLAIMED_UNTIL.le(now)))
                .and(changed == null ? turn : turn.or(soon))
                .and(MEMBERSHIP.STATUS.eq("ACTIVE"))
                .and(ORGANISATION.STATUS.ne("SUSPENDED"))
                .and(ALERT.INTEREST_ID.isNull().or(INTEREST.STATE.eq("OPEN")))
                .orderBy(ALERT.CHECKED_AT.asc().nullsFirst(), ALERT.ID)
                .limit(most)
                .forUpdate()
                .of(ALERT)
                .skipLocked()
                .fetch(row -> {
                    Alert alert = alert(row);
                    return new Claimed(
                            alert,
                            new Actor.Person(
                                    alert.person(),
                                    alert.organisation(),
                                    Arrays.stream(row.get(MEMBERSHIP.ROLES))
                                            .map(Role::valueOf)
                                            .collect(Collectors.toSet()),
                                    Actor.LoginStrength.SINGLE_FACTOR));
                });
        sql.update(ALERT)
                .set(ALERT.CLAIMED_UNTIL, until)
                .where(ALERT.ID.in(claimed.stream().map(one -> one.alert().id()).toList()))
                .execute();
        return claimed;
    }

    @Override
    public boolean hold(Alert alert) {
        return sql.selectOne()
                .from(ALERT)
                .where(ALERT.ID.eq(alert.id()))
                .and(ALERT.VERSION.eq(alert.version()))
                .and(ALERT.BEGUN_AT.isNotDistinctFrom(alert.begunAt()))
                .and(ALERT.FREQUENCY.ne(Frequency.OFF.name()))
                .and(ALERT.CLAIMED_UNTIL.isNotNull())
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    @Override
    public Set<Subject> know(AlertId alert, Collection<Subject> subjects, @Nullable Instant toldAt) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        var rows = subjects.stream()
                .distinct()
                .map(subject -> {
                    var row = sql.newRecord(ALERT_SUBJECT);
                    row.setAlertId(alert);
                    row.setSubjectKind(kind(subject));
                    row.setSubjectId(subject.uuid());
                    row.setToldAt(toldAt);
                    return row;
                })
                .toList();
        return new HashSet<>(sql.insertInto(ALERT_SUBJECT)
                .set(rows)
                .onConflictDoNothing()
                .returning(ALERT_SUBJECT.SUBJECT_KIND, ALERT_SUBJECT.SUBJECT_ID)
                .fetch(JooqAlerts::subject));
    }

    @Override
    public void checked(AlertId alert, Instant begunAt, Instant now, Instant dueAt) {
        sql.update(ALERT)
                .set(ALERT.BEGUN_AT, begunAt)
                .set(ALERT.CHECKED_AT, now)
                .set(ALERT.DUE_AT, dueAt)
                .set(ALERT.CLAIMED_UNTIL, castNull(ALERT.CLAIMED_UNTIL))
                .where(ALERT.ID.eq(alert))
                .execute();
    }

    @Override
    public void postpone(AlertId alert, Instant until) {
        sql.update(ALERT)
                .set(ALERT.CLAIMED_UNTIL, until)
                .where(ALERT.ID.eq(alert))
                .execute();
    }

    private static String kind(Subject subject) {
        return switch (subject) {
            case Subject.Researcher researcher -> "RESEARCHER";
            case Subject.Area area -> "AREA";
            case Subject.Interest interest -> "INTEREST";
        };
    }

    private static Subject subject(Record row) {
        UUID id = row.get(ALERT_SUBJECT.SUBJECT_ID);
        String kind = row.get(ALERT_SUBJECT.SUBJECT_KIND);
        return switch (kind) {
            case "RESEARCHER" -> new Subject.Researcher(new ResearcherId(id));
            case "AREA" -> new Subject.Area(new ResearchAreaId(id));
            case "INTEREST" -> new Subject.Interest(new InterestId(id));
            default -> throw new IllegalStateException("a subject of kind " + kind);
        };
    }

    private static Alert alert(Record row) {
        return new Alert(
                row.get(ALERT.ID),
                row.get(ALERT.PERSON_ID),
                row.get(ALERT.ORGANISATION_ID),
                watched(row),
                Frequency.valueOf(row.get(ALERT.FREQUENCY)),
                row.get(ALERT.CREATED_AT),
                row.get(ALERT.BEGUN_AT),
                row.get(ALERT.CHECKED_AT),
                row.get(ALERT.VERSION));
    }

    private static Watched watched(Record row) {
        String kind = row.get(ALERT.KIND);
        return switch (kind) {
            case "EXPERTS" ->
                new Watched.Experts(row.get(ALERT.INTEREST_ID), Match.Strength.valueOf(row.get(ALERT.THRESHOLD)));
            case "NEEDS" -> new Watched.Needs(Match.Strength.valueOf(row.get(ALERT.THRESHOLD)));
            case "RESEARCHERS" ->
                new Watched.Researchers(
                        row.get(ALERT.NAME),
                        new ResearcherFilter(
                                row.get(ALERT.SEARCH_TEXT),
                                Arrays.stream(row.get(ALERT.SEARCH_SUB_PROJECTS))
                                        .map(SubProjectId::new)
                                        .collect(Collectors.toSet()),
                                organisation(row),
                                topic(row),
                                row.get(ALERT.SEARCH_ACCEPTING)));
            case "INTERESTS" -> {
                UUID[] subProjects = row.get(ALERT.SEARCH_SUB_PROJECTS);
                String mode = row.get(ALERT.SEARCH_MODE);
                yield new Watched.Interests(
                        row.get(ALERT.NAME),
                        new InterestFilter(
                                row.get(ALERT.SEARCH_TEXT),
                                mode == null ? null : CollaborationMode.valueOf(mode),
                                subProjects.length == 0 ? null : new SubProjectId(subProjects[0]),
                                topic(row),
                                organisation(row)));
            }
            default -> throw new IllegalStateException("an alert of kind " + kind);
        };
    }

    private static @Nullable ConceptId topic(Record row) {
        UUID topic = row.get(ALERT.SEARCH_TOPIC);
        return topic == null ? null : new ConceptId(topic);
    }

    private static @Nullable OrganisationId organisation(Record row) {
        UUID organisation = row.get(ALERT.SEARCH_ORGANISATION);
        return organisation == null ? null : new OrganisationId(organisation);
    }
}

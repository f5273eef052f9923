package kr.nairl.platform.core.interest.persistence;

import static kr.nairl.platform.core.sql.Tables.COLLABORATION_REQUEST;
import static kr.nairl.platform.core.sql.Tables.CONCEPT;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.INTEREST_FIELD;
import static kr.nairl.platform.core.sql.Tables.INTEREST_HISTORY;
import static kr.nairl.platform.core.sql.Tables.INTEREST_SUB_PROJECT;
import static kr.nairl.platform.core.sql.Tables.INTEREST_TOPIC;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PERSON;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.Company;
import kr.nairl.platform.core.interest.Interest;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.InterestStep;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.interest.Interests;
import kr.nairl.platform.core.organisation.Ladder;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.sql.tables.records.InterestFieldRecord;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Interests with their company, topics and sub-projects, in one statement each. A card is read only together with its
 * company: an interest of a company that the reader may not see is not seen either.
 */
@Component
class JooqInterests implements Interests {

    private static final Field<List<Shown<Topic>>> TOPICS = multiset(
                    select(CONCEPT.ID, CONCEPT.SLUG, CONCEPT.LABEL_KO, CONCEPT.LABEL_EN, INTEREST_TOPIC.AUDIENCE)
                            .from(INTEREST_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(INTEREST_TOPIC.CONCEPT_ID))
                            .where(INTEREST_TOPIC.INTEREST_ID.eq(INTEREST.ID))
                            .orderBy(INTEREST_TOPIC.POSITION))
            .as("topics")
            .convertFrom(rows -> rows.map(row -> new Shown<>(
                    new Topic(row.value1(), row.value2(), LocalizedText.of(row.value3(), row.value4())),
                    Audience.valueOf(row.value5()))));

    private static final Field<List<Shown<SubProjectName>>> SUB_PROJECTS = multiset(select(
                            SUB_PROJECT.ID,
                            SUB_PROJECT.NUMBER,
                            SUB_PROJECT.SLUG,
                            SUB_PROJECT.TITLE_KO,
                            SUB_PROJECT.TITLE_EN,
                            INTEREST_SUB_PROJECT.AUDIENCE)
                    .from(INTEREST_SUB_PROJECT)
                    .join(SUB_PROJECT)
                    .on(SUB_PROJECT.ID.eq(INTEREST_SUB_PROJECT.SUB_PROJECT_ID))
                    .where(INTEREST_SUB_PROJECT.INTEREST_ID.eq(INTEREST.ID))
                    .orderBy(SUB_PROJECT.NUMBER))
            .as("sub_projects")
            .convertFrom(rows -> rows.map(row -> new Shown<>(
                    new SubProjectName(
                            row.value1(), row.value2(), row.value3(), LocalizedText.of(row.value4(), row.value5())),
                    Audience.valueOf(row.value6()))));

    private static final Field<List<Narrowed>> NARROWED = multiset(select(
                            INTEREST_FIELD.FIELD,
                            INTEREST_FIELD.AUDIENCE,
                            INTEREST_FIELD.KO,
                            INTEREST_FIELD.EN,
                            INTEREST_FIELD.PLAIN)
                    .from(INTEREST_FIELD)
                    .where(INTEREST_FIELD.INTEREST_ID.eq(INTEREST.ID)))
            .as("narrowed")
            .convertFrom(rows -> rows.map(row -> new Narrowed(
                    InterestField.valueOf(row.value1()),
                    Audience.valueOf(row.value2()),
                    LocalizedText.of(row.value3(), row.value4()),
                    row.value5())));

    private static final Field<UUID> OWNER = INTEREST.ORGANISATION_ID.coerce(UUID.class);

    private static final String ACCEPTED = "accepted";
    private static final String UNDER_NDA = "under_nda";

    /** A part that only these see. */
    private record Shown<T>(T value, Audience audience) {}

    /** A field that stands beside its interest, since fewer may see it. */
    private record Narrowed(
            InterestField field,
            Audience audience,
            LocalizedText text,
            @Nullable String plain) {}

    /** What a row says to somebody on one rung of the ladder. */
    private record Read(
            LocalizedText need,
            @Nullable Integer horizon,
            BudgetBand budget,
            List<Topic> topics,
            List<SubProjectName> subProjects,
            Map<InterestField, Audience> audiences) {

        static Read of(Record row, Audience rung) {
            Map<InterestField, Narrowed> narrowed = new EnumMap<>(InterestField.class);
            Map<InterestField, Audience> audiences = new EnumMap<>(InterestField.class);
            for (Narrowed field : row.get(NARROWED)) {
                if (rung.sees(field.audience())) {
                    narrowed.put(field.field(), field);
                    audiences.put(field.field(), field.audience());
                }
            }
            Narrowed need = narrowed.get(InterestField.NEED);
            Narrowed horizon = narrowed.get(InterestField.HORIZON);
            Narrowed budget = narrowed.get(InterestField.BUDGET);
            return new Read(
                    need == null ? LocalizedText.of(row.get(INTEREST.NEED_KO), row.get(INTEREST.NEED_EN)) : need.text(),
                    horizon == null ? months(row) : horizon.plain() == null ? null : Integer.valueOf(horizon.plain()),
                    BudgetBand.valueOf(
                            budget == null || budget.plain() == null ? row.get(INTEREST.BUDGET_BAND) : budget.plain()),
                    seen(row.get(TOPICS), rung),
                    seen(row.get(SUB_PROJECTS), rung),
                    audiences);
        }

        private static <T> List<T> seen(List<Shown<T>> all, Audience rung) {
            return all.stream()
                    .filter(one -> rung.sees(one.audience()))
                    .map(Shown::value)
                    .toList();
        }
    }

    private final DSLContext sql;

    JooqInterests(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Interest> ofOrganisation(OrganisationId organisation, InterestId id) {
        return interests(INTEREST.ID.eq(id).and(INTEREST.ORGANISATION_ID.eq(organisation)))
                .fetchOptional(JooqInterests::interest);
    }

    @Override
    public List<Interest> termOver(Instant now, int limit) {
        return interests(INTEREST.STATE
                        .in(InterestState.OPEN.name(), InterestState.PAUSED.name())
                        .and(INTEREST.EXPIRES_AT.le(now)))
                .orderBy(INTEREST.EXPIRES_AT, INTEREST.ID)
                .limit(limit)
                .fetch(JooqInterests::interest);
    }

    private SelectConditionStep<Record> interests(Condition which) {
        return sql.select(INTEREST.fields())
                .select(TOPICS, SUB_PROJECTS, NARROWED)
                .from(INTEREST)
                .where(which);
    }

    private static Interest interest(Record row) {
        // Asked for by its company and by the clock, who writes no words; the policies keep from it what it need not
        // know.
        Read read = Read.of(row, Audience.NDA);
        List<ConceptId> topics = read.topics().stream().map(Topic::id).toList();
        Set<SubProjectId> subProjects = new HashSet<>();
        read.subProjects().forEach(subProject -> subProjects.add(subProject.id()));
        InterestWords words = new InterestWords(
                LocalizedText.of(row.get(INTEREST.TITLE_KO), row.get(INTEREST.TITLE_EN)),
                read.need(),
                CollaborationMode.valueOf(row.get(INTEREST.MODE)),
                read.horizon(),
                read.budget(),
                Audience.valueOf(row.get(INTEREST.AUDIENCE)),
                topics,
                subProjects,
                read.audiences());
        return new Interest(
                row.get(INTEREST.ID),
                row.get(INTEREST.ORGANISATION_ID),
                words,
                InterestState.valueOf(row.get(INTEREST.STATE)),
                row.get(INTEREST.OPENED_AT),
                row.get(INTEREST.EXPIRES_AT),
                row.get(INTEREST.CREATED_BY),
                row.get(INTEREST.CREATED_AT),
                row.get(INTEREST.UPDATED_AT),
                row.get(INTEREST.VERSION));
    }

    private static @Nullable Integer months(Record row) {
        Short months = row.get(INTEREST.HORIZON_MONTHS);
        return months == null ? null : Integer.valueOf(months);
    }

    @Override
    public void add(Interest interest) {
        InterestWords words = interest.words();
        sql.insertInto(INTEREST)
                .set(INTEREST.ID, interest.id())
                .set(INTEREST.ORGANISATION_ID, interest.organisation())
                .set(INTEREST.TITLE_KO, words.title().ko())
                .set(INTEREST.TITLE_EN, words.title().en())
                .set(INTEREST.NEED_KO, need(words).ko())
                .set(INTEREST.NEED_EN, need(words).en())
                .set(INTEREST.MODE, words.mode().name())
                .set(INTEREST.HORIZON_MONTHS, horizon(words))
                .set(INTEREST.BUDGET_BAND, budget(words).name())
                .set(INTEREST.AUDIENCE, words.audience().name())
                .set(INTEREST.STATE, interest.state().name())
                .set(INTEREST.OPENED_AT, interest.openedAt())
                .set(INTEREST.EXPIRES_AT, interest.expiresAt())
                .set(INTEREST.CREATED_BY, interest.createdBy())
                .set(INTEREST.CREATED_AT, interest.createdAt())
                .set(INTEREST.UPDATED_AT, interest.updatedAt())
                .set(INTEREST.VERSION, interest.version())
                .execute();
        addParts(interest);
    }

    @Override
    public boolean edit(Interest interest) {
        InterestWords words = interest.words();
        boolean written = sql.update(INTEREST)
                        .set(INTEREST.TITLE_KO, words.title().ko())
                        .set(INTEREST.TITLE_EN, words.title().en())
                        .set(INTEREST.NEED_KO, need(words).ko())
                        .set(INTEREST.NEED_EN, need(words).en())
                        .set(INTEREST.MODE, words.mode().name())
                        .set(INTEREST.HORIZON_MONTHS, horizon(words))
                        .set(INTEREST.BUDGET_BAND, budget(words).name())
                        .set(INTEREST.AUDIENCE, words.audience().name())
                        .set(INTEREST.UPDATED_AT, interest.updatedAt())
                        .set(INTEREST.VERSION, interest.version())
                        .where(INTEREST.ID.eq(interest.id()))
                        .and(INTEREST.VERSION.eq(interest.version() - 1))
                        .execute()
                == 1;
        if (written) {
            sql.deleteFrom(INTEREST_TOPIC)
                    .where(INTEREST_TOPIC.INTEREST_ID.eq(interest.id()))
                    .execute();
            sql.deleteFrom(INTEREST_SUB_PROJECT)
                    .where(INTEREST_SUB_PROJECT.INTEREST_ID.eq(interest.id()))
                    .execute();
            sql.deleteFrom(INTEREST_FIELD)
                    .where(INTEREST_FIELD.INTEREST_ID.eq(interest.id()))
                    .execute();
            addParts(interest);
        }
        return written;
    }

    @Override
    public boolean move(Interest interest) {
        return sql.update(INTEREST)
                        .set(INTEREST.STATE, interest.state().name())
                        .set(INTEREST.OPENED_AT, interest.openedAt())
                        .set(INTEREST.EXPIRES_AT, interest.expiresAt())
                        .set(INTEREST.UPDATED_AT, interest.updatedAt())
                        .set(INTEREST.VERSION, interest.version())
                        .where(INTEREST.ID.eq(interest.id()))
                        .and(INTEREST.VERSION.eq(interest.version() - 1))
                        .execute()
                == 1;
    }

    private void addParts(Interest interest) {
        List<Query> inserts = new ArrayList<>();
        int position = 0;
        for (ConceptId topic : interest.words().topics()) {
            inserts.add(sql.insertInto(INTEREST_TOPIC)
                    .set(INTEREST_TOPIC.INTEREST_ID, interest.id())
                    .set(INTEREST_TOPIC.CONCEPT_ID, topic)
                    .set(INTEREST_TOPIC.POSITION, position++)
                    .set(INTEREST_TOPIC.AUDIENCE, chosen(interest.words(), InterestField.TOPICS)));
        }
        for (SubProjectId subProject : interest.words().subProjects()) {
            inserts.add(sql.insertInto(INTEREST_SUB_PROJECT)
                    .set(INTEREST_SUB_PROJECT.INTEREST_ID, interest.id())
                    .set(INTEREST_SUB_PROJECT.SUB_PROJECT_ID, subProject)
                    .set(INTEREST_SUB_PROJECT.AUDIENCE, chosen(interest.words(), InterestField.SUB_PROJECTS)));
        }
        interest.words()
                .audiences()
                .forEach((field, audience) -> inserts.add(sql.insertInto(INTEREST_FIELD)
                        .set(narrowed(interest.words(), field)
                                .setInterestId(interest.id())
                                .setAudience(audience.name()))));
        if (!inserts.isEmpty()) {
            sql.batch(inserts).execute();
        }
    }

    private static String chosen(InterestWords words, InterestField field) {
        return words.audiences().getOrDefault(field, Audience.PUBLIC).name();
    }

    private static InterestFieldRecord narrowed(InterestWords words, InterestField field) {
        InterestFieldRecord row = new InterestFieldRecord().setField(field.name());
        return switch (field) {
            case NEED -> row.setKo(words.need().ko()).setEn(words.need().en());
            case HORIZON ->
                row.setPlain(
                        words.horizonMonths() == null
                                ? null
                                : words.horizonMonths().toString());
            case BUDGET -> row.setPlain(words.budget().name());
            // rows of their own
            case TOPICS, SUB_PROJECTS -> row;
        };
    }

    /** The need as it stands in the interest's own row: nothing where fewer may see it. So with the two below. */
    private static LocalizedText need(InterestWords words) {
        return words.seenWithInterest(InterestField.NEED) ? words.need() : LocalizedText.EMPTY;
    }

    private static @Nullable Short horizon(InterestWords words) {
        return words.horizonMonths() == null || !words.seenWithInterest(InterestField.HORIZON)
                ? null
                : words.horizonMonths().shortValue();
    }

    private static BudgetBand budget(InterestWords words) {
        return words.seenWithInterest(InterestField.BUDGET) ? words.budget() : BudgetBand.UNDECIDED;
    }

    @Override
    public boolean deleteDraft(InterestId id, int version) {
        return sql.deleteFrom(INTEREST)
                        .where(INTEREST.ID.eq(id))
                        .and(INTEREST.VERSION.eq(version))
                        .and(INTEREST.STATE.eq(InterestState.DRAFT.name()))
                        .execute()
                == 1;
    }

    @Override
    public void addStep(
            InterestId id,
            @Nullable PersonId person,
            InterestCommand command,
            InterestState from,
            InterestState to,
            Instant at) {
        sql.insertInto(INTEREST_HISTORY)
                .set(INTEREST_HISTORY.ID, UUID.randomUUID())
                .set(INTEREST_HISTORY.INTEREST_ID, id)
                .set(INTEREST_HISTORY.AT, at)
                .set(INTEREST_HISTORY.PERSON_ID, person)
                .set(INTEREST_HISTORY.COMMAND, command.name())
                .set(INTEREST_HISTORY.FROM_STATE, from.name())
                .set(INTEREST_HISTORY.TO_STATE, to.name())
                .execute();
    }

    @Override
    public List<InterestStep> steps(InterestId id) {
        return sql.select(
                        INTEREST_HISTORY.AT,
                        PERSON.ID,
                        PERSON.NAME_KO,
                        PERSON.NAME_EN,
                        INTEREST_HISTORY.COMMAND,
                        INTEREST_HISTORY.FROM_STATE,
                        INTEREST_HISTORY.TO_STATE)
                .from(INTEREST_HISTORY)
                .leftJoin(PERSON)
                .on(PERSON.ID.eq(INTEREST_HISTORY.PERSON_ID))
                .where(INTEREST_HISTORY.INTEREST_ID.eq(id))
                .orderBy(INTEREST_HISTORY.SEQUENCE)
                .fetch(row -> new InterestStep(
                        row.value1(),
                        row.value2() == null ? null : LocalizedText.of(row.value3(), row.value4()),
                        InterestCommand.valueOf(row.value5()),
                        InterestState.valueOf(row.value6()),
                        InterestState.valueOf(row.value7())));
    }

    @Override
    public Page<InterestCard> own(OrganisationId organisation, @Nullable InterestState state, PageRequest request) {
        Condition wanted = INTEREST.ORGANISATION_ID.eq(organisation);
        if (state != null) {
            wanted = wanted.and(INTEREST.STATE.eq(state.name()));
        }
        int total = count(wanted);
        return new Page<>(
                cards(wanted)
                        .orderBy(INTEREST.UPDATED_AT.desc(), INTEREST.ID)
                        .limit(request.limit())
                        .offset(request.offset())
                        .fetch(row -> card(row, Audience.NDA)),
                total);
    }

    @Override
    public Page<InterestCard> open(Actor actor, InterestFilter filter, PageRequest request) {
        Condition wanted = INTEREST.STATE
                .eq(InterestState.OPEN.name())
                .and(visibleTo(actor))
                .and(passing(filter));
        int total = count(wanted);
        return new Page<>(
                cards(wanted)
                        .orderBy(INTEREST.OPENED_AT.desc(), INTEREST.ID)
                        .limit(request.limit())
                        .offset(request.offset())
                        // what is narrower than its interest is opened on the interest's own page
                        .fetch(row -> card(row, Audience.PUBLIC)),
                total);
    }

    @Override
    public List<InterestCard> allOpen() {
        return cards(INTEREST.STATE.eq(InterestState.OPEN.name()).and(ORGANISATION.STATUS.eq("ACTIVE")))
                .orderBy(INTEREST.ID)
                .fetch(row -> card(row, rung(Actor.Job.INDEXER, row)));
    }

    @Override
    public List<InterestCard> visible(Actor actor, Collection<InterestId> ids) {
        Condition which = INTEREST.ID.in(ids).and(visibleTo(actor));
        return actor.has(Role.RESEARCHER)
                ? cards(which, Routines.actorAcceptedWith(OWNER), Routines.actorUnderNda(OWNER))
                        .fetch(row -> card(row, rung(actor, row)))
                : cards(which).fetch(row -> card(row, rung(actor, row)));
    }

    /** The first fence on the ladder, for the company of this row. */
    private static Audience rung(Actor actor, Record row) {
        boolean own = actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)
                && actor.actsFor()
                        .filter(row.get(INTEREST.ORGANISATION_ID)::equals)
                        .isPresent();
        return Ladder.rung(actor, own, row.get(ACCEPTED, Boolean.class), row.get(UNDER_NDA, Boolean.class));
    }

    private int count(Condition wanted) {
        return sql.fetchCount(select(INTEREST.ID)
                .from(INTEREST)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(INTEREST.ORGANISATION_ID))
                .where(wanted));
    }

    private static Condition passing(InterestFilter filter) {
        Condition wanted = noCondition();
        if (!filter.text().isBlank()) {
            String text = filter.text().strip();
            String pattern = SearchKey.pattern(text);
            wanted = wanted.and(INTEREST.TITLE_KO
                    .containsIgnoreCase(text)
                    .or(INTEREST.TITLE_EN.containsIgnoreCase(text))
                    .or(exists(selectOne()
                            .from(INTEREST_TOPIC)
                            .join(CONCEPT)
                            .on(CONCEPT.ID.eq(INTEREST_TOPIC.CONCEPT_ID))
                            .where(INTEREST_TOPIC.INTEREST_ID.eq(INTEREST.ID))
                            .and(CONCEPT.SEARCH_KEY.like(pattern))))
                    .or(ORGANISATION.SEARCH_KEY.like(pattern)));
        }
        if (filter.mode() != null) {
            wanted = wanted.and(INTEREST.MODE.eq(filter.mode().name()));
        }
        if (filter.subProject() != null) {
            wanted = wanted.and(exists(selectOne()
                    .from(INTEREST_SUB_PROJECT)
                    .where(INTEREST_SUB_PROJECT.INTEREST_ID.eq(INTEREST.ID))
                    .and(INTEREST_SUB_PROJECT.SUB_PROJECT_ID.eq(filter.subProject()))));
        }
        if (filter.topic() != null) {
            wanted = wanted.and(exists(selectOne()
                    .from(INTEREST_TOPIC)
                    .where(INTEREST_TOPIC.INTEREST_ID.eq(INTEREST.ID))
                    .and(INTEREST_TOPIC.CONCEPT_ID.eq(filter.topic()))));
        }
        if (filter.organisation() != null) {
            wanted = wanted.and(INTEREST.ORGANISATION_ID.eq(filter.organisation()));
        }
        return wanted;
    }

    /** The first fence for readers, told by the actor alone; PostgreSQL's policies decide again. */
    private static Condition visibleTo(Actor actor) {
        Condition open = INTEREST.STATE.eq(InterestState.OPEN.name());
        return switch (actor) {
            case Actor.Visitor visitor -> open.and(INTEREST.AUDIENCE.eq(Audience.PUBLIC.name()));
            // Of active organisations, jobs see what the policies give each of them.
            case Actor.Job job -> ORGANISATION.STATUS.eq("ACTIVE");
            case Actor.Person person -> {
                Condition visible = open.and(INTEREST.AUDIENCE.in(Audience.PUBLIC.name(), Audience.MEMBERS.name()));
                if (person.hasAny(Role.MEMBER, Role.ADMINISTRATOR)) {
                    visible = visible.or(INTEREST.ORGANISATION_ID.eq(person.organisation()));
                }
                if (person.has(Role.LAB_MANAGER)) {
                    visible = visible.or(INTEREST.STATE
                            .ne(InterestState.DRAFT.name())
                            .and(INTEREST.AUDIENCE.in(Audience.PUBLIC.name(), Audience.MEMBERS.name())));
                }
                if (person.has(Role.RESEARCHER)) {
                    visible = visible.or(INTEREST.AUDIENCE
                                    .eq(Audience.ACCEPTED.name())
                                    .and(INTEREST.STATE.in(InterestState.OPEN.name(), InterestState.PAUSED.name()))
                                    .and(Routines.actorAcceptedWith(INTEREST.ORGANISATION_ID.coerce(UUID.class))
                                            .isTrue()))
                            // What a request to this researcher is about.
                            .or(exists(selectOne()
                                    .from(COLLABORATION_REQUEST)
                                    .where(COLLABORATION_REQUEST.INTEREST_ID.eq(INTEREST.ID))
                                    .and(COLLABORATION_REQUEST.STATE.ne("DRAFT"))
                                    .and(COLLABORATION_REQUEST
                                            .RESEARCHER_ID
                                            .coerce(UUID.class)
                                            .eq(Routines.actorResearcher()))));
                }
                yield visible;
            }
        };
    }

    private SelectConditionStep<Record> cards(Condition which) {
        return cards(which, inline(false), inline(false));
    }

    private SelectConditionStep<Record> cards(Condition which, Field<Boolean> accepted, Field<Boolean> underNda) {
        return sql.select(INTEREST.fields())
                .select(accepted.as(ACCEPTED), underNda.as(UNDER_NDA))
                .select(List.<Field<?>>of(
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        ORGANISATION.SECTOR_KO,
                        ORGANISATION.SECTOR_EN,
                        ORGANISATION.SUMMARY_KO,
                        ORGANISATION.SUMMARY_EN,
                        ORGANISATION.FICTIONAL,
                        TOPICS,
                        SUB_PROJECTS,
                        NARROWED))
                .from(INTEREST)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(INTEREST.ORGANISATION_ID))
                .where(which);
    }

    private static InterestCard card(Record row, Audience rung) {
        Read read = Read.of(row, rung);
        Company company = new Company(
                row.get(ORGANISATION.ID),
                row.get(ORGANISATION.SLUG),
                LocalizedText.of(row.get(ORGANISATION.NAME_KO), row.get(ORGANISATION.NAME_EN)),
                LocalizedText.of(row.get(ORGANISATION.SECTOR_KO), row.get(ORGANISATION.SECTOR_EN)),
                LocalizedText.of(row.get(ORGANISATION.SUMMARY_KO), row.get(ORGANISATION.SUMMARY_EN)),
                row.get(ORGANISATION.FICTIONAL));
        return new InterestCard(
                row.get(INTEREST.ID),
                company,
                LocalizedText.of(row.get(INTEREST.TITLE_KO), row.get(INTEREST.TITLE_EN)),
                read.need(),
                CollaborationMode.valueOf(row.get(INTEREST.MODE)),
                read.horizon(),
                read.budget(),
                Audience.valueOf(row.get(INTEREST.AUDIENCE)),
                InterestState.valueOf(row.get(INTEREST.STATE)),
                read.topics(),
                read.subProjects(),
                read.audiences(),
                row.get(INTEREST.OPENED_AT),
                row.get(INTEREST.EXPIRES_AT),
                row.get(INTEREST.UPDATED_AT),
                row.get(INTEREST.VERSION),
                Set.of());
    }
}

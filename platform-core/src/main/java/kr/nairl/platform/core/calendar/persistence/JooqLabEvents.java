package kr.nairl.platform.core.calendar.persistence;

import static kr.nairl.platform.core.sql.Tables.LAB_EVENT;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.calendar.EventDraft;
import kr.nairl.platform.core.calendar.EventId;
import kr.nairl.platform.core.calendar.EventKind;
import kr.nairl.platform.core.calendar.EventSheet;
import kr.nairl.platform.core.calendar.LabEvent;
import kr.nairl.platform.core.calendar.LabEvents;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Functions;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;

@Component
class JooqLabEvents implements LabEvents {

    private final DSLContext sql;

    JooqLabEvents(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<LabEvent> endingFrom(LocalDate day, int limit) {
        return events(LAB_EVENT.ENDS_ON.ge(day))
                .orderBy(LAB_EVENT.STARTS_ON, LAB_EVENT.START_TIME, LAB_EVENT.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    @Override
    public List<LabEvent> past(LocalDate before, int year) {
        return events(LAB_EVENT.ENDS_ON.lt(before).and(year().eq(year)))
                .orderBy(LAB_EVENT.STARTS_ON.desc(), LAB_EVENT.START_TIME.desc(), LAB_EVENT.ID)
                .fetch(Record1::value1);
    }

    @Override
    public List<Integer> years(LocalDate before) {
        return sql.selectDistinct(year())
                .from(LAB_EVENT)
                .where(LAB_EVENT.ENDS_ON.lt(before))
                .orderBy(year().desc())
                .fetch(Record1::value1);
    }

    @Override
    public Optional<LabEvent> one(String slug) {
        return events(LAB_EVENT.SLUG.eq(slug)).fetchOptional(Record1::value1);
    }

    @Override
    public Optional<EventId> bySlug(String slug) {
        return sql.select(LAB_EVENT.ID)
                .from(LAB_EVENT)
                .where(LAB_EVENT.SLUG.eq(slug))
                .fetchOptional(Record1::value1);
    }

    @Override
    public Optional<EventSheet> sheet(EventId id) {
        return sql.selectFrom(LAB_EVENT)
                .where(LAB_EVENT.ID.eq(id))
                .fetchOptional(found -> new EventSheet(
                        found.getId(),
                        found.getVersion(),
                        new EventDraft(
                                found.getSlug(),
                                EventKind.valueOf(found.getKind()),
                                LocalizedText.of(found.getTitleKo(), found.getTitleEn()),
                                LocalizedText.of(found.getDescriptionKo(), found.getDescriptionEn()),
                                LocalizedText.of(found.getVenueKo(), found.getVenueEn()),
                                LocalizedText.of(found.getSpeakerKo(), found.getSpeakerEn()),
                                found.getAffiliationId(),
                                found.getResearcherId(),
                                found.getStartsOn(),
                                found.getEndsOn(),
                                found.getStartTime(),
                                found.getEndTime())));
    }

    @Override
    public void add(EventId id, EventDraft draft) {
        sql.insertInto(LAB_EVENT).set(LAB_EVENT.ID, id).set(columns(draft)).execute();
    }

    @Override
    public boolean replace(EventId id, int version, EventDraft draft) {
        return sql.update(LAB_EVENT)
                        .set(columns(draft))
                        .set(LAB_EVENT.VERSION, version + 1)
                        .where(LAB_EVENT.ID.eq(id), LAB_EVENT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(EventId id, int version) {
        return sql.deleteFrom(LAB_EVENT)
                        .where(LAB_EVENT.ID.eq(id), LAB_EVENT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    private SelectConditionStep<Record1<LabEvent>> events(Condition wanted) {
        return sql.select(row(
                                LAB_EVENT.ID,
                                LAB_EVENT.VERSION,
                                LAB_EVENT.SLUG,
                                LAB_EVENT.KIND.convertFrom(EventKind::valueOf),
                                text(LAB_EVENT.TITLE_KO, LAB_EVENT.TITLE_EN),
                                text(LAB_EVENT.DESCRIPTION_KO, LAB_EVENT.DESCRIPTION_EN),
                                text(LAB_EVENT.VENUE_KO, LAB_EVENT.VENUE_EN),
                                text(
                                        coalesce(RESEARCHER.NAME_KO, LAB_EVENT.SPEAKER_KO),
                                        coalesce(RESEARCHER.NAME_EN, LAB_EVENT.SPEAKER_EN)),
                                text(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                row(RESEARCHER.ID, RESEARCHER.SLUG)
                                        .mapping(Functions.nullOnAnyNull(LabEvent.Speaker::new)),
                                LAB_EVENT.STARTS_ON,
                                LAB_EVENT.ENDS_ON,
                                LAB_EVENT.START_TIME,
                                LAB_EVENT.END_TIME)
                        .mapping(LabEvent::new))
                .from(LAB_EVENT)
                .leftJoin(RESEARCHER)
                .on(RESEARCHER.ID.eq(LAB_EVENT.RESEARCHER_ID))
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(coalesce(LAB_EVENT.AFFILIATION_ID, RESEARCHER.ORGANISATION_ID)))
                .where(wanted);
    }

    private static Map<Field<?>, Object> columns(EventDraft draft) {
        Map<Field<?>, Object> columns = new HashMap<>();
        columns.put(LAB_EVENT.SLUG, draft.slug());
        columns.put(LAB_EVENT.KIND, draft.kind().name());
        columns.put(LAB_EVENT.TITLE_KO, draft.title().ko());
        columns.put(LAB_EVENT.TITLE_EN, draft.title().en());
        columns.put(LAB_EVENT.DESCRIPTION_KO, draft.description().ko());
        columns.put(LAB_EVENT.DESCRIPTION_EN, draft.description().en());
        columns.put(LAB_EVENT.VENUE_KO, draft.venue().ko());
        columns.put(LAB_EVENT.VENUE_EN, draft.venue().en());
        columns.put(LAB_EVENT.SPEAKER_KO, draft.speaker().ko());
        columns.put(LAB_EVENT.SPEAKER_EN, draft.speaker().en());
        columns.put(LAB_EVENT.AFFILIATION_ID, draft.affiliation());
        columns.put(LAB_EVENT.RESEARCHER_ID, draft.researcher());
        columns.put(LAB_EVENT.STARTS_ON, draft.startsOn());
        columns.put(LAB_EVENT.ENDS_ON, draft.endsOn());
        columns.put(LAB_EVENT.START_TIME, draft.startTime());
        columns.put(LAB_EVENT.END_TIME, draft.endTime());
        return columns;
    }

    private static Field<Integer> year() {
        return extract(LAB_EVENT.STARTS_ON, DatePart.YEAR);
    }

    private static SelectField<LocalizedText> text(Field<String> ko, Field<String> en) {
        return row(ko, en).mapping(LocalizedText::of);
    }
}

package kr.nairl.platform.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.CoreDatabase;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private final CalendarDesk desk = CoreDatabase.bean(CalendarDesk.class);
    private final EventCalendar calendar = CoreDatabase.bean(EventCalendar.class);
    private final Transactions transactions = CoreDatabase.bean(Transactions.class);
    private final DSLContext sql = CoreDatabase.bean(DSLContext.class);

    private final OrganisationId lab = CoreDatabase.organisation("LAB", "연구거점", "Lab");
    private final Actor.Person editor = CoreDatabase.person(lab, "오지안", Role.EDITOR);
    private final Actor.Person member =
            CoreDatabase.person(CoreDatabase.organisation("COMPANY", "다", "Da"), "김병훈", Role.MEMBER);

    @Test
    void eventIsUpcomingUntilTheEndOfItsLastDayWhereTheLabIs() {
        LocalDate today = LocalDate.ofInstant(CoreDatabase.clock().instant(), EventCalendar.LAB_ZONE);
        EventDraft running = draft(today.minusDays(1), today, null);
        EventDraft over = draft(today.minusDays(1), today.minusDays(1), null);
        desk.add(editor, running);
        desk.add(editor, over);
        assertThat(upcoming()).contains(running.slug()).doesNotContain(over.slug());
        int year = over.startsOn().getYear();
        assertThat(calendar.pastYears(Actor.VISITOR)).contains(year);
        assertThat(calendar.past(Actor.VISITOR, year))
                .extracting(LabEvent::slug)
                .contains(over.slug())
                .doesNotContain(running.slug());
        assertThat(calendar.past(Actor.VISITOR, year - 5)).isEmpty();
    }

    @Test
    void visitorsReadAnEventWithItsSpeakersOrganisation() {
        EventDraft draft = draft(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), lab);
        desk.add(editor, draft);
        LabEvent event = calendar.event(Actor.VISITOR, draft.slug());
        assertThat(event.speaker().ko()).isEqualTo("강연자");
        assertThat(event.affiliation().en()).isEqualTo("Lab");
        assertThat(event.startTime()).isEqualTo(LocalTime.of(10, 0));
        assertThat(event.researcher()).isNull();
        assertThatThrownBy(() -> calendar.event(Actor.VISITOR, "none")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void registeringTwiceLeavesWhatIsThere() {
        EventDraft draft = draft(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3), null);
        EventId id = desk.register(editor, draft);
        assertThat(desk.register(editor, draft)).isEqualTo(id);
        assertThatThrownBy(() -> desk.add(editor, draft)).hasMessageContaining("taken");
    }

    @Test
    void editsNameTheVersionTheyWereMadeFrom() {
        EventDraft draft = draft(LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 4), null);
        EventId id = desk.add(editor, draft);
        EventDraft moved = draft(LocalDate.of(2026, 12, 5), LocalDate.of(2026, 12, 5), lab);
        desk.edit(editor, id, 0, moved);
        assertThat(desk.sheet(editor, id)).isEqualTo(new EventSheet(id, 1, moved));
        assertThatThrownBy(() -> desk.edit(editor, id, 0, draft)).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> desk.remove(editor, id, 0)).isInstanceOf(StaleException.class);
        desk.remove(editor, id, 1);
        assertThatThrownBy(() -> desk.sheet(editor, id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void unsoundDraftsAreRefused() {
        EventDraft sound = draft(LocalDate.of(2026, 12, 6), LocalDate.of(2026, 12, 6), null);
        EventDraft bad = new EventDraft(
                "Not A Slug",
                EventKind.SEMINAR,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                LocalizedText.EMPTY,
                null,
                null,
                sound.startsOn(),
                sound.startsOn().minusDays(1),
                LocalTime.of(11, 0),
                LocalTime.of(10, 0));
        assertThatThrownBy(() -> desk.add(editor, bad))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidInputException.Violation::field)
                                .containsExactly("slug", "title", "endsOn", "endTime"));
    }

    @Test
    void onlyEditorsAndManagersWriteAndThePoliciesSaySoToo() {
        EventDraft draft = draft(LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 7), null);
        for (Actor stranger : List.of(Actor.VISITOR, member)) {
            assertThatThrownBy(() -> desk.add(stranger, draft)).isInstanceOf(ForbiddenException.class);
            assertThat(transactions.<Integer>write(stranger, () -> sql.execute("DELETE FROM platform.lab_event")))
                    .isZero();
        }
        Actor.Person manager = CoreDatabase.person(lab, "한서윤", Role.LAB_MANAGER);
        assertThat(desk.sheet(manager, desk.add(manager, draft)).draft()).isEqualTo(draft);
    }

    private List<String> upcoming() {
        return calendar.upcoming(Actor.VISITOR, 100).stream()
                .map(LabEvent::slug)
                .toList();
    }

    private static EventDraft draft(LocalDate from, LocalDate to, @Nullable OrganisationId affiliation) {
        return new EventDraft(
                "e" + UUID.randomUUID(),
                EventKind.SEMINAR,
                LocalizedText.of("강연", "Talk"),
                LocalizedText.of("설명", null),
                LocalizedText.of("서울", "Seoul"),
                LocalizedText.of("강연자", "Speaker"),
                affiliation,
                null,
                from,
                to,
                LocalTime.of(10, 0),
                null);
    }
}

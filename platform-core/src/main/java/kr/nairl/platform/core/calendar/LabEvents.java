package kr.nairl.platform.core.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Stored events. Every call joins a running transaction. */
public interface LabEvents {

    /** Events whose last day is not before this one, the next first. */
    List<LabEvent> endingFrom(LocalDate day, int limit);

    /** Events of that year whose last day is before this one, the last first. */
    List<LabEvent> past(LocalDate before, int year);

    /** Years with an event whose last day is before this one, the last first. */
    List<Integer> years(LocalDate before);

    Optional<LabEvent> one(String slug);

    Optional<EventId> bySlug(String slug);

    Optional<EventSheet> sheet(EventId id);

    void add(EventId id, EventDraft draft);

    /** Whether the event stood at this version and is replaced. */
    boolean replace(EventId id, int version, EventDraft draft);

    /** Whether the event stood at this version and is gone. */
    boolean remove(EventId id, int version);
}

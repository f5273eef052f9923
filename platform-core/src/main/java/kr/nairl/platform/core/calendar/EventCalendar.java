package kr.nairl.platform.core.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/** The lab's events as everybody reads them. An event is upcoming until the end of its last day where the lab is. */
@Component
public class EventCalendar {

    /** Where the lab is: its events have local days and times. */
    public static final ZoneId LAB_ZONE = ZoneId.of("Asia/Seoul");

    private final LabEvents events;
    private final Transactions transactions;
    private final Clock clock;

    EventCalendar(LabEvents events, Transactions transactions, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is on or comes, the next first; at most {@link PageRequest#MAX_LIMIT}. */
    public List<LabEvent> upcoming(Actor actor, int limit) {
        int sound = PageRequest.first(limit).limit();
        return transactions.read(actor, () -> events.endingFrom(today(), sound));
    }

    /** What was in a year, the last first. */
    public List<LabEvent> past(Actor actor, int year) {
        return transactions.read(actor, () -> events.past(today(), year));
    }

    /** The years that had events, the last first. */
    public List<Integer> pastYears(Actor actor) {
        return transactions.read(actor, () -> events.years(today()));
    }

    /** @throws NotFoundException when no event has this slug */
    public LabEvent event(Actor actor, String slug) {
        return transactions.read(
                actor, () -> events.one(slug).orElseThrow(() -> new NotFoundException("no event " + slug)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LAB_ZONE);
    }
}

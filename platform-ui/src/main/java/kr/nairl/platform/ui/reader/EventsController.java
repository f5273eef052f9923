package kr.nairl.platform.ui.reader;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.calendar.EventCalendar;
import kr.nairl.platform.core.calendar.LabEvent;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Talks, networking days and conferences: what comes, what was, and each by itself. */
@Controller
@RequestMapping("/{lang:ko|en}/events")
class EventsController {

    private static final int UPCOMING = 100;

    private final Frame frame;
    private final EventCalendar calendar;

    EventsController(Frame frame, EventCalendar calendar) {
        this.frame = frame;
        this.calendar = calendar;
    }

    /** @param year whose past events are listed; the last one that had some when not given */
    @GetMapping
    String events(
            @PathVariable("lang") String lang,
            @RequestParam(name = "year", required = false) @Nullable Integer year,
            Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        List<Integer> years = calendar.pastYears(Actor.VISITOR);
        Integer shown = year != null && years.contains(year)
                ? year
                : years.stream().findFirst().orElse(null);
        model.addAttribute("upcoming", calendar.upcoming(Actor.VISITOR, UPCOMING));
        model.addAttribute("years", years);
        model.addAttribute("year", shown);
        model.addAttribute("past", shown == null ? List.of() : calendar.past(Actor.VISITOR, shown));
        frame.around(model, language, "/events", words.say("events.title"), words.say("events.lead"), null);
        return "reader/events";
    }

    @GetMapping("/{slug}")
    String event(@PathVariable("lang") String lang, @PathVariable("slug") String slug, Model model) {
        Language language = Language.ofCode(lang);
        LabEvent event = calendar.event(Actor.VISITOR, slug);
        model.addAttribute("event", event);
        frame.around(
                model,
                language,
                "/events/" + slug,
                event.title().text(language),
                event.description().isEmpty()
                        ? new Words(language).when(event)
                        : event.description().text(language),
                facts(language, event));
        return "reader/event";
    }

    private Map<String, Object> facts(Language language, LabEvent event) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", "Event");
        facts.put("name", event.title().text(language));
        facts.put("description", event.description().text(language));
        facts.put("startDate", moment(event.startsOn().toString(), event.startTime()));
        facts.put("endDate", moment(event.endsOn().toString(), event.endTime()));
        facts.put("location", Map.of("@type", "Place", "name", event.venue().text(language)));
        facts.put(
                "organizer",
                Map.of("@type", "Organization", "name", frame.lab().name().text(language)));
        if (!event.speaker().isEmpty()) {
            facts.put(
                    "performer",
                    Map.of("@type", "Person", "name", event.speaker().text(language)));
        }
        facts.put("url", frame.base() + "/" + language.code() + "/events/" + event.slug());
        return facts;
    }

    private static String moment(String day, @Nullable LocalTime time) {
        return time == null ? day : day + "T" + time + ":00+09:00";
    }
}

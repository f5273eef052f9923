package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kr.nairl.platform.core.calendar.EventCalendar;
import kr.nairl.platform.core.calendar.LabEvent;
import kr.nairl.platform.core.lab.FrontDoor;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.newsletter.IssuePage;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The front page, and the addresses that choose a language. */
@Controller
class FrontController {

    private static final int STORIES = 4;
    private static final int EVENTS = 4;

    private final Frame frame;
    private final FrontDoor door;
    private final Letter letter;
    private final EventCalendar calendar;

    FrontController(Frame frame, FrontDoor door, Letter letter, EventCalendar calendar) {
        this.frame = frame;
        this.door = door;
        this.letter = letter;
        this.calendar = calendar;
    }

    @GetMapping("/letter")
    ResponseEntity<Void> chooseForTheLetter(HttpServletRequest request) {
        return redirect(request, "/letter");
    }

    @GetMapping("/letter/{story:[a-z0-9-]+}")
    ResponseEntity<Void> chooseForAStory(HttpServletRequest request, @PathVariable("story") String story) {
        return redirect(request, "/letter/" + story);
    }

    @GetMapping("/{lang:ko|en}")
    String front(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        LabFront lab = frame.lab();
        Optional<IssuePage> issue = letter.latest(Actor.VISITOR);
        List<LabEvent> upcoming = calendar.upcoming(Actor.VISITOR, EVENTS);
        model.addAttribute("lobby", door.lobby(Actor.VISITOR));
        model.addAttribute("issue", issue.map(IssuePage::head).orElse(null));
        model.addAttribute("stories", issue.map(FrontController::chosen).orElse(List.of()));
        model.addAttribute("upcoming", !upcoming.isEmpty());
        model.addAttribute("events", upcoming.isEmpty() ? latest() : upcoming);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", "ResearchOrganization");
        facts.put("name", lab.name().text(language));
        facts.put("alternateName", lab.acronym());
        facts.put("url", frame.base() + "/" + lang);
        facts.put("address", lab.address().text(language));
        frame.around(model, language, "", null, lab.lead().text(language), facts);
        return "reader/front";
    }

    /** Whatever else is asked for under a language. */
    @GetMapping("/{lang:ko|en}/**")
    String nothing(HttpServletRequest request) {
        throw new NotFoundException("no page " + request.getRequestURI());
    }

    /** Impact first, then what the lab found out, then the rest. */
    private static List<StoryCard> chosen(IssuePage issue) {
        List<StoryCard> all = issue.stories();
        return Stream.concat(
                        Stream.of(Section.IMPACT, Section.RESEARCH_HIGHLIGHT, Section.INSIGHT_TALK)
                                .flatMap(section -> all.stream().filter(story -> story.section() == section)),
                        all.stream())
                .distinct()
                .limit(STORIES)
                .toList();
    }

    private List<LabEvent> latest() {
        return calendar.pastYears(Actor.VISITOR).stream()
                .limit(1)
                .flatMap(year -> calendar.past(Actor.VISITOR, year).stream())
                .limit(EVENTS)
                .toList();
    }

    private static ResponseEntity<Void> redirect(HttpServletRequest request, String path) {
        boolean asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        Language language = asked ? Language.of(request.getLocale()) : Language.KO;
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/" + language.code() + path)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}

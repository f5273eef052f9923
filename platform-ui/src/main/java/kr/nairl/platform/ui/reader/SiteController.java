package kr.nairl.platform.ui.reader;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import kr.nairl.platform.core.calendar.EventCalendar;
import kr.nairl.platform.core.calendar.LabEvent;
import kr.nairl.platform.core.lab.FrontDoor;
import kr.nairl.platform.core.lab.Lobby;
import kr.nairl.platform.core.newsletter.IssueHead;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What machines read: the feed, the map of the site, the robots' rules, and the lab's colour as a stylesheet. */
@Controller
class SiteController {

    private static final int FEED_LENGTH = 30;
    private static final int EVENTS = 100;

    private final Frame frame;
    private final Letter letter;
    private final EventCalendar calendar;
    private final FrontDoor door;
    private final ResearcherDirectory researchers;

    SiteController(
            Frame frame, Letter letter, EventCalendar calendar, FrontDoor door, ResearcherDirectory researchers) {
        this.frame = frame;
        this.letter = letter;
        this.calendar = calendar;
        this.door = door;
        this.researchers = researchers;
    }

    @GetMapping("/{lang:ko|en}/letter/feed.xml")
    ResponseEntity<byte[]> feed(@PathVariable("lang") String lang) {
        Language language = Language.ofCode(lang);
        byte[] feed = new AtomFeed(frame.base(), language).of(frame.lab(), letter.newest(Actor.VISITOR, FEED_LENGTH));
        return body(MediaType.valueOf("application/atom+xml;charset=UTF-8"), feed);
    }

    /** @param part of a map that is too large for one file, from 1; the whole map or the index of its parts without it */
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> map(@RequestParam(name = "part", required = false) @Nullable Integer part) {
        SiteMap map = new SiteMap(frame.base());
        List<String> paths = paths();
        return body(
                MediaType.valueOf("application/xml;charset=UTF-8"),
                part == null
                        ? map.of(paths)
                        : map.part(paths, part).orElseThrow(() -> new NotFoundException("no part " + part)));
    }

    private List<String> paths() {
        Stream<String> fixed = Stream.of(
                "",
                "/letter",
                "/letter/issues",
                "/impact",
                "/events",
                "/partners",
                "/researchers",
                QualityController.PATH,
                PolicyController.PATH);
        Stream<String> letters = Stream.concat(
                letter.issues(Actor.VISITOR).stream().map(IssueHead::slug).map(slug -> "/letter/issues/" + slug),
                letter.slugs(Actor.VISITOR).stream().map(slug -> "/letter/" + slug));
        Stream<String> events = Stream.concat(
                        calendar.upcoming(Actor.VISITOR, EVENTS).stream(),
                        calendar.pastYears(Actor.VISITOR).stream()
                                .flatMap(year -> calendar.past(Actor.VISITOR, year).stream()))
                .map(LabEvent::slug)
                .map(slug -> "/events/" + slug);
        Lobby lobby = door.lobby(Actor.VISITOR);
        Stream<String> subProjects =
                lobby.subProjects().stream().map(subProject -> "/sub-projects/" + subProject.number());
        Stream<String> partners = lobby.partners().stream().map(partner -> "/partners/" + partner.slug());
        Stream<String> people = researchers.slugs(Actor.VISITOR).stream().map(slug -> "/researchers/" + slug);
        return Stream.of(fixed, letters, events, subProjects, partners, people)
                .flatMap(each -> each)
                .toList();
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        String rules = """
                User-agent: *
                Allow: /$
                Allow: /ko
                Allow: /en
                Allow: /letter
                Allow: /sitemap.xml
                Allow: /reader/
                Allow: /styles/
                Allow: /fonts/
                Disallow: /

                Sitemap: %s/sitemap.xml
                """.formatted(frame.base());
        return body(MediaType.valueOf("text/plain;charset=UTF-8"), rules.getBytes(StandardCharsets.UTF_8));
    }

    /** The one colour that a lab chooses; the tokens derive the others. In a file, so that no page needs inline style. */
    @GetMapping("/reader/brand.css")
    ResponseEntity<byte[]> brand() {
        String style = ":root{--lab-brand:" + frame.lab().brandColour() + "}\n";
        return body(MediaType.valueOf("text/css;charset=UTF-8"), style.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> body(MediaType type, byte[] content) {
        return ResponseEntity.ok().contentType(type).body(content);
    }
}

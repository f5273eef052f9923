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
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What machines read: the feed, the map of the site, the robots' rules, and the lab's colour as a stylesheet. */
@Controller
class SiteController {

    private static final int FEED_LENGTH = 30;
    private static final int EVENTS = 100;

    private final Frame frame;
    private final Letter letter;
    private final EventCalendar calendar;
    private final FrontDoor door;

    SiteController(Frame frame, Letter letter, EventCalendar calendar, FrontDoor door) {
        this.frame = frame;
        this.letter = letter;
        this.calendar = calendar;
        this.door = door;
    }

    @GetMapping("/{lang:ko|en}/letter/feed.xml")
    ResponseEntity<byte[]> feed(@PathVariable("lang") String lang) {
        Language language = Language.ofCode(lang);
        byte[] feed = new AtomFeed(frame.base(), language).of(frame.lab(), letter.newest(Actor.VISITOR, FEED_LENGTH));
        return body(MediaType.valueOf("application/atom+xml;charset=UTF-8"), feed);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> map() {
        Stream<String> fixed =
                Stream.of("", "/letter", "/letter/issues", "/impact", "/events", "/partners", "/researchers");
        Stream<String> letters = Stream.concat(
                letter.issues(Actor.VISITOR).stream().map(IssueHead::slug).map(slug -> "/letter/issues/" + slug),
                letter.newest(Actor.VISITOR, 200).stream().map(StoryCard::slug).map(slug -> "/letter/" + slug));
        Stream<String> events = Stream.concat(
                        calendar.upcoming(Actor.VISITOR, EVENTS).stream(),
                        calendar.pastYears(Actor.VISITOR).stream()
                                .flatMap(year -> calendar.past(Actor.VISITOR, year).stream()))
                .map(LabEvent::slug)
                .map(slug -> "/events/" + slug);
        Lobby lobby = door.lobby(Actor.VISITOR);
        Stream<String> people = Stream.concat(
                lobby.subProjects().stream().map(subProject -> "/sub-projects/" + subProject.number()),
                lobby.partners().stream().map(partner -> "/partners/" + partner.slug()));
        List<String> paths =
                Stream.of(fixed, letters, events, people).flatMap(each -> each).toList();
        return body(MediaType.valueOf("application/xml;charset=UTF-8"), new SiteMap(frame.base()).of(paths));
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        String rules = """
                User-agent: *
                Allow: /$
                Allow: /ko
                Allow: /en
                Allow: /letter
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

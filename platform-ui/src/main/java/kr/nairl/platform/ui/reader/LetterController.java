package kr.nairl.platform.ui.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.newsletter.IssuePage;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The newsletter: the latest issue, all issues, one issue, one story, and the Impact stories of all issues. */
@Controller
@RequestMapping("/{lang:ko|en}")
class LetterController {

    private final Frame frame;
    private final Letter letter;

    LetterController(Frame frame, Letter letter) {
        this.frame = frame;
        this.letter = letter;
    }

    @GetMapping("/letter")
    String latest(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        Optional<IssuePage> issue = letter.latest(Actor.VISITOR);
        if (issue.isPresent()) {
            return issue(language, issue.get(), "/letter", model);
        }
        Words words = new Words(language);
        frame.around(model, language, "/letter", words.say("nav.letter"), words.say("letter.none"), null);
        return "reader/letter-none";
    }

    @GetMapping("/letter/issues")
    String issues(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        model.addAttribute("issues", letter.issues(Actor.VISITOR));
        frame.around(model, language, "/letter/issues", words.say("issues.title"), words.say("issues.lead"), null);
        return "reader/issues";
    }

    @GetMapping("/letter/issues/{slug}")
    String issue(@PathVariable("lang") String lang, @PathVariable("slug") String slug, Model model) {
        return issue(Language.ofCode(lang), letter.issue(Actor.VISITOR, slug), "/letter/issues/" + slug, model);
    }

    @GetMapping("/letter/{story}")
    String story(@PathVariable("lang") String lang, @PathVariable("story") String slug, Model model) {
        Language language = Language.ofCode(lang);
        StoryPage story = letter.story(Actor.VISITOR, slug);
        model.addAttribute("story", story);
        frame.around(
                model,
                language,
                "/letter/" + slug,
                story.card().title().text(language),
                story.card().lead().isEmpty()
                        ? story.body().text(language)
                        : story.card().lead().text(language),
                article(language, story));
        return "reader/story";
    }

    @GetMapping("/impact")
    String impact(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        model.addAttribute("stories", letter.impact(Actor.VISITOR));
        frame.around(model, language, "/impact", words.say("impact.title"), words.say("impact.lead"), null);
        return "reader/impact";
    }

    private String issue(Language language, IssuePage issue, String path, Model model) {
        model.addAttribute("issue", issue);
        model.addAttribute("cover", cover(issue));
        frame.around(
                model,
                language,
                path,
                issue.title().text(language) + " " + issue.head().volume(),
                issue.head().intro().text(language),
                null);
        return "reader/issue";
    }

    /** The story that opens an issue: what a partner does with the research, or else what comes first. */
    private static @Nullable StoryCard cover(IssuePage issue) {
        List<StoryCard> all = issue.stories();
        return all.stream()
                .filter(story -> story.section() == Section.IMPACT)
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    private Map<String, Object> article(Language language, StoryPage story) {
        LabFront lab = frame.lab();
        Map<String, Object> publisher =
                Map.of("@type", "Organization", "name", lab.name().text(language));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", "Article");
        facts.put("headline", story.card().title().text(language));
        facts.put("description", story.card().lead().text(language));
        facts.put("inLanguage", story.body().in(language).language().code());
        facts.put("datePublished", story.card().publishedAt().toString());
        facts.put("dateModified", story.card().updatedAt().toString());
        facts.put(
                "url",
                frame.base() + "/" + language.code() + "/letter/" + story.card().slug());
        facts.put("author", publisher);
        facts.put("publisher", publisher);
        facts.put(
                "isPartOf",
                Map.of("@type", "PublicationIssue", "name", story.card().volume()));
        facts.put(
                "about",
                story.card().organisations().stream()
                        .map(about -> Map.of(
                                "@type", "Organization", "name", about.name().text(language)))
                        .toList());
        return facts;
    }
}

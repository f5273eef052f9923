package kr.nairl.platform.ui.reader;

import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.newsletter.IssuePage;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryCard;
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
    private final StoryPages pages;

    LetterController(Frame frame, Letter letter, StoryPages pages) {
        this.frame = frame;
        this.pages = pages;
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
        return pages.show(Language.ofCode(lang), letter.story(Actor.VISITOR, slug), model);
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
}

package kr.nairl.platform.ui.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.shared.Language;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How one story fills its page: the same for its readers and for the editor who proofs it. */
@Component
class StoryPages {

    private final Frame frame;

    StoryPages(Frame frame) {
        this.frame = frame;
    }

    /** Fills the model and names the page. */
    String show(Language language, StoryPage story, Model model) {
        model.addAttribute("story", story);
        frame.around(
                model,
                language,
                "/letter/" + story.card().slug(),
                story.card().title().text(language),
                story.card().lead().isEmpty()
                        ? story.body().text(language)
                        : story.card().lead().text(language),
                article(language, story));
        return "reader/story";
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

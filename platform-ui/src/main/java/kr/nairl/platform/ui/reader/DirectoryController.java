package kr.nairl.platform.ui.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.research.ResearcherPage;
import kr.nairl.platform.core.research.SubProjectPage;
import kr.nairl.platform.core.research.SubProjects;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Partners, researchers and sub-projects as anybody may read them: what is public, asked for as a visitor. */
@Controller
@RequestMapping("/{lang:ko|en}")
class DirectoryController {

    private static final int LONGEST_TEXT = 100;

    private final Frame frame;
    private final PartnerDirectory partners;
    private final ResearcherDirectory researchers;
    private final SubProjects subProjects;
    private final Letter letter;

    DirectoryController(
            Frame frame,
            PartnerDirectory partners,
            ResearcherDirectory researchers,
            SubProjects subProjects,
            Letter letter) {
        this.frame = frame;
        this.partners = partners;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.letter = letter;
    }

    /** @param q part of a name or sector in either script, or initial consonants */
    @GetMapping("/partners")
    String partners(
            @PathVariable("lang") String lang, @RequestParam(name = "q", defaultValue = "") String q, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        String text = shortened(q);
        model.addAttribute("q", text);
        model.addAttribute(
                "cards",
                partners.search(
                                Actor.VISITOR,
                                new OrganisationFilter(text, Set.of(), true, null),
                                PageRequest.first(PageRequest.MAX_LIMIT))
                        .items());
        frame.around(model, language, "/partners", words.say("partners.title"), words.say("partners.lead"), null);
        return "reader/partners";
    }

    @GetMapping("/partners/{slug}")
    String partner(@PathVariable("lang") String lang, @PathVariable("slug") String slug, Model model) {
        Language language = Language.ofCode(lang);
        OrganisationProfile profile = partners.profile(Actor.VISITOR, slug);
        model.addAttribute("profile", profile);
        model.addAttribute("stories", letter.about(Actor.VISITOR, profile.id()));
        Map<String, Object> facts = facts("Organization", profile.name().text(language));
        facts.put("url", frame.base() + "/" + lang + "/partners/" + slug);
        if (profile.website() != null) {
            facts.put("sameAs", profile.website());
        }
        facts.put("description", profile.summary().text(language));
        frame.around(
                model,
                language,
                "/partners/" + slug,
                profile.name().text(language),
                profile.summary().text(language),
                facts);
        return "reader/partner";
    }

    /** @param q part of a name in either script, a topic, or initial consonants */
    @GetMapping("/researchers")
    String researchers(
            @PathVariable("lang") String lang, @RequestParam(name = "q", defaultValue = "") String q, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        String text = shortened(q);
        model.addAttribute("q", text);
        model.addAttribute(
                "cards",
                researchers
                        .search(
                                Actor.VISITOR,
                                ResearcherFilter.ALL.withText(text),
                                PageRequest.first(PageRequest.MAX_LIMIT))
                        .items());
        frame.around(
                model, language, "/researchers", words.say("researchers.title"), words.say("researchers.lead"), null);
        return "reader/researchers";
    }

    @GetMapping("/researchers/{slug}")
    String researcher(@PathVariable("lang") String lang, @PathVariable("slug") String slug, Model model) {
        Language language = Language.ofCode(lang);
        ResearcherPage researcher = researchers.page(Actor.VISITOR, slug);
        model.addAttribute("researcher", researcher);
        model.addAttribute(
                "stories", letter.about(Actor.VISITOR, researcher.card().id()));
        Map<String, Object> facts = facts("Person", researcher.card().name().text(language));
        facts.put("url", frame.base() + "/" + lang + "/researchers/" + slug);
        facts.put("jobTitle", researcher.card().headline().text(language));
        frame.around(
                model,
                language,
                "/researchers/" + slug,
                researcher.card().name().text(language),
                researcher.card().headline().text(language),
                facts);
        return "reader/researcher";
    }

    @GetMapping("/sub-projects/{number:[0-9]{1,2}}")
    String subProject(@PathVariable("lang") String lang, @PathVariable("number") int number, Model model) {
        Language language = Language.ofCode(lang);
        SubProjectPage subProject = subProjects.page(Actor.VISITOR, number);
        model.addAttribute("project", subProject);
        model.addAttribute(
                "stories", letter.about(Actor.VISITOR, subProject.name().id()));
        Map<String, Object> facts =
                facts("ResearchProject", subProject.name().title().text(language));
        facts.put("url", frame.base() + "/" + lang + "/sub-projects/" + number);
        facts.put(
                "member",
                subProject.researchers().stream()
                        .map(card ->
                                Map.of("@type", "Person", "name", card.name().text(language)))
                        .toList());
        frame.around(
                model,
                language,
                "/sub-projects/" + number,
                new Words(language)
                        .say(
                                "subProject.named",
                                number,
                                subProject.name().title().text(language)),
                subProject.summary().text(language),
                facts);
        return "reader/sub-project";
    }

    private static Map<String, Object> facts(String type, String name) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("@context", "https://schema.org");
        facts.put("@type", type);
        facts.put("name", name);
        return facts;
    }

    private static String shortened(String typed) {
        String text = typed.strip();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}

package kr.nairl.platform.ui.reader;

import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.lab.FrontDoor;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.json.JsonMapper;

/** What stands around every public page: the lab's name and colour, the navigation, the page's description. */
@Component
class Frame {

    /** A lab that is not set up yet. */
    private static final LabFront UNNAMED = new LabFront(
            "Lab",
            LocalizedText.of(null, "Lab"),
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            List.of(),
            "#1d4ed8");

    private final FrontDoor door;
    private final JsonMapper json;
    private final String base;

    Frame(FrontDoor door, JsonMapper json, @Value("${platform.url:http://localhost:8080}") String base) {
        this.door = door;
        this.json = json;
        this.base = base.replaceAll("/+$", "");
    }

    /** The platform's own address, without a slash at its end. */
    String base() {
        return base;
    }

    /** The lab's front, or a stand-in until there is one. */
    LabFront lab() {
        return door.lab(Actor.VISITOR).orElse(UNNAMED);
    }

    /**
     * Puts the page's frame into the model.
     *
     * @param path the page's address after the language
     * @param title of the page alone; null for the front page, which is called after the lab
     * @param facts for machines, in schema.org's words; null for none
     */
    void around(
            Model model,
            Language language,
            String path,
            @Nullable String title,
            String description,
            @Nullable Map<String, Object> facts) {
        around(model, lab(), language, path, title, description, facts);
    }

    /** As above, for a page that has something to say when the lab itself cannot be read. */
    void aroundTrouble(Model model, Language language, String title, String description) {
        around(model, UNNAMED, language, "", title, description, null);
    }

    private void around(
            Model model,
            LabFront lab,
            Language language,
            String path,
            @Nullable String title,
            String description,
            @Nullable Map<String, Object> facts) {
        model.addAttribute("lab", lab);
        model.addAttribute("w", new Words(language));
        String name = lab.name().text(language);
        model.addAttribute(
                "page",
                new ReaderPage(
                        language,
                        base,
                        path,
                        title == null ? name : title + " · " + lab.acronym(),
                        ReaderPage.brief(description),
                        facts == null ? null : embedded(facts)));
    }

    /** JSON that cannot end the script element it stands in. */
    private String embedded(Map<String, Object> facts) {
        return json.writeValueAsString(facts)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}

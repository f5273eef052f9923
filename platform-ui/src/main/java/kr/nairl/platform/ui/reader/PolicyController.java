package kr.nairl.platform.ui.reader;

import java.util.List;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.core.privacy.Retention;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is kept of people, for what, how long, and what they may ask for. */
@Controller
class PolicyController {

    static final String PATH = "/privacy";

    private static final List<String> PARTS = List.of("kept", "used", "given", "rights", "safe", "contact");

    private final Frame frame;
    private final Retention retention;

    PolicyController(Frame frame, Retention retention) {
        this.frame = frame;
        this.retention = retention;
    }

    @GetMapping("/{lang:ko|en}" + PATH)
    String policy(@PathVariable("lang") String lang, Model model) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        model.addAttribute("version", Purpose.USE.version());
        model.addAttribute("parts", PARTS);
        model.addAttribute("schedule", retention.schedule(Actor.VISITOR));
        frame.around(model, language, PATH, words.say("policy.title"), words.say("policy.lead"), null);
        return "reader/privacy";
    }
}

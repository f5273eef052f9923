package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.nairl.platform.core.admission.Admissions;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Becoming a partner, for people without an account: the form, and what the link in the mail leads to. Nothing is
 * changed by opening a page, because mail programs open links too; nothing here may be kept by a cache.
 */
@Controller
@RequestMapping("/{lang:ko|en}" + AdmissionController.PLACE)
class AdmissionController {

    static final String PLACE = "/become-a-partner";
    private static final String FORM = "reader/become-a-partner";
    private static final String MINE = "reader/application";

    private final Frame frame;
    private final Admissions admissions;

    AdmissionController(Frame frame, Admissions admissions) {
        this.frame = frame;
        this.admissions = admissions;
    }

    @GetMapping
    String form(@PathVariable("lang") String lang, Model model, HttpServletResponse response) {
        Language language = Language.ofCode(lang);
        return form(model, response, language, AdmissionForm.empty(language), List.of(), false);
    }

    @PostMapping
    String apply(
            @PathVariable("lang") String lang,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Language.ofCode(lang);
        AdmissionForm form = AdmissionForm.of(fields);
        if (form.isTrapped()) {
            // A program that fills every field is told what a person is told, and nothing happens.
            return redirect(response, language, "/sent");
        }
        try {
            return switch (admissions.begin(form.draft(language), request.getRemoteAddr())) {
                case MAILED -> redirect(response, language, "/sent");
                case TOO_MANY -> {
                    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                    yield form(model, response, language, form, List.of(), true);
                }
            };
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, response, language, form, refused.violations(), false);
        }
    }

    @GetMapping("/sent")
    String sent(@PathVariable("lang") String lang, Model model, HttpServletResponse response) {
        Language language = Language.ofCode(lang);
        Words words = new Words(language);
        unkept(response);
        frame.around(
                model, language, PLACE + "/sent", words.say("apply.sent.title"), words.say("apply.sent.lead"), null);
        model.addAttribute("unlisted", true);
        return "reader/application-sent";
    }

    @GetMapping("/{token:[A-Za-z0-9_-]{43}}")
    String mine(
            @PathVariable("lang") String lang,
            @PathVariable("token") String token,
            Model model,
            HttpServletResponse response) {
        return mine(Language.ofCode(lang), token, model, response, "", List.of(), false);
    }

    @PostMapping("/{token:[A-Za-z0-9_-]{43}}/{step:confirm|answer|withdraw}")
    String step(
            @PathVariable("lang") String lang,
            @PathVariable("token") String token,
            @PathVariable("step") String step,
            @RequestParam(name = "words", defaultValue = "") String typed,
            Model model,
            HttpServletResponse response) {
        Language language = Language.ofCode(lang);
        String words = AdmissionForm.readable(typed);
        try {
            Admissions.Answer answer = switch (step) {
                case "confirm" -> admissions.confirm(token);
                case "answer" -> admissions.answer(token, words);
                default -> admissions.withdraw(token);
            };
            return switch (answer) {
                case DONE, NO_SUCH_LINK -> redirect(response, language, "/" + token);
                // What was typed is shown again beside what happened meanwhile; a second click is shown how things
                // stand.
                case TOO_LATE ->
                    words.isBlank()
                            ? redirect(response, language, "/" + token)
                            : mine(language, token, model, response, words, List.of(), true);
            };
        } catch (InvalidInputException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return mine(language, token, model, response, words, refused.violations(), false);
        }
    }

    private String form(
            Model model,
            HttpServletResponse response,
            Language language,
            AdmissionForm form,
            List<Violation> violations,
            boolean tooMany) {
        Words words = new Words(language);
        unkept(response);
        model.addAttribute("form", form);
        model.addAttribute("faults", new FormFaults(words, violations));
        model.addAttribute("tooMany", tooMany);
        model.addAttribute("countries", AdmissionForm.countries(language));
        frame.around(model, language, PLACE, words.say("apply.title"), words.say("apply.lead"), null);
        return FORM;
    }

    private String mine(
            Language language,
            String token,
            Model model,
            HttpServletResponse response,
            String words,
            List<Violation> violations,
            boolean late) {
        Words say = new Words(language);
        unkept(response);
        Optional<Admissions.Mine> mine = admissions.mine(token);
        model.addAttribute("unlisted", true);
        model.addAttribute("token", token);
        model.addAttribute("mine", mine.orElse(null));
        model.addAttribute("typed", words);
        model.addAttribute("faults", new FormFaults(say, violations));
        model.addAttribute("late", late);
        frame.around(model, language, PLACE + "/" + token, say.say("application.title"), "", null);
        if (mine.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return MINE;
    }

    private static String redirect(HttpServletResponse response, Language language, String path) {
        unkept(response);
        return "redirect:/" + language.code() + PLACE + path;
    }

    private static void unkept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}

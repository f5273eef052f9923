package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletResponse;
import kr.nairl.platform.core.federation.EmailDomains;
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
 * Where a domain's keeper confirms whose it is, without an account. Nothing is changed by opening the page, because mail
 * programs open links too.
 */
@Controller
@RequestMapping("/{lang:ko|en}" + DomainController.PLACE + "/{token:[A-Za-z0-9_-]{43}}")
class DomainController {

    static final String PLACE = "/domain";
    private static final String PAGE = "reader/domain";

    private final Frame frame;
    private final EmailDomains domains;

    DomainController(Frame frame, EmailDomains domains) {
        this.frame = frame;
        this.domains = domains;
    }

    @GetMapping
    String ask(
            @PathVariable("lang") String lang,
            @PathVariable("token") String token,
            @RequestParam(name = "done", required = false) String done,
            Model model,
            HttpServletResponse response) {
        EmailDomains.Mailed asked = domains.mailed(token).orElse(null);
        if (asked == null && done == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return page(Language.ofCode(lang), token, asked, done == null ? "gone" : "done", model, response);
    }

    @PostMapping
    String confirm(
            @PathVariable("lang") String lang,
            @PathVariable("token") String token,
            Model model,
            HttpServletResponse response) {
        return switch (domains.confirm(token)) {
            case PROVED -> {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                yield "redirect:/" + lang + PLACE + "/" + token + "?done";
            }
            case NOTHING_FOUND -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                yield page(Language.ofCode(lang), token, null, "gone", model, response);
            }
            case TAKEN -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(Language.ofCode(lang), token, null, "taken", model, response);
            }
        };
    }

    private String page(
            Language language,
            String token,
            EmailDomains.@org.jspecify.annotations.Nullable Mailed asked,
            String end,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("unlisted", true);
        model.addAttribute("token", token);
        model.addAttribute("asked", asked);
        model.addAttribute("end", end);
        frame.around(model, language, PLACE + "/" + token, new Words(language).say("domain.title"), "", null);
        return PAGE;
    }
}

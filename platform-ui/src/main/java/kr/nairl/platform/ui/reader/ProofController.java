package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletResponse;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.newsletter.ProofDesk;
import kr.nairl.platform.core.newsletter.StoryId;
import kr.nairl.platform.core.newsletter.StoryPage;
import kr.nairl.platform.core.shared.AuthorityEndedException;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A story exactly as the public page will show it, for signed-in editors and lab managers. To everybody else there is no
 * such page. The one page here that is not asked for as a visitor, and that nobody may keep.
 */
@Controller
class ProofController {

    private final ProofDesk proofs;
    private final StoryPages pages;
    private final CurrentActor current;
    private final AccessRecord record;

    ProofController(ProofDesk proofs, StoryPages pages, CurrentActor current, AccessRecord record) {
        this.proofs = proofs;
        this.pages = pages;
        this.current = current;
        this.record = record;
    }

    @GetMapping(Proof.ROOT + "/{lang:ko|en}/{id}")
    String proof(
            @PathVariable("lang") String lang,
            @PathVariable("id") String asked,
            HttpServletResponse response,
            Model model) {
        response.setHeader(ReaderPolicy.HEADER, ReaderPolicy.CONTENT);
        StoryId id = id(asked);
        try {
            StoryPage story = proofs.asRead(current.actor(), id);
            model.addAttribute("proof", new Proof(id));
            return pages.show(Language.ofCode(lang), story, model);
        } catch (ForbiddenException | AuthorityEndedException nobodysBusiness) {
            record.refused(current.actor(), nobodysBusiness);
            throw new NotFoundException("no proof " + id);
        }
    }

    private static StoryId id(String asked) {
        try {
            return StoryId.of(asked);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException("no proof " + asked);
        }
    }
}

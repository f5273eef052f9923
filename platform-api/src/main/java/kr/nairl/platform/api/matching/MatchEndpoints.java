package kr.nairl.platform.api.matching;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Matching;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "matches")
class MatchEndpoints {

    private final Matching matching;
    private final ResearcherDirectory researchers;
    private final CurrentActor current;

    MatchEndpoints(Matching matching, ResearcherDirectory researchers, CurrentActor current) {
        this.matching = matching;
        this.researchers = researchers;
        this.current = current;
    }

    @GetMapping("/interests/{id}/matches")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR, Role.LAB_MANAGER})
    @Operation(summary = "Researchers and research areas that fit an interest, with reasons")
    MatchesBody forInterest(@PathVariable InterestId id, @RequestParam(defaultValue = "10") int limit) {
        return MatchesBody.of(matching.forInterest(current.actor(), id, atMost(limit)));
    }

    @GetMapping("/researchers/{slug}/matches")
    @Reach({Role.RESEARCHER, Role.LAB_MANAGER})
    @Operation(summary = "Open interests that fit a researcher, with reasons")
    MatchesBody forResearcher(@PathVariable String slug, @RequestParam(defaultValue = "10") int limit) {
        Actor actor = current.actor();
        return MatchesBody.of(matching.forResearcher(
                actor, researchers.page(actor, slug).card().id(), atMost(limit)));
    }

    private static int atMost(int limit) {
        if (limit < 1 || limit > Matching.MAX_ROWS) {
            throw new InvalidInputException("limit", "page", Matching.MAX_ROWS);
        }
        return limit;
    }
}

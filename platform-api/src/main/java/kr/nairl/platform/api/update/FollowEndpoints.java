package kr.nairl.platform.api.update;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import kr.nairl.platform.api.research.SubProjectNumbers;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.update.Follows;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/follows")
@Tag(name = "updates")
class FollowEndpoints {

    private final Follows follows;
    private final ResearcherDirectory researchers;
    private final SubProjectNumbers numbers;
    private final CurrentActor current;

    FollowEndpoints(Follows follows, ResearcherDirectory researchers, SubProjectNumbers numbers, CurrentActor current) {
        this.follows = follows;
        this.researchers = researchers;
        this.numbers = numbers;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "What the caller follows")
    UpdateBody.Follows list() {
        return UpdateBody.Follows.of(follows.list(current.actor()));
    }

    @PutMapping("/sub-projects/{number}")
    @Reach
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow a sub-project")
    void followSubProject(@PathVariable int number) {
        Actor actor = current.actor();
        follows.follow(actor, numbers.id(actor, number));
    }

    @DeleteMapping("/sub-projects/{number}")
    @Reach
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop following a sub-project")
    void unfollowSubProject(@PathVariable int number) {
        Actor actor = current.actor();
        follows.unfollow(actor, numbers.id(actor, number));
    }

    @PutMapping("/researchers/{slug}")
    @Reach
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow a researcher")
    void followResearcher(@PathVariable String slug) {
        Actor actor = current.actor();
        follows.follow(actor, researcher(actor, slug));
    }

    @DeleteMapping("/researchers/{slug}")
    @Reach
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop following a researcher")
    void unfollowResearcher(@PathVariable String slug) {
        Actor actor = current.actor();
        follows.unfollow(actor, researcher(actor, slug));
    }

    private ResearcherId researcher(Actor actor, String slug) {
        return researchers.page(actor, slug).card().id();
    }
}

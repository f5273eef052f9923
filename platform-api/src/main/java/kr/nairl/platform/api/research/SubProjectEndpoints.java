package kr.nairl.platform.api.research;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.SubProjects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sub-projects")
@Tag(name = "sub-projects")
class SubProjectEndpoints {

    private final SubProjects subProjects;
    private final CurrentActor current;

    SubProjectEndpoints(SubProjects subProjects, CurrentActor current) {
        this.subProjects = subProjects;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "All sub-projects by number")
    List<SubProjectBody> list() {
        return subProjects.all(current.actor()).stream().map(SubProjectBody::of).toList();
    }

    @GetMapping("/{number}")
    @Reach
    @Operation(summary = "One sub-project with its areas, people and latest results")
    SubProjectBody.Page one(@PathVariable int number) {
        return SubProjectBody.Page.of(subProjects.page(current.actor(), number));
    }
}

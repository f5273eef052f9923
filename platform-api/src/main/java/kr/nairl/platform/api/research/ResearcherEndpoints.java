package kr.nairl.platform.api.research;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/researchers")
@Tag(name = "researchers")
class ResearcherEndpoints {

    private final ResearcherDirectory directory;
    private final SubProjectNumbers numbers;
    private final CurrentActor current;

    ResearcherEndpoints(ResearcherDirectory directory, SubProjectNumbers numbers, CurrentActor current) {
        this.directory = directory;
        this.numbers = numbers;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "Researchers by name; text may be initial consonants")
    CursorPage<ResearcherBody> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Integer subProject,
            @RequestParam(defaultValue = "false") boolean acceptingOnly,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Actor actor = current.actor();
        PageRequest request = CursorPage.request(cursor, limit);
        return CursorPage.of(
                directory.search(
                        actor,
                        new ResearcherFilter(
                                text,
                                subProject == null ? Set.of() : Set.of(numbers.id(actor, subProject)),
                                null,
                                null,
                                acceptingOnly),
                        request),
                request,
                ResearcherBody::of);
    }

    @GetMapping("/{slug}")
    @Reach
    @Operation(summary = "One researcher with areas and results")
    ResearcherPageBody one(@PathVariable String slug) {
        return ResearcherPageBody.of(directory.page(current.actor(), slug));
    }
}

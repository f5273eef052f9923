package kr.nairl.platform.api.newsletter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.newsletter.IssueHead;
import kr.nairl.platform.core.newsletter.Letter;
import kr.nairl.platform.core.newsletter.StoryCard;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "stories")
class StoryEndpoints {

    private final Letter letter;
    private final CurrentActor current;

    StoryEndpoints(Letter letter, CurrentActor current) {
        this.letter = letter;
        this.current = current;
    }

    @GetMapping("/issues")
    @Reach
    @Operation(summary = "Published issues of the newsletter, newest first")
    List<StoryBody.Issue> issues() {
        return letter.issues(current.actor()).stream().map(StoryBody.Issue::of).toList();
    }

    @GetMapping("/stories")
    @Reach
    @Operation(summary = "Published stories, newest first")
    CursorPage<StoryBody> stories(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "20") int limit) {
        Actor actor = current.actor();
        PageRequest request = CursorPage.request(cursor, limit);
        int total = letter.issues(actor).stream().mapToInt(IssueHead::stories).sum();
        List<StoryCard> wanted = letter.newest(actor, request.offset() + request.limit()).stream()
                .skip(request.offset())
                .toList();
        return CursorPage.of(new Page<>(wanted, total), request, StoryBody::of);
    }

    @GetMapping("/stories/{slug}")
    @Reach
    @Operation(summary = "One story")
    StoryBody.Page story(@PathVariable String slug) {
        return StoryBody.Page.of(letter.story(current.actor(), slug));
    }
}

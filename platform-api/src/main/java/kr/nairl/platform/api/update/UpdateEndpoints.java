package kr.nairl.platform.api.update;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import kr.nairl.platform.api.research.SubProjectNumbers;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Feed;
import kr.nairl.platform.core.update.FeedFilter;
import kr.nairl.platform.core.update.UpdateDesk;
import kr.nairl.platform.core.update.UpdateId;
import kr.nairl.platform.core.update.UpdateSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/updates")
@Tag(name = "updates")
class UpdateEndpoints {

    private final Feed feed;
    private final UpdateDesk desk;
    private final SubProjectNumbers numbers;
    private final CurrentActor current;

    UpdateEndpoints(Feed feed, UpdateDesk desk, SubProjectNumbers numbers, CurrentActor current) {
        this.feed = feed;
        this.desk = desk;
        this.numbers = numbers;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "Updates, newest first")
    CursorPage<UpdateBody> list(
            @RequestParam(defaultValue = "false") boolean followedOnly,
            @RequestParam(required = false) @Nullable Integer subProject,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Actor actor = current.actor();
        PageRequest request = CursorPage.request(cursor, limit);
        FeedFilter filter =
                new FeedFilter(followedOnly, subProject == null ? null : numbers.id(actor, subProject), null, text);
        return CursorPage.of(feed.page(actor, filter, request), request, UpdateBody::of);
    }

    @GetMapping("/{id}")
    @Reach
    @Operation(summary = "One update")
    UpdateBody one(@PathVariable UpdateId id) {
        return UpdateBody.of(feed.one(current.actor(), id));
    }

    @GetMapping("/{id}/sheet")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "One's own update with the version that an edit must name")
    UpdateBody.Sheet sheet(@PathVariable UpdateId id) {
        UpdateSheet sheet = desk.sheet(current.actor(), id);
        return new UpdateBody.Sheet(
                sheet.id().value(),
                Text.of(sheet.draft().title()),
                Text.of(sheet.draft().body()),
                sheet.draft().audience(),
                sheet.version());
    }

    @PostMapping
    @Reach(Role.RESEARCHER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Post an update in one's own sub-project")
    UpdateBody post(@RequestBody UpdateBody.Write write) {
        Actor actor = current.actor();
        return UpdateBody.of(feed.one(actor, desk.post(actor, write.read())));
    }

    @PutMapping("/{id}")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "Edit one's own update")
    UpdateBody edit(@PathVariable UpdateId id, @RequestBody UpdateBody.Write write) {
        Actor actor = current.actor();
        if (write.version() == null) {
            throw new InvalidInputException("version", "required");
        }
        desk.edit(actor, id, write.version(), write.read());
        return UpdateBody.of(feed.one(actor, id));
    }

    @DeleteMapping("/{id}")
    @Reach(Role.RESEARCHER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete one's own update")
    void delete(@PathVariable UpdateId id, @RequestParam int version) {
        desk.delete(current.actor(), id, version);
    }
}

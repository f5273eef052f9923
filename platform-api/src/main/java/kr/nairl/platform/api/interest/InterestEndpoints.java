package kr.nairl.platform.api.interest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.nairl.platform.api.research.SubProjectNumbers;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.api.shared.Refused;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestDirectory;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestState;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
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
@RequestMapping("/api/v1/interests")
@Tag(name = "interests")
class InterestEndpoints {

    private final InterestDirectory directory;
    private final InterestDesk desk;
    private final SubProjectNumbers numbers;
    private final Topics topics;
    private final CurrentActor current;

    InterestEndpoints(
            InterestDirectory directory,
            InterestDesk desk,
            SubProjectNumbers numbers,
            Topics topics,
            CurrentActor current) {
        this.directory = directory;
        this.desk = desk;
        this.numbers = numbers;
        this.topics = topics;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "Open interests that the caller may see")
    CursorPage<InterestBody> open(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable CollaborationMode mode,
            @RequestParam(required = false) @Nullable Integer subProject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Actor actor = current.actor();
        PageRequest request = CursorPage.request(cursor, limit);
        InterestFilter filter =
                new InterestFilter(text, mode, subProject == null ? null : numbers.id(actor, subProject), null, null);
        return CursorPage.of(directory.search(actor, filter, request), request, InterestBody::of);
    }

    @GetMapping("/own")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "The caller's company's interests in every state")
    CursorPage<InterestBody> own(
            @RequestParam(required = false) @Nullable InterestState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        PageRequest request = CursorPage.request(cursor, limit);
        return CursorPage.of(directory.own(current.actor(), state, request), request, InterestBody::of);
    }

    @PostMapping
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a draft")
    InterestBody create(@RequestBody InterestBody.Write write) {
        Actor actor = current.actor();
        return read(actor, desk.create(actor, words(actor, write, Map.of())));
    }

    @GetMapping("/{id}")
    @Reach
    @Operation(summary = "One interest")
    InterestBody one(@PathVariable InterestId id) {
        return read(current.actor(), id);
    }

    @PutMapping("/{id}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Replace what one's own interest says")
    InterestBody edit(@PathVariable InterestId id, @RequestBody InterestBody.Write write) {
        Actor actor = current.actor();
        if (write.version() == null) {
            throw new InvalidInputException("version", "required");
        }
        desk.edit(actor, id, words(actor, write, desk.own(actor, id).words().audiences()), write.version());
        return read(actor, id);
    }

    @PostMapping("/{id}/commands")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Open, pause, close or renew; what is missing to be opened stands in the problem")
    InterestBody command(@PathVariable InterestId id, @RequestBody InterestBody.Command command) {
        Actor actor = current.actor();
        return switch (desk.apply(actor, id, command.command(), command.version())) {
            case InterestOutcome.Moved moved -> read(actor, id);
            case InterestOutcome.Refused refused ->
                throw new Refused(refused.reason(), Map.of("missing", refused.missing()));
        };
    }

    @DeleteMapping("/{id}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a draft for good")
    void delete(@PathVariable InterestId id, @RequestParam int version) {
        desk.delete(current.actor(), id, version);
    }

    @GetMapping("/{id}/history")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "What was done to one's own interest, oldest first")
    List<InterestBody.Step> history(@PathVariable InterestId id) {
        return desk.history(current.actor(), id).stream()
                .map(InterestBody.Step::of)
                .toList();
    }

    private InterestBody read(Actor actor, InterestId id) {
        return InterestBody.of(directory.page(actor, id).card());
    }

    /** @param before who sees which part now, which stays where nothing is said */
    private InterestWords words(Actor actor, InterestBody.Write write, Map<InterestField, Audience> before) {
        return new InterestWords(
                Text.read(write.title()),
                Text.read(write.need()),
                write.mode(),
                write.horizonMonths(),
                Objects.requireNonNullElse(write.budget(), BudgetBand.UNDECIDED),
                Objects.requireNonNullElse(write.audience(), Audience.MEMBERS),
                topics.ids(actor, Objects.requireNonNullElse(write.topics(), List.of())),
                numbers.ids(actor, Objects.requireNonNullElse(write.subProjects(), List.of())),
                Objects.requireNonNullElse(write.audiences(), before));
    }
}

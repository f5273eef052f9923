package kr.nairl.platform.api.collaboration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.api.research.SubProjectNumbers;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.api.shared.Refused;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.BeginOutcome;
import kr.nairl.platform.core.collaboration.Beginning;
import kr.nairl.platform.core.collaboration.DiscardOutcome;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestBox;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestFilter;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestRefusal;
import kr.nairl.platform.core.collaboration.RequestState;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/requests")
@Tag(name = "requests")
class RequestEndpoints {

    private final RequestBox box;
    private final RequestDesk desk;
    private final ResearcherDirectory researchers;
    private final SubProjectNumbers numbers;
    private final CurrentActor current;

    RequestEndpoints(
            RequestBox box,
            RequestDesk desk,
            ResearcherDirectory researchers,
            SubProjectNumbers numbers,
            CurrentActor current) {
        this.box = box;
        this.desk = desk;
        this.researchers = researchers;
        this.numbers = numbers;
        this.current = current;
    }

    @GetMapping
    @Reach({Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER, Role.LAB_MANAGER})
    @Operation(summary = "Requests that the caller's side has sent or received, newest change first")
    CursorPage<RequestBody> list(
            @RequestParam(required = false) @Nullable Set<RequestState> state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        PageRequest request = CursorPage.request(cursor, limit);
        return CursorPage.of(
                box.mine(current.actor(), new RequestFilter(state == null ? Set.of() : state, text, null), request),
                request,
                RequestBody::of);
    }

    @PostMapping
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a draft to a researcher or a sub-project")
    RequestBody.Page begin(@org.springframework.web.bind.annotation.RequestBody RequestBody.Begin begin) {
        Actor actor = current.actor();
        InterestId interest = begin.interest() == null ? null : new InterestId(begin.interest());
        return switch (desk.begin(actor, new Beginning(interest, addressee(actor, begin), begin.mode()))) {
            case BeginOutcome.Begun(var id) -> RequestBody.Page.of(box.open(actor, id));
            case BeginOutcome.Refused(var reason) -> throw new Refused(reason, Map.of());
        };
    }

    private Beginning.To addressee(Actor actor, RequestBody.Begin begin) {
        if (begin.researcher() != null && begin.subProject() == null) {
            return new Beginning.ToResearcher(
                    researchers.page(actor, begin.researcher()).card().id());
        }
        if (begin.subProject() != null && begin.researcher() == null) {
            return new Beginning.ToSubProject(numbers.id(actor, begin.subProject()));
        }
        throw new InvalidInputException("researcher", "required");
    }

    @GetMapping("/{id}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR, Role.RESEARCHER, Role.LAB_MANAGER})
    @Operation(summary = "One request with its history")
    RequestBody.Page one(@PathVariable RequestId id) {
        return RequestBody.Page.of(box.open(current.actor(), id));
    }

    @PutMapping("/{id}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Write into a draft; incomplete is fine")
    RequestBody.Page save(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Draft draft) {
        Actor actor = current.actor();
        desk.save(actor, id, draft.read(), draft.version());
        return RequestBody.Page.of(box.open(actor, id));
    }

    @DeleteMapping("/{id}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    void discard(@PathVariable RequestId id, @RequestParam int version) {
        switch (desk.discard(current.actor(), id, version)) {
            case DiscardOutcome.Discarded discarded -> {}
            case MoveOutcome.Refused(var reason) -> throw new Refused(reason, Map.of());
            case MoveOutcome.Overtaken overtaken -> throw overtaken(overtaken);
        }
    }

    @PostMapping("/{id}/send")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Send a draft")
    RequestBody.Page send(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Step step) {
        Actor actor = current.actor();
        return after(actor, id, desk.send(actor, id, step.version()));
    }

    @PostMapping("/{id}/ask")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "Ask the sender a question before deciding")
    RequestBody.Page ask(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Said said) {
        Actor actor = current.actor();
        return after(actor, id, desk.ask(actor, id, said.text(), said.version()));
    }

    @PostMapping("/{id}/answer")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Answer the addressee's question")
    RequestBody.Page answer(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Said said) {
        Actor actor = current.actor();
        return after(actor, id, desk.answer(actor, id, said.text(), said.version()));
    }

    @PostMapping("/{id}/hand-over")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "Hand over to a colleague, who decides then")
    RequestBody.Page handOver(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Pass pass) {
        Actor actor = current.actor();
        ResearcherId to = researchers.page(actor, pass.researcher()).card().id();
        return after(actor, id, desk.handOver(actor, id, to, pass.reason(), pass.text(), pass.version()));
    }

    @PostMapping("/{id}/accept")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "Accept")
    RequestBody.Page accept(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Step step) {
        Actor actor = current.actor();
        return after(actor, id, desk.accept(actor, id, step.text(), step.version()));
    }

    @PostMapping("/{id}/decline")
    @Reach(Role.RESEARCHER)
    @Operation(summary = "Decline with a reason")
    RequestBody.Page decline(
            @PathVariable RequestId id,
            @org.springframework.web.bind.annotation.RequestBody RequestBody.Decline decline) {
        Actor actor = current.actor();
        return after(actor, id, desk.decline(actor, id, decline.reason(), decline.text(), decline.version()));
    }

    @PostMapping("/{id}/withdraw")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR})
    @Operation(summary = "Take a request back before it is decided")
    RequestBody.Page withdraw(
            @PathVariable RequestId id, @org.springframework.web.bind.annotation.RequestBody RequestBody.Step step) {
        Actor actor = current.actor();
        return after(actor, id, desk.withdraw(actor, id, step.text(), step.version()));
    }

    private RequestBody.Page after(Actor actor, RequestId id, MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Moved moved -> RequestBody.Page.of(box.open(actor, id));
            case MoveOutcome.Refused(var reason) -> throw new Refused(reason, Map.of());
            case MoveOutcome.Overtaken overtaken -> throw overtaken(overtaken);
        };
    }

    /** Somebody of the same side was faster. */
    private static Refused overtaken(MoveOutcome.Overtaken overtaken) {
        return new Refused(
                RequestRefusal.ALREADY_DECIDED,
                Map.of("state", overtaken.current().name()));
    }
}

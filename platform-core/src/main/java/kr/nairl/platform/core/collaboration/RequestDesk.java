package kr.nairl.platform.core.collaboration;

import java.time.Clock;
import java.time.Instant;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the two sides of a request write, send and answer it.
 *
 * <p>Every step takes the version that the caller saw, so of several people who act at once exactly one wins; the others
 * are told by whom they were overtaken. A request that the actor is no side of is not found; a lab manager, who sees
 * that it exists, is forbidden to touch it.
 */
@Component
public class RequestDesk {

    private final Transactions transactions;
    private final Requests requests;
    private final RequestMoves moves;
    private final Changes changes;
    private final Clock clock;

    RequestDesk(Transactions transactions, Requests requests, RequestMoves moves, Changes changes, Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.moves = moves;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Starts a draft for the organisation acted for. Whoever begins the same again, as by going back and forth in the
     * browser, gets the draft that is there as long as nothing was written in it.
     *
     * @throws ForbiddenException for anybody but a member or administrator
     * @throws NotFoundException when the addressee does not exist or the interest is not the organisation's own
     */
    public BeginOutcome begin(Actor actor, Beginning beginning) {
        Actor.Person author = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> {
            if (beginning.interest() != null && !requests.isInterestOf(beginning.interest(), author.organisation())) {
                throw new NotFoundException("interest " + beginning.interest());
            }
            RequestAddressee addressee = switch (beginning.to()) {
                case Beginning.ToResearcher to ->
                    requests.addressee(to.researcher())
                            .orElseThrow(() -> new NotFoundException("researcher " + to.researcher()));
                case Beginning.ToSubProject to ->
                    requests.addressee(to.subProject())
                            .orElseThrow(() -> new NotFoundException("sub-project " + to.subProject()));
            };
            return addressee
                    .closedTo(author.id())
                    .<BeginOutcome>map(BeginOutcome.Refused::new)
                    .orElseGet(() -> {
                        Request draft =
                                Request.begin(RequestId.fresh(), author, addressee, beginning.mode(), clock.instant());
                        return new BeginOutcome.Begun(
                                requests.untouched(draft, beginning.interest()).orElseGet(() -> {
                                    requests.begin(draft, beginning.interest());
                                    return draft.id();
                                }));
                    });
        });
    }

    /**
     * Starts a draft with the words of an earlier request of the organisation acted for, to somebody else.
     *
     * @throws ForbiddenException for anybody but a member or administrator
     * @throws NotFoundException when that organisation sent no such request, or there is no such researcher
     */
    public BeginOutcome beginAgain(Actor actor, RequestId id, ResearcherId to) {
        Actor.Person author = actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        return transactions.write(actor, () -> {
            Request earlier = requests.find(id)
                    .filter(found -> found.sideOf(actor) == RequestSide.SENDER)
                    .orElseThrow(() -> new NotFoundException("request " + id));
            RequestAddressee addressee =
                    requests.addressee(to).orElseThrow(() -> new NotFoundException("researcher " + to));
            return addressee
                    .closedTo(author.id())
                    .<BeginOutcome>map(BeginOutcome.Refused::new)
                    .orElseGet(() -> {
                        Instant now = clock.instant();
                        Request draft = Request.begin(
                                RequestId.fresh(),
                                author,
                                addressee,
                                earlier.draft().mode(),
                                now);
                        requests.begin(draft, requests.interestOf(id).orElse(null));
                        if (!requests.save(draft.written(earlier.draft(), now), draft.version())) {
                            throw new IllegalStateException("the draft just begun is gone");
                        }
                        return new BeginOutcome.Begun(draft.id());
                    });
        });
    }

    /**
     * Keeps the words of a draft, complete or not.
     *
     * @return the version to give next time
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming each field that is too long
     * @throws StaleException when it was saved or sent by somebody else since
     */
    public int save(Actor actor, RequestId id, RequestDraft draft, int version) {
        actor.require(Role.MEMBER, Role.ADMINISTRATOR);
        draft.refuseOverlong();
        return transactions.write(actor, () -> {
            Request request = mine(actor, id);
            if (request.version() != version) {
                throw new StaleException("request " + id);
            }
            if (!request.isEditableBy(actor)) {
                throw new ForbiddenException("only a draft of one's own organisation is edited");
            }
            Request written = request.written(draft, clock.instant());
            if (!requests.save(written, version)) {
                throw new StaleException("request " + id);
            }
            changes.announce(Changes.Kind.REQUEST, id.value());
            return written.version();
        });
    }

    /**
     * Sends a draft to its addressee.
     *
     * @throws kr.nairl.platform.core.shared.InvalidInputException naming each field that is missing or too short
     */
    public MoveOutcome send(Actor actor, RequestId id, int version) {
        return move(actor, id, version, new RequestCommand.Send());
    }

    /** Asks the sender something first; the text is required. */
    public MoveOutcome ask(Actor actor, RequestId id, String text, int version) {
        return move(actor, id, version, new RequestCommand.Ask(text));
    }

    /** Answers the addressee's question; the text is required. */
    public MoveOutcome answer(Actor actor, RequestId id, String text, int version) {
        return move(actor, id, version, new RequestCommand.Answer(text));
    }

    /**
     * Passes it on to a colleague, who decides then; the actor still sees what becomes of it, without confidential words.
     *
     * @throws NotFoundException when the colleague does not exist
     */
    public MoveOutcome handOver(
            Actor actor, RequestId id, ResearcherId to, HandOverReason reason, @Nullable String text, int version) {
        actor.require(Role.RESEARCHER);
        return transactions.write(
                actor,
                () -> move(
                        actor,
                        id,
                        version,
                        new RequestCommand.HandOver(
                                requests.addressee(to).orElseThrow(() -> new NotFoundException("researcher " + to)),
                                reason,
                                text)));
    }

    /** Says yes. */
    public MoveOutcome accept(Actor actor, RequestId id, @Nullable String text, int version) {
        return move(actor, id, version, new RequestCommand.Accept(text));
    }

    /** Says no. */
    public MoveOutcome decline(Actor actor, RequestId id, DeclineReason reason, @Nullable String text, int version) {
        return move(actor, id, version, new RequestCommand.Decline(reason, text));
    }

    /** Takes back what was sent. */
    public MoveOutcome withdraw(Actor actor, RequestId id, @Nullable String text, int version) {
        return move(actor, id, version, new RequestCommand.Withdraw(text));
    }

    /** Throws a draft away. */
    public DiscardOutcome discard(Actor actor, RequestId id, int version) {
        actor.requirePerson();
        return transactions.write(actor, () -> {
            Request request = mine(actor, id);
            if (request.version() != version) {
                return overtaken(request);
            }
            if (!request.isEditableBy(actor)) {
                return new MoveOutcome.Refused(
                        request.sideOf(actor) == RequestSide.SENDER
                                ? RequestRefusal.NOT_NOW
                                : RequestRefusal.NOT_YOUR_STEP);
            }
            if (!requests.discard(id, version)) {
                return overtaken(mine(actor, id));
            }
            changes.announce(Changes.Kind.REQUEST, id.value());
            return new DiscardOutcome.Discarded();
        });
    }

    private MoveOutcome move(Actor actor, RequestId id, int version, RequestCommand command) {
        actor.requirePerson();
        return transactions.write(actor, () -> {
            Request request = mine(actor, id);
            if (request.version() != version) {
                return overtaken(request);
            }
            Instant now = clock.instant();
            return switch (request.apply(command, actor, now)) {
                case Request.Outcome.Refused(RequestRefusal reason) -> {
                    if (reason == RequestRefusal.INCOMPLETE) {
                        // The same verdict, field by field, for the form.
                        request.draft().refuseIncomplete();
                    }
                    yield new MoveOutcome.Refused(reason);
                }
                case Request.Outcome.Moved moved -> {
                    if (!moves.write(actor, moved, version)) {
                        yield overtaken(mine(actor, id));
                    }
                    yield new MoveOutcome.Moved(
                            moved.request().state(), moved.request().version());
                }
            };
        });
    }

    private Request mine(Actor actor, RequestId id) {
        Request request = requests.find(id).orElseThrow(() -> new NotFoundException("request " + id));
        return switch (request.sideOf(actor)) {
            case SENDER, ADDRESSEE -> request;
            case CLOCK, OUTSIDE -> {
                if (actor.has(Role.LAB_MANAGER) && request.state() != RequestState.DRAFT) {
                    throw new ForbiddenException("a lab manager is no side of request " + id);
                }
                if (requests.wasPassedOnBy(actor.requirePerson().id(), id)) {
                    throw new ForbiddenException("request " + id + " was passed on to somebody else");
                }
                throw new NotFoundException("request " + id);
            }
        };
    }

    private MoveOutcome.Overtaken overtaken(Request current) {
        return new MoveOutcome.Overtaken(
                current.state(), requests.lastMover(current.id()).orElse(null));
    }
}

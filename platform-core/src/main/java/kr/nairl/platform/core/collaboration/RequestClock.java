package kr.nairl.platform.core.collaboration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.Transactions;
import org.springframework.stereotype.Component;

/**
 * Reminds addressees of what waits for them, passes on what they leave unanswered, and expires what nobody answered in time.
 *
 * <p>May be called at any time, by several nodes at once: what was done is not done again, and a person who acts at the
 * same moment either wins or is told that it has expired.
 */
@Component
public class RequestClock {

    private static final int BATCH = 100;
    private static final ZoneId LAB = ZoneId.of("Asia/Seoul");

    private final Transactions transactions;
    private final Requests requests;
    private final RequestMoves moves;
    private final Clock clock;

    RequestClock(Transactions transactions, Requests requests, RequestMoves moves, Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.moves = moves;
        this.clock = clock;
    }

    /** How many were moved. */
    public record Ticked(int passedOn, int reminded, int expired) {}

    /**
     * Does all that is due by the injected clock, in batches of one transaction each.
     *
     * @throws ForbiddenException for anybody but {@link Actor.Job#CLOCK}
     */
    public Ticked tick(Actor actor) {
        if (!actor.equals(Actor.Job.CLOCK)) {
            throw new ForbiddenException("only the clock ticks");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, LAB);
        // Before anything expires: the clock may have stood still for long.
        int passedOn = all(
                actor,
                request -> requests.standIn(request.id(), today).map(RequestCommand.PassOn::new),
                now,
                limit -> requests.lockUnanswered(
                        now.plus(Request.ANSWER_WITHIN).minus(Request.PASS_ON_AFTER), today, limit));
        int expired = all(
                actor,
                request -> Optional.of(new RequestCommand.Expire()),
                now,
                limit -> requests.lockOverdue(now, limit));
        int reminded = all(
                actor,
                request -> Optional.of(new RequestCommand.Remind()),
                now,
                limit -> requests.lockUnreminded(
                        now, now.plus(Request.ANSWER_WITHIN).minus(Request.REMIND_AFTER), limit));
        return new Ticked(passedOn, reminded, expired);
    }

    private int all(
            Actor actor,
            Function<Request, Optional<? extends RequestCommand>> command,
            Instant now,
            Function<Integer, List<Request>> lockSome) {
        int moved = 0;
        int batch;
        do {
            batch = transactions.write(actor, () -> {
                int count = 0;
                for (Request request : lockSome.apply(BATCH)) {
                    RequestCommand due = command.apply(request).orElse(null);
                    if (due != null
                            && request.apply(due, actor, now) instanceof Request.Outcome.Moved step
                            && moves.write(actor, step, request.version())) {
                        count++;
                    }
                }
                return count;
            });
            moved += batch;
        } while (batch == BATCH);
        return moved;
    }
}

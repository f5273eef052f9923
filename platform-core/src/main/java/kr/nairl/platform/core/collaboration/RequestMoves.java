package kr.nairl.platform.core.collaboration;

import java.util.HashMap;
import java.util.Map;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Events;
import org.springframework.stereotype.Component;

/** Writes a step and tells of it, in the running transaction: people and the clock do it the same way. */
@Component
class RequestMoves {

    private final Requests requests;
    private final Events events;
    private final Changes changes;

    RequestMoves(Requests requests, Events events, Changes changes) {
        this.requests = requests;
        this.events = events;
        this.changes = changes;
    }

    /** False, and nothing written or told, when somebody else was faster. */
    boolean write(Actor actor, Request.Outcome.Moved moved, int versionSeen) {
        Request request = moved.request();
        if (!requests.move(request, moved.entry(), versionSeen)) {
            return false;
        }
        Map<String, String> detail = new HashMap<>();
        detail.put("title", request.draft().title());
        detail.put("organisation", request.organisation().toString());
        ResearcherId researcher = request.addressee().researcher();
        if (researcher != null) {
            detail.put("researcher", researcher.toString());
        }
        HandOver handOver = moved.entry().handOver();
        if (handOver != null) {
            detail.put("from", handOver.from().toString());
        }
        DeclineReason reason = request.declineReason();
        if (reason != null) {
            detail.put("reason", reason.name());
        }
        events.publish(actor, moved.entry().step().event(), request.id().value(), detail);
        changes.announce(Changes.Kind.REQUEST, request.id().value());
        return true;
    }
}

package kr.nairl.platform.core.collaboration;

import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;

/** Requests as screens show them. Runs inside the caller's transaction. */
public interface RequestReads {

    /** The requests that the reader is a side of, and for a lab manager all that were sent; first those that wait for them. */
    Page<RequestRow> list(Actor.Person reader, RequestFilter filter, PageRequest page);

    /** One of those. */
    Optional<RequestPage> page(Actor.Person reader, RequestId id);

    /** Whom the reader's organisation approached for this interest, also by what was passed on. */
    Set<ResearcherId> approached(Actor.Person reader, InterestId interest);

    /** The numbers of those. */
    RequestCounts counts(Actor.Person reader);
}

package kr.nairl.platform.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Stored openings, as far as the actor of the running transaction may see them. */
public interface Openings {

    /** Writes one, unless the reader was given as much of the same since {@code since}. */
    void add(
            Instant at,
            Instant since,
            Actor.Person reader,
            OrganisationId owner,
            Opening.Kind kind,
            UUID subject,
            Audience audience);

    /**
     * Newest first.
     *
     * @param of the organisation whose side it is
     * @param only the reader whose openings they are; null for everybody's
     */
    Page<Opening> page(OpeningFilter filter, OrganisationId of, @Nullable PersonId only, PageRequest page);

    /** The same for everybody's, the newest so many. */
    List<Opening> newest(OpeningFilter filter, OrganisationId of, int limit);
}

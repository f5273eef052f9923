package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.OrganisationId;

/** Researchers' wishes and conflicts as stored. Every method runs in the caller's transaction. */
public interface StoredWishes {

    /** Of those among these who said something. */
    Map<ResearcherId, Wishes> of(Collection<ResearcherId> researchers);

    /** Writes them if the version still stands, 0 for none yet, and answers whether it did. */
    boolean save(ResearcherId researcher, WishWords words, int version, Instant now);

    /** Of what kind these organisations are, as far as the actor sees them. */
    Map<OrganisationId, OrganisationKind> kinds(Collection<OrganisationId> organisations);

    /** By name. */
    List<Conflict> conflicts(ResearcherId researcher);

    /** Adds the conflict, or changes its note; answers whether it is new. */
    boolean declare(ResearcherId researcher, OrganisationId organisation, String note, Instant now);

    /** Takes the conflict back and answers whether there was one. */
    boolean withdraw(ResearcherId researcher, OrganisationId organisation);
}

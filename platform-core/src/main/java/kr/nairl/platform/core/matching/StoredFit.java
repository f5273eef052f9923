package kr.nairl.platform.core.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.OrganisationId;

/**
 * What {@link TwoSidedFit} rests on. Every page with matches asks it, so each method is one statement. Runs in the
 * transaction of a signed-in person.
 */
public interface StoredFit {

    /**
     * What is known of the researchers and companies of one ranking.
     *
     * @param wishes of those who said something
     * @param kinds as far as the actor sees the companies
     * @param answers about needs of these researchers, read across the fences: they go into the score and are shown to
     *     nobody
     * @param takenOn how many engagements each took on since the month began; those without any are left out
     */
    record Known(
            Map<ResearcherId, Wishes> wishes,
            Map<OrganisationId, OrganisationKind> kinds,
            Map<ResearcherId, List<Answer>> answers,
            Map<ResearcherId, Integer> takenOn) {}

    /**
     * For an interest's ranking.
     *
     * @param conflicts researchers who are never to be matched with the company acted for
     * @param aside what the company set aside for the interest
     */
    record ForNeed(Known known, Set<ResearcherId> conflicts, Set<Subject.Expert> aside) {}

    /**
     * For a researcher's own ranking.
     *
     * @param accepting whether new requests are welcome to the researcher
     * @param conflicts organisations that the researcher is never to be matched with
     * @param aside interests that the researcher set aside
     */
    record ForResearcher(Known known, boolean accepting, Set<OrganisationId> conflicts, Set<InterestId> aside) {}

    ForNeed forNeed(
            InterestId interest, OrganisationId company, Collection<ResearcherId> researchers, Instant monthBegan);

    ForResearcher forResearcher(ResearcherId researcher, Collection<OrganisationId> companies, Instant monthBegan);
}

package kr.nairl.platform.core.research;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.nairl.platform.core.organisation.Arrival;
import kr.nairl.platform.core.organisation.OpenInvitation;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.organisation.Slugs;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import org.springframework.stereotype.Component;

/** Whoever comes as a researcher gets their page: the one that waits for them, or a new one. */
@Component
class ResearcherArrival implements Arrival {

    /** The lab's country; researchers elsewhere are marked as overseas. */
    private static final String HOME = "KR";

    private static final ResearcherWords NOTHING_YET = new ResearcherWords(
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            LocalizedText.EMPTY,
            true,
            List.of(),
            Set.of(),
            ResearcherLinks.NONE);

    private final InvitedResearchers invited;
    private final Researchers researchers;
    private final StoredSubProjects subProjects;
    private final Organisations organisations;
    private final Changes changes;
    private final Clock clock;

    ResearcherArrival(
            InvitedResearchers invited,
            Researchers researchers,
            StoredSubProjects subProjects,
            Organisations organisations,
            Changes changes,
            Clock clock) {
        this.invited = invited;
        this.researchers = researchers;
        this.subProjects = subProjects;
        this.organisations = organisations;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void arrived(Actor job, OpenInvitation invitation, PersonId person, LocalizedText name) {
        if (!invitation.roles().contains(Role.RESEARCHER)) {
            return;
        }
        InvitedResearchers.Plan plan = invited.take(invitation.organisation(), invitation.email())
                .orElseGet(() -> new InvitedResearchers.Plan(name, null, ResearcherRole.RESEARCHER, null));
        // Somebody who comes from a second university keeps the page that is theirs.
        if (researchers.of(person).isPresent()) {
            return;
        }
        ResearcherId page = Optional.ofNullable(plan.page())
                .filter(waiting -> researchers.link(waiting, person))
                .orElseGet(() -> begin(job, plan, invitation, person));
        if (plan.role() == ResearcherRole.PRINCIPAL_INVESTIGATOR && plan.subProject() != null) {
            subProjects.lead(plan.subProject(), page);
        }
        changes.announce(Changes.Kind.RESEARCHER, page.value());
    }

    private ResearcherId begin(Actor job, InvitedResearchers.Plan plan, OpenInvitation invitation, PersonId person) {
        Instant now = clock.instant();
        String base = Slugs.of(plan.name());
        Set<String> taken = researchers.holdSlugs(base);
        String slug = base;
        for (int i = 2; taken.contains(slug); i++) {
            slug = base + "-" + i;
        }
        boolean overseas = organisations
                .profile(job, invitation.organisation(), now)
                .map(OrganisationProfile::country)
                .filter(country -> !country.equals(HOME))
                .isPresent();
        ResearcherId id = ResearcherId.fresh();
        researchers.add(
                id,
                new ResearchRegistry.ResearcherEntry(
                        slug,
                        person,
                        invitation.organisation(),
                        plan.subProject(),
                        plan.role(),
                        overseas,
                        plan.name(),
                        NOTHING_YET),
                now);
        return id;
    }
}

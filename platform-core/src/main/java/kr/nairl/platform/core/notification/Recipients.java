package kr.nairl.platform.core.notification;

import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.admission.ApplicationId;
import kr.nairl.platform.core.alert.AlertId;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.update.UpdateId;

/**
 * Who is to be told of what. Only people whose membership holds now, in an organisation that is not suspended. Runs
 * inside the notifier's transaction.
 */
public interface Recipients {

    /** The two sides of a request; empty when there is none any more. */
    Optional<RequestSides> ofRequest(RequestId request);

    /** The researcher's person; empty when they have no account any more. */
    Optional<Recipient> ofResearcher(ResearcherId researcher);

    /** The lab's managers, and who applies; empty when there is no such application any more. */
    Optional<Reviewers> ofApplication(ApplicationId application);

    /** The member, for whom it may have become another one; empty when the person is none any more. */
    Optional<Member> ofMembership(PersonId person, OrganisationId organisation);

    /** An alert's owner; empty when the alert is gone or switched off, or the person is no member any more. */
    Optional<Recipient> ofAlert(AlertId alert);

    /** The followers of an update's sub-project or researcher; empty when there is no such update any more. */
    Optional<Followers> ofUpdate(UpdateId update);

    /**
     * The two sides of a request and how to name it.
     *
     * @param senders whoever began it and the administrators of its organisation
     * @param addressees the researcher's person; none when they have no account any more
     */
    record RequestSides(
            String title,
            LocalizedText organisation,
            LocalizedText researcher,
            LocalizedText subProject,
            List<Recipient> senders,
            List<Recipient> addressees) {}

    /** A member and the name of the organisation. */
    record Member(LocalizedText organisation, Recipient recipient) {}

    /** Those who answer applications, and the name of who applies. */
    record Reviewers(LocalizedText organisation, List<Recipient> managers) {}

    /** An update's followers and how to name it. */
    record Followers(
            LocalizedText title, LocalizedText researcher, LocalizedText subProject, List<Recipient> followers) {}
}

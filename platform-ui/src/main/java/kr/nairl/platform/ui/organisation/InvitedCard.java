package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.people.PeopleNavigation;

/** The companies that were invited and have not come, each with its newest invitation and what can be done about it. */
final class InvitedCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    InvitedCard(
            List<OrganisationCard> organisations,
            Map<OrganisationId, Invitation> newest,
            Invitations invitations,
            CurrentActor current,
            Instant now,
            Command after) {
        ListCard list = new ListCard(getTranslation("organisation.invited"));
        if (organisations.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("organisation.invited.none"));
            none.addClassNames("small", "dim");
            list.withRow(none);
        }
        Language language = Language.of(getLocale());
        for (OrganisationCard organisation : organisations) {
            String name = organisation.name().text(language);
            Invitation invitation = newest.get(organisation.id());
            Div detail = new Div();
            if (invitation != null) {
                detail.add(PeopleNavigation.invitation(invitation, invitations, current, now, after));
            }
            list.withRow(
                    OrganisationWords.avatar(name, organisation.id(), organisation.logo()),
                    PeopleNavigation.toPeopleOf(organisation.slug(), name),
                    detail,
                    null);
        }
        add(list);
    }
}

package kr.nairl.platform.ui.admission;

import com.vaadin.flow.component.UI;
import java.io.Serial;
import java.time.Clock;
import java.util.Map;
import kr.nairl.platform.core.admission.ApplicationPage;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.organisation.OrganisationNavigation;
import kr.nairl.platform.ui.people.PeopleWords;

/** What came of an application, and how far that has got: organisation, invitation, identity provider. */
class OutcomeCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    OutcomeCard(ApplicationPage page, Map<OrganisationId, Invitation> invitations, Clock clock) {
        super(UI.getCurrent().getTranslation("application.outcome"));
        KeyValues steps = new KeyValues();
        String name = page.application().sheet().name().text(Language.of(getLocale()));
        if (page.became() != null) {
            steps.with(
                    getTranslation("application.outcome.organisation"),
                    OrganisationNavigation.toPartner(page.became(), name));
        }
        Invitation invitation = invitations.get(page.application().organisation());
        if (invitation != null) {
            steps.with(
                    getTranslation("application.outcome.invitation"),
                    Columns.row(
                            PeopleWords.state(this, invitation.state()),
                            new RelativeTime(invitation.createdAt(), clock.instant())));
        }
        steps.with(
                getTranslation("application.outcome.identity"),
                new Tag(
                        getTranslation(page.linked() ? "application.outcome.known" : "application.outcome.waits"),
                        page.linked() ? Tone.OK : Tone.WARN));
        add(steps);
    }
}

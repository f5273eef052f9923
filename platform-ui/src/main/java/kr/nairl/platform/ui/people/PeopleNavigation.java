package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.shell.NavItem;

/** The ways from other pages to an organisation's people. */
public final class PeopleNavigation {

    private PeopleNavigation() {}

    /** One's own organisation's people in the navigation. */
    public static NavItem item() {
        return new NavItem("people", Glyph.USERS, PeopleView.class, 0);
    }

    /** A link to one's own organisation's people. */
    public static RouterLink toOwn(String text) {
        return new RouterLink(text, PeopleView.class);
    }

    /** A link for lab managers to the people of any organisation. */
    public static RouterLink toPeopleOf(String slug, String text) {
        return new RouterLink(text, PartnerPeopleView.class, new RouteParameters(new RouteParam("slug", slug)));
    }

    /** The same, as a plain action of a page. */
    public static RouterLink buttonToPeopleOf(String slug, String text) {
        RouterLink link = toPeopleOf(slug, text);
        link.addClassName("button");
        return link;
    }

    /**
     * An invitation in words, with what can be done about it.
     *
     * @param after runs once something was done
     */
    public static Component invitation(
            Invitation invitation, Invitations invitations, CurrentActor current, Instant now, Command after) {
        return new InvitationSteps(invitation, invitations, current, now, after);
    }
}

package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.Component;
import kr.nairl.platform.core.organisation.Invitation;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** Roles and invitations in words, the same on every page. */
public final class PeopleWords {

    private PeopleWords() {}

    static String role(Component page, Role role) {
        return page.getTranslation("role." + role.name());
    }

    public static Tag state(Component page, Invitation.State state) {
        Tone tone = switch (state) {
            case OPEN -> Tone.BRAND;
            case ACCEPTED -> Tone.OK;
            case EXPIRED -> Tone.WARN;
            case REPLACED, REVOKED -> Tone.NEUTRAL;
        };
        return new Tag(page.getTranslation("people.invitation." + state.name()), tone);
    }
}

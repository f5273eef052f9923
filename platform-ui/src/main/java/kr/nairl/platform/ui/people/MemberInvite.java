package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.core.organisation.Invitations;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;

/** Somebody to be invited into an organisation. */
final class MemberInvite extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OrganisationId organisation;
    private final transient PeopleDesk desk;
    private final Command after;
    private final EmailField email = new EmailField(getTranslation("people.invite.email"));
    private final CheckboxGroup<Role> roles;
    private final RadioButtonGroup<Language> language =
            new RadioButtonGroup<>(getTranslation("people.invite.language"));
    private final FieldErrors errors = new FieldErrors();

    MemberInvite(OrganisationId organisation, OrganisationKind kind, PeopleDesk desk, Command after) {
        this.organisation = organisation;
        this.desk = desk;
        this.after = after;
        email.setWidthFull();
        roles = RolesDialog.picker(
                getTranslation("people.roles"),
                desk.members().offered(desk.current().actor(), kind));
        roles.setValue(Set.of(Role.MEMBER));
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        language.setValue(Language.of(getLocale()));
        errors.at("email", email).at("roles", roles);
        add(
                new H2(getTranslation("people.invite.title")),
                email,
                roles,
                language,
                Buttons.primary(getTranslation("people.invite.do"), click -> invite()));
    }

    private void invite() {
        errors.clear();
        try {
            Invitations.Outcome outcome = desk.invitations()
                    .inviteMember(
                            desk.current().actor(),
                            organisation,
                            new EmailAddress(email.getValue()),
                            roles.getValue(),
                            language.getValue());
            switch (outcome) {
                case Invitations.Outcome.Sent sent -> {
                    Toast.success(getTranslation(
                            "people.invite.sent", sent.invitation().email().value()));
                    email.setValue("");
                    after.execute();
                }
                case Invitations.Outcome.AlreadyMember member -> {
                    email.setErrorMessage(getTranslation("people.invite.member"));
                    email.setInvalid(true);
                }
                case Invitations.Outcome.Revoked impossible -> after.execute();
                case Invitations.Outcome.NotOpen impossible -> after.execute();
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}

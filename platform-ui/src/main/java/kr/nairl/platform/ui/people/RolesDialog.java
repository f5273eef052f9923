package kr.nairl.platform.ui.people;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.core.organisation.Members;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.FieldErrors;

/** What one person may do for the organisation. */
final class RolesDialog extends Dialog {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param change gives the roles; what it refuses is said at the field */
    RolesDialog(
            String name,
            Set<Role> offered,
            Set<Role> now,
            SerializableFunction<Set<Role>, Members.Outcome> change,
            SerializableConsumer<Members.Outcome> after) {
        setHeaderTitle(getTranslation("people.roles.of", name));
        CheckboxGroup<Role> roles = picker(getTranslation("people.roles"), offered);
        roles.setValue(now);
        FieldErrors errors = new FieldErrors().at("roles", roles);
        add(roles);
        getFooter()
                .add(
                        Buttons.quiet(getTranslation("component.cancel"), click -> close()),
                        Buttons.primary(getTranslation("people.roles.save"), click -> {
                            try {
                                Members.Outcome outcome = change.apply(roles.getValue());
                                close();
                                after.accept(outcome);
                            } catch (InvalidInputException refused) {
                                errors.show(refused);
                            }
                        }));
    }

    /** Roles to tick, each with what it allows. */
    static CheckboxGroup<Role> picker(String label, Set<Role> offered) {
        CheckboxGroup<Role> roles = new CheckboxGroup<>(label);
        roles.setItems(offered);
        roles.setItemLabelGenerator(role -> PeopleWords.role(roles, role));
        roles.setItemHelperGenerator(role -> roles.getTranslation("people.role.hint." + role.name()));
        return roles;
    }
}

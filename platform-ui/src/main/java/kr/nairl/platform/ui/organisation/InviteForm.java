package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import java.util.Set;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.NewOrganisation;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationRegistry;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;

/** A company and its first person, to be invited. */
final class InviteForm extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String HOME = "KR";

    private final transient OrganisationRegistry registry;
    private final transient PartnerDirectory directory;
    private final transient CurrentActor current;
    private final Command after;
    private final BilingualField name = BilingualField.line(getTranslation("organisation.name"));
    private final Select<OrganisationKind> kind = new Select<>();
    private final ComboBox<String> country = CountryPicker.create(getTranslation("organisation.country"), getLocale());
    private final TextField domain = new TextField(getTranslation("organisation.domain"));
    private final EmailField email = new EmailField(getTranslation("organisation.invite.email"));
    private final RadioButtonGroup<Language> language =
            new RadioButtonGroup<>(getTranslation("organisation.invite.language"));
    private final FieldErrors errors = new FieldErrors();

    InviteForm(OrganisationRegistry registry, PartnerDirectory directory, CurrentActor current, Command after) {
        this.registry = registry;
        this.directory = directory;
        this.current = current;
        this.after = after;
        kind.setLabel(getTranslation("organisation.kind"));
        kind.setItems(
                OrganisationKind.COMPANY,
                OrganisationKind.VENTURE_CAPITAL,
                OrganisationKind.INSTITUTE,
                OrganisationKind.UNIVERSITY);
        kind.setItemLabelGenerator(one -> OrganisationWords.kind(this, one));
        domain.setPlaceholder(getTranslation("organisation.domain.example"));
        domain.setHelperText(getTranslation("organisation.domain.hint"));
        email.setHelperText(getTranslation("organisation.invite.email.hint"));
        email.setWidthFull();
        language.setItems(Language.values());
        language.setItemLabelGenerator(one -> getTranslation("component.language." + one.code()));
        errors.at("name", name)
                .at("kind", kind)
                .at("country", country)
                .at("emailDomain", domain)
                .at("email", email);
        blank();
        add(
                name,
                Columns.equal(kind, country, domain),
                email,
                language,
                Buttons.primary(getTranslation("organisation.invite.do"), click -> invite()));
    }

    private void blank() {
        name.setValue(Bilingual.EMPTY);
        kind.setValue(OrganisationKind.COMPANY);
        country.setValue(HOME);
        domain.setValue("");
        email.setValue("");
        language.setValue(Language.KO);
        errors.clear();
    }

    private void invite() {
        try {
            OrganisationRegistry.Outcome outcome = registry.invite(
                    current.actor(),
                    new NewOrganisation(
                            kind.getValue(),
                            LocalizedText.of(
                                    name.getValue().ko(), name.getValue().en()),
                            country.getValue() == null ? "" : country.getValue(),
                            domain.getValue(),
                            new EmailAddress(email.getValue()),
                            language.getValue(),
                            Set.of(Role.ADMINISTRATOR)));
            switch (outcome) {
                case OrganisationRegistry.Outcome.Invited invited -> {
                    Toast.success(getTranslation("organisation.invite.sent", email.getValue()));
                    blank();
                    after.execute();
                }
                case OrganisationRegistry.Outcome.NumberTaken impossible ->
                    throw new IllegalStateException("no number was given");
                case OrganisationRegistry.Outcome.DomainTaken taken -> {
                    errors.clear();
                    domain.setErrorMessage(getTranslation(
                            "organisation.invite.domainTaken",
                            directory
                                    .profile(current.actor(), taken.organisation())
                                    .name()
                                    .text(Language.of(getLocale()))));
                    domain.setInvalid(true);
                    domain.focus();
                }
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}

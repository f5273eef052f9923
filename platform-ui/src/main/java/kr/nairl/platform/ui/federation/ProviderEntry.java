package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import kr.nairl.platform.core.federation.OwnProvider;
import kr.nairl.platform.core.federation.OwnProviders;
import kr.nairl.platform.core.federation.ProviderDirectory;
import kr.nairl.platform.core.federation.ProviderForm;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.Toast;

/** Entering an identity provider, with what has to be entered at the provider beside it. */
final class ProviderEntry extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OrganisationId organisation;
    private final transient FederationDesk desk;
    private final Command after;
    private final RadioButtonGroup<OwnProvider.Protocol> protocol =
            new RadioButtonGroup<>(getTranslation("federation.provider.protocol"));
    private final Div theirs = new Div();
    private final TextField issuer = new TextField(getTranslation("federation.provider.issuer"));
    private final TextField clientId = new TextField(getTranslation("federation.provider.clientId"));
    private final PasswordField clientSecret = new PasswordField(getTranslation("federation.provider.clientSecret"));
    private final TextArea metadata = new TextArea(getTranslation("federation.provider.metadata"));
    private final FieldErrors errors = new FieldErrors()
            .at("issuer", issuer)
            .at("clientId", clientId)
            .at("clientSecret", clientSecret)
            .at("metadata", metadata);

    ProviderEntry(OrganisationId organisation, FederationDesk desk, Command after) {
        this.organisation = organisation;
        this.desk = desk;
        this.after = after;
        addClassName("provider-entry");
        protocol.setItems(OwnProvider.Protocol.values());
        protocol.setItemLabelGenerator(one -> getTranslation("federation.protocol." + one.name()));
        issuer.setHelperText(getTranslation("federation.provider.issuer.hint"));
        issuer.setPlaceholder("https://login.example.com");
        clientSecret.setHelperText(getTranslation("federation.provider.clientSecret.hint"));
        // a browser's own password manager has nothing to offer here
        clientSecret.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        metadata.setHelperText(getTranslation("federation.provider.metadata.hint"));
        metadata.setMinRows(4);
        metadata.setMaxRows(12);
        protocol.addValueChangeListener(changed -> offer(changed.getValue()));
        add(
                protocol,
                theirs,
                issuer,
                clientId,
                clientSecret,
                metadata,
                Columns.row(
                        Buttons.plain(getTranslation("federation.test"), click -> test()),
                        Buttons.primary(getTranslation("federation.add"), click -> enter())));
        protocol.setValue(OwnProvider.Protocol.OIDC);
    }

    private void offer(OwnProvider.Protocol chosen) {
        boolean oidc = chosen == OwnProvider.Protocol.OIDC;
        issuer.setVisible(oidc);
        clientId.setVisible(oidc);
        clientSecret.setVisible(oidc);
        metadata.setVisible(!oidc);
        theirs.removeAll();
        theirs.add(entries(this, desk, organisation, chosen));
    }

    /** What to enter at the provider. */
    static Component entries(
            Component page, FederationDesk desk, OrganisationId organisation, OwnProvider.Protocol protocol) {
        ProviderDirectory.Entries entries =
                desk.providers().entries(desk.current().actor(), organisation, protocol);
        KeyValues values = new KeyValues()
                .with(page.getTranslation("federation.entries.return"), new CopyLine(entries.returnAddress()));
        if (protocol == OwnProvider.Protocol.SAML) {
            values.with(page.getTranslation("federation.entries.entity"), new CopyLine(entries.entity()))
                    .with(page.getTranslation("federation.entries.metadata"), new CopyLine(entries.metadata()));
        }
        Paragraph about = new Paragraph(page.getTranslation("federation.entries.about"));
        about.addClassName("small");
        NativeDetails details = new NativeDetails(page.getTranslation("federation.entries"), new Div(about, values));
        details.setOpen(page instanceof ProviderEntry);
        return details;
    }

    private ProviderForm form() {
        return protocol.getValue() == OwnProvider.Protocol.OIDC
                ? new ProviderForm.Oidc(issuer.getValue(), clientId.getValue(), clientSecret.getValue())
                : new ProviderForm.Saml(metadata.getValue());
    }

    private void test() {
        errors.clear();
        try {
            switch (desk.providers().test(desk.current().actor(), organisation, form())) {
                case ProviderDirectory.Found.Usable usable ->
                    Toast.success(getTranslation("federation.test.good", usable.issuer()));
                case ProviderDirectory.Found.Faulty faulty ->
                    Toast.error(
                            getTranslation("federation.fault." + faulty.fault().name()));
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }

    private void enter() {
        errors.clear();
        try {
            OwnProviders.Outcome outcome = desk.providers().add(desk.current().actor(), organisation, form());
            say(this, outcome);
            if (!(outcome instanceof OwnProviders.Outcome.Faulty)) {
                after.execute();
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }

    /** How a step ended, in words. */
    static void say(Component page, OwnProviders.Outcome outcome) {
        switch (outcome) {
            case OwnProviders.Outcome.Done done -> Toast.success(page.getTranslation("federation.done"));
            case OwnProviders.Outcome.Faulty faulty ->
                Toast.error(
                        page.getTranslation("federation.fault." + faulty.fault().name()));
            case OwnProviders.Outcome.ThereAlready there -> Toast.error(page.getTranslation("federation.there"));
            case OwnProviders.Outcome.NotProved not -> Toast.error(page.getTranslation("federation.notProved"));
            case OwnProviders.Outcome.StoppedByLab stopped ->
                Toast.error(page.getTranslation("federation.stoppedByLab"));
        }
    }
}

package kr.nairl.platform.ui.privacy;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.core.privacy.OwnData;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.ShellContents;

/** Leaving for good: what goes, what stays without the name, and the step itself. */
final class EraseCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient OwnData data;
    private final transient CurrentActor current;
    private final ShellContents shell;
    private final EmailField confirmation = new EmailField(getTranslation("privacy.erase.confirmation"));
    private final FieldErrors errors = new FieldErrors().at("confirmation", confirmation);

    EraseCard(OwnData data, CurrentActor current, ShellContents shell) {
        super();
        this.data = data;
        this.current = current;
        this.shell = shell;
        Paragraph how = new Paragraph(getTranslation("privacy.erase.how"));
        how.addClassNames("small", "dim");
        UnorderedList facts = new UnorderedList();
        facts.addClassNames("small", "facts");
        for (String fact : List.of("goes", "stays", "organisation", "never")) {
            facts.add(new ListItem(getTranslation("privacy.erase." + fact)));
        }
        confirmation.setWidthFull();
        confirmation.setHelperText(getTranslation("privacy.erase.confirmation.hint"));
        confirmation.setAutocomplete(Autocomplete.OFF);
        add(
                new H2(getTranslation("privacy.erase")),
                how,
                facts,
                confirmation,
                Buttons.destructive(
                        getTranslation("privacy.erase.do"),
                        click -> Confirmation.askBeforeLoss(
                                getTranslation("privacy.erase.question"),
                                getTranslation("privacy.erase.consequence"),
                                getTranslation("privacy.erase.do"),
                                this::erase)));
    }

    private void erase() {
        errors.clear();
        SignedIn who = current.signedIn().orElse(null);
        if (who == null) {
            return;
        }
        try {
            switch (data.erase(who.issuer(), who.getName(), confirmation.getValue())) {
                case OwnData.Outcome.Erased erased -> shell.signOut();
                case OwnData.Outcome.LastAdministrator last ->
                    Toast.error(getTranslation(
                            "privacy.erase.last",
                            last.organisations().stream()
                                    .map(name -> name.text(Language.of(getLocale())))
                                    .collect(Collectors.joining(", "))));
            }
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }
}

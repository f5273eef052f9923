package kr.nairl.platform.ui.account;

import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Account;
import kr.nairl.platform.core.organisation.MyAccount;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.ui.component.Bilingual;
import kr.nairl.platform.ui.component.BilingualField;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Toast;

/** A person's own name as others read it. */
final class NameForm extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient MyAccount account;
    private final transient CurrentActor current;
    private final BilingualField name;
    private final FieldErrors errors;
    private int version;

    NameForm(Account own, MyAccount account, CurrentActor current) {
        this.account = account;
        this.current = current;
        this.version = own.version();
        name = BilingualField.line(getTranslation("account.page.name"));
        name.setHelperText(getTranslation("account.page.name.hint"));
        name.setValue(new Bilingual(
                own.name().ko() == null ? "" : own.name().ko(),
                own.name().en() == null ? "" : own.name().en()));
        errors = new FieldErrors().at("name", name);
        add(name, Buttons.primary(getTranslation("account.page.save"), click -> save()));
    }

    private void save() {
        errors.clear();
        try {
            version = account.changeName(
                    current.actor(),
                    LocalizedText.of(name.getValue().ko(), name.getValue().en()),
                    version);
            current.refresh();
            Toast.success(getTranslation("account.page.saved"));
        } catch (InvalidInputException refused) {
            errors.show(refused);
        } catch (StaleException elsewhere) {
            // the name is one line: what was typed stays, and saving once more decides
            version = account.read(current.actor()).version();
            Toast.error(getTranslation("account.page.stale"));
        }
    }
}
